import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dueOf } from "../../src/moderation/rules.ts";
import { dueAfter, isWorkingDay } from "../../src/shared/working-days.ts";

const dutch = (at: Date) =>
  new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", dateStyle: "full", timeStyle: "short" }).format(at);

test.each([
  ["on a Monday morning", "2026-11-23T08:00:00Z", 3, "donderdag 26 november 2026 om 17:00"],
  ["on a Friday", "2026-11-20T10:00:00Z", 3, "woensdag 25 november 2026 om 17:00"],
  ["on a Saturday", "2026-11-21T10:00:00Z", 3, "woensdag 25 november 2026 om 17:00"],
  ["on a Sunday", "2026-11-22T12:00:00Z", 5, "vrijdag 27 november 2026 om 17:00"],
  ["late on a Sunday, when it is Monday in Dutch time", "2026-11-22T23:30:00Z", 1, "dinsdag 24 november 2026 om 17:00"],
  ["in the evening", "2026-11-24T21:00:00Z", 1, "woensdag 25 november 2026 om 17:00"],
  ["before Christmas", "2026-12-23T10:00:00Z", 3, "dinsdag 29 december 2026 om 17:00"],
  ["before New Year", "2026-12-31T10:00:00Z", 1, "maandag 4 januari 2027 om 17:00"],
  ["before Easter", "2026-04-02T10:00:00Z", 1, "dinsdag 7 april 2026 om 17:00"],
  ["before King's Day on a Monday", "2026-04-24T10:00:00Z", 1, "dinsdag 28 april 2026 om 17:00"],
  ["before King's Day that moves from Sunday to Saturday", "2025-04-25T10:00:00Z", 1, "maandag 28 april 2025 om 17:00"],
  ["before Liberation Day", "2026-05-04T10:00:00Z", 1, "woensdag 6 mei 2026 om 17:00"],
  ["before Ascension Day", "2026-05-13T10:00:00Z", 1, "vrijdag 15 mei 2026 om 17:00"],
  ["before Whit Monday", "2026-05-22T10:00:00Z", 1, "dinsdag 26 mei 2026 om 17:00"],
  ["across the end of summer time", "2026-10-23T10:00:00Z", 1, "maandag 26 oktober 2026 om 17:00"],
  ["across the start of summer time", "2026-03-27T10:00:00Z", 1, "maandag 30 maart 2026 om 17:00"],
])("what comes in %s (%s) is due %i working days later", (_, since, count, due) => {
  expect(dutch(dueAfter(new Date(since), count))).toBe(due);
});

test.each([
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2035, "2035-03-25"],
  [2041, "2041-04-21"],
])("Easter %i is %s: the Monday after it is no working day, the Tuesday is", (_, easter) => {
  const after = (days: number) => new Date(Date.parse(`${easter}T00:00:00Z`) + days * 86_400_000);
  expect([-2, 1, 2].map((days) => isWorkingDay(after(days)))).toEqual([false, false, true]);
});

describe("always", () => {
  const moments = fc.date({ min: new Date("2025-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

  test("it is due on a working day at 17:00 Dutch time, later than it came in", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 15 }), (since, count) => {
        const due = dueAfter(since, count);
        expect(due > since).toBe(true);
        expect(dutch(due)).toMatch(/^(maandag|dinsdag|woensdag|donderdag|vrijdag) .* om 17:00$/);
      }),
    );
  });

  test("what came in earlier is due no later, and one working day more is later", () => {
    fc.assert(
      fc.property(moments, moments, fc.integer({ min: 1, max: 10 }), (one, other, count) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(dueAfter(first, count) <= dueAfter(second, count)).toBe(true);
        expect(dueAfter(first, count) < dueAfter(first, count + 1)).toBe(true);
      }),
    );
  });
});

test("late begins when the due time has passed", () => {
  const since = new Date("2026-11-16T10:00:00Z");
  const dueAt = "2026-11-23T16:00:00.000Z";
  expect(dueOf("proposal", since, new Date("2026-11-23T16:00:00.000Z"))).toEqual({ dueAt, late: false });
  expect(dueOf("proposal", since, new Date("2026-11-23T16:00:00.001Z"))).toEqual({ dueAt, late: true });
  expect(dueOf("join-request", since, new Date("2026-11-18T12:00:00Z")).dueAt).toBe("2026-11-19T16:00:00.000Z");
});
