import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isQuiet, minuteOfDay, nextMorning, usualQuietHours } from "../../src/notifications/quiet-hours.ts";

const at = (iso: string) => new Date(iso);
const aQuiet = fc.record({ quietFrom: fc.nat({ max: 1439 }), quietUntil: fc.nat({ max: 1439 }) });
const aMoment = fc.date({ min: at("2026-01-01"), max: at("2028-01-01"), noInvalidDate: true });

test("usually it is quiet from nine in the evening till eight in the morning, in winter and in summer", () => {
  const quiet = [
    "2026-11-22T19:59:00Z",
    "2026-11-22T20:00:00Z",
    "2026-11-23T06:59:00Z",
    "2026-11-23T07:00:00Z",
    "2026-07-01T19:00:00Z",
  ];
  expect(quiet.map((iso) => isQuiet(usualQuietHours, at(iso)))).toEqual([false, true, true, false, true]);
});

test("quiet hours may lie within a day, and the same time twice is never quiet", () => {
  const noon = { quietFrom: 12 * 60, quietUntil: 13 * 60 };
  expect([isQuiet(noon, at("2026-11-22T11:30:00Z")), isQuiet(noon, at("2026-11-22T12:00:00Z"))]).toEqual([true, false]);
  expect(isQuiet({ quietFrom: 600, quietUntil: 600 }, at("2026-11-22T09:00:00Z"))).toBe(false);
});

test("the next morning lies ahead, within a day and an hour, at her time by the clock on the wall", () => {
  fc.assert(
    fc.property(aQuiet, aMoment, (quiet, now) => {
      const morning = nextMorning(quiet, now);
      const ahead = morning.getTime() - now.getTime();
      expect(ahead).toBeGreaterThan(0);
      expect(ahead).toBeLessThanOrEqual(25 * 3_600_000);
      // Between two and three in the night that summer begins there is no such time.
      const skipped = quiet.quietUntil >= 120 && quiet.quietUntil < 180;
      if (!skipped) expect(minuteOfDay(morning)).toBe(quiet.quietUntil);
    }),
  );
});

test("over the nights when the clock is changed it stays eight o'clock", () => {
  expect(nextMorning(usualQuietHours, at("2026-10-24T20:00:00Z"))).toEqual(at("2026-10-25T07:00:00Z"));
  expect(nextMorning(usualQuietHours, at("2027-03-27T20:00:00Z"))).toEqual(at("2027-03-28T06:00:00Z"));
});
