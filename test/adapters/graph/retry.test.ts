import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Attempt, decide, mostAttempts, readRetryAfter } from "../../../src/adapters/graph/retry.ts";

const attempt = (more: Partial<Attempt>): Attempt => ({
  status: 200,
  neverSent: false,
  retryAfterMs: null,
  number: 1,
  elapsedMs: 0,
  chance: 0.5,
  ...more,
});

test.each([429, 412, 409, 500, 502, 503, 504])("a harmless call that gets %i is made again after a pause", (status) => {
  expect(decide({ repeat: "harmless" }, attempt({ status })).kind).toBe("wait");
});

test.each([409, 500, 502, 503, 504, null])("a call that may be made once only and gets %p has an unknown outcome", (status) => {
  expect(decide({ repeat: "once" }, attempt({ status }))).toEqual({ kind: "unknown" });
});

test("a call that certainly never left may be made again, whatever it is", () => {
  expect(decide({ repeat: "once" }, attempt({ status: null, neverSent: true })).kind).toBe("wait");
  expect(decide({ repeat: "once" }, attempt({ status: 429 })).kind).toBe("wait");
});

test.each([400, 401, 403, 404, 405])("%i is an answer that no second try changes", (status) => {
  expect(decide({ repeat: "harmless" }, attempt({ status }))).toEqual({ kind: "give-up" });
});

test("404 on something made a moment ago is waited out, but not for ever", () => {
  const traits = { repeat: "once" as const, settling: { statuses: [404], forMs: 60_000 } };
  expect(decide(traits, attempt({ status: 404, number: 20, elapsedMs: 59_999 })).kind).toBe("wait");
  expect(decide(traits, attempt({ status: 404, number: 20, elapsedMs: 60_000 }))).toEqual({ kind: "give-up" });
});

test("the first pause can be longer for what is known to take its time, and no pause is longer than half a minute", () => {
  const traits = { repeat: "harmless" as const, settling: { statuses: [404], forMs: 600_000, firstMs: 5000 } };
  const pause = (number: number) => decide(traits, attempt({ status: 404, number, chance: 0 }));
  expect([1, 2, 3, 4].map(pause)).toEqual([5000, 10_000, 20_000, 30_000].map((ms) => ({ kind: "wait", ms })));
});

test("what is worth looking at more often has a longest pause of its own", () => {
  const traits = { repeat: "harmless" as const, settling: { statuses: [404], forMs: 600_000, firstMs: 5000, longestMs: 10_000 } };
  const pause = (number: number) => decide(traits, attempt({ status: 404, number, chance: 0 }));
  expect([1, 2, 3, 9].map(pause)).toEqual([5000, 10_000, 10_000, 10_000].map((ms) => ({ kind: "wait", ms })));
});

test("a fault between many waits for something to settle does not end the waiting", () => {
  const traits = { repeat: "harmless" as const, settling: { statuses: [404], forMs: 60_000 } };
  expect(decide(traits, attempt({ status: 503, number: 20, elapsedMs: 59_999 })).kind).toBe("wait");
  expect(decide(traits, attempt({ status: 503, number: 20, elapsedMs: 60_000 })).kind).toBe("give-up");
});

test("attempts that must lie apart do, however soon Graph would have them", () => {
  const traits = { repeat: "harmless" as const, apartMs: 31_000 };
  expect(decide(traits, attempt({ status: 502 }))).toEqual({ kind: "wait", ms: 31_000 });
  expect(decide(traits, attempt({ status: 429, retryAfterMs: 1000 }))).toEqual({ kind: "wait", ms: 31_000 });
});

test("an accepted status is an answer", () => {
  expect(decide({ repeat: "harmless", accept: [409] }, attempt({ status: 409 }))).toEqual({ kind: "answer" });
});

test("Retry-After is honoured to the millisecond, as seconds or as a date, unless it asks for more than ten minutes", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(readRetryAfter("7", now)).toBe(7000);
  expect(readRetryAfter("Sun, 22 Nov 2026 12:00:30 GMT", now)).toBe(30_000);
  expect(readRetryAfter(null, now)).toBeNull();
  expect(decide({ repeat: "harmless" }, attempt({ status: 429, retryAfterMs: 7000, chance: 0 }))).toEqual({
    kind: "wait",
    ms: 7000,
  });
  expect(decide({ repeat: "harmless" }, attempt({ status: 429, retryAfterMs: 601_000 }))).toEqual({ kind: "give-up" });
});

test("without something that settles, every call ends within the most attempts, and no pause is longer than half a minute", () => {
  const statuses = fc.constantFrom(null, 400, 404, 409, 412, 429, 500, 502, 503, 504);
  fc.assert(
    fc.property(
      statuses,
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (status, number, chance) => {
        const decision = decide({ repeat: "harmless" }, attempt({ status, number, chance }));
        if (number >= mostAttempts) expect(decision.kind).not.toBe("wait");
        if (decision.kind === "wait") expect(decision.ms).toBeLessThanOrEqual(30_000);
      },
    ),
  );
});
