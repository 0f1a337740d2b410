import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { serverNow, setServerClock } from "../../src/client/kit/server-clock.ts";
import { daysAgo, staysTrueFor, timeLeft } from "../../src/client/kit/time-left.ts";
import { instantOf, localInput } from "../../src/client/voting/amsterdam-time.ts";

const hour = 3_600_000;
const day = 24 * hour;

test("time left is said in days from 42 hours on, below that in hours and minutes that are really there", () => {
  const at = (left: number) => timeLeft(0, left);
  expect(at(10 * day)).toEqual({ unit: "days", count: 10 });
  expect(at(47 * hour)).toEqual({ unit: "days", count: 2 });
  expect(at(42 * hour - 1)).toEqual({ unit: "hours", count: 41 });
  expect(at(hour)).toEqual({ unit: "hours", count: 1 });
  expect(at(hour - 1)).toEqual({ unit: "minutes", count: 59 });
  expect(at(59_999)).toEqual({ unit: "moments", count: 0 });
  expect(at(0)).toEqual({ unit: "past", count: 0 });
});

test("a countdown looks again before its words are wrong, and never in a tight loop", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 * day }), (left) => {
      const wait = staysTrueFor(0, left);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(hour + 50);
    }),
  );
  expect(staysTrueFor(0, -1)).toBe(Number.POSITIVE_INFINITY);
});

test("a day begins at midnight in the Netherlands", () => {
  const evening = Date.parse("2026-11-21T22:30:00Z");
  const pastMidnight = Date.parse("2026-11-21T23:30:00Z");
  expect(daysAgo(pastMidnight, evening)).toBe(1);
  expect(daysAgo(evening, evening)).toBe(0);
  expect(daysAgo(evening, pastMidnight)).toBe(-1);
});

test("a device whose clock is wrong counts by the server's", () => {
  setServerClock(new Date(Date.now() + 10 * 60_000).toISOString());
  expect(Math.abs(serverNow() - Date.now() - 10 * 60_000)).toBeLessThan(1000);
  setServerClock("no time at all");
  expect(serverNow() - Date.now()).toBeGreaterThan(9 * 60_000);
  setServerClock(new Date().toISOString());
});

test("what an officer fills in is Dutch local time, in winter and in summer", () => {
  expect(instantOf("2026-12-01T20:00")).toBe("2026-12-01T19:00:00.000Z");
  expect(instantOf("2026-07-01T20:00")).toBe("2026-07-01T18:00:00.000Z");
  expect(localInput(Date.parse("2026-12-01T19:00:00Z"))).toBe("2026-12-01T20:00");
});

test("the hour that does not exist moves on, the hour that exists twice is the first", () => {
  expect(instantOf("2026-03-29T02:30")).toBe("2026-03-29T00:30:00.000Z");
  expect(instantOf("2026-10-25T02:30")).toBe("2026-10-25T00:30:00.000Z");
});

test("every minute of the year comes back as it was filled in, but for that one hour", () => {
  const start = Date.parse("2026-01-01T00:00:00Z");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), (minutes) => {
      const local = localInput(start + minutes * 60_000);
      expect(localInput(Date.parse(instantOf(local) ?? ""))).toBe(local);
    }),
  );
});

test("what is no time is none", () => {
  for (const wrong of ["", "2026-12-01", "20:00", "2026-13-45T99:99"]) expect(instantOf(wrong)).toBeNull();
});
