import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { PaperBallot } from "../../src/voting/contract.ts";
import { countWaits, differences, paperCodeOf, settle, sorted } from "../../src/voting/paper-rules.ts";

const ballot: fc.Arbitrary<PaperBallot> = fc.oneof(
  fc.constantFrom("for", "against", "abstain").map((option) => ({ chosen: [option] })),
  fc.constant("spoiled" as const),
);
const stack = fc.array(ballot, { minLength: 1, maxLength: 12 });

describe("two entries of one stack", () => {
  test("that are alike differ nowhere, and agree without settling", () => {
    fc.assert(
      fc.property(stack, (entry) => {
        expect(differences(entry, structuredClone(entry))).toEqual([]);
        expect(settle(entry, entry, [])).toEqual(entry);
      }),
    );
  });

  test("settled to what really lies there give the real stack, whatever was misread", () => {
    fc.assert(
      fc.property(stack, stack, stack, (real, first, second) => {
        // Where both agree they agree on the truth: nobody can notice the same mistake made twice.
        const open = differences(first, second);
        const truth = (at: number): PaperBallot | null =>
          open.some(({ position }) => position === at + 1) ? (real[at] ?? null) : (first[at] ?? null);
        const length = Math.max(first.length, second.length);
        const whole = Array.from({ length }, (_, at) => truth(at));
        const cut = whole.indexOf(null);
        const possible = cut === -1 ? whole : whole.slice(0, cut);
        const settled = settle(
          first,
          second,
          open.map(({ position }) => ({ position, ballot: truth(position - 1) })),
        );
        const hasGap = cut !== -1 && whole.slice(cut).some((one) => one !== null);
        expect(settled).toEqual(hasGap || possible.length === 0 ? null : possible);
      }),
    );
  });

  test("cannot be settled by naming another position, one twice, or not all", () => {
    const first: PaperBallot[] = [{ chosen: ["for"] }, { chosen: ["for"] }, "spoiled"];
    const second: PaperBallot[] = [{ chosen: ["for"] }, { chosen: ["against"] }, { chosen: ["for"] }];
    expect(differences(first, second).map(({ position }) => position)).toEqual([2, 3]);
    const say = (position: number) => ({ position, ballot: "spoiled" as const });
    expect(settle(first, second, [say(2)])).toBeNull();
    expect(settle(first, second, [say(2), say(3), say(1)])).toBeNull();
    expect(settle(first, second, [say(2), say(2), say(3)])).toBeNull();
    expect(settle(first, second, [say(3), say(2)])).toEqual([{ chosen: ["for"] }, "spoiled", "spoiled"]);
  });
});

test("a published stack says nothing of the order in which it lay", () => {
  fc.assert(
    fc.property(stack, fc.integer(), (entry, seed) => {
      const shuffled = fc.sample(fc.shuffledSubarray(entry, { minLength: entry.length }), { numRuns: 1, seed })[0] ?? [];
      expect(sorted(shuffled)).toEqual(sorted(entry));
      expect(sorted(entry).choices.length + sorted(entry).spoiled).toBe(entry.length);
    }),
  );
});

test("the letters on the ballots follow from what was frozen, and differ between polls", () => {
  const hashes = Array.from({ length: 300 }, (_, number) => number.toString(16).padStart(64, "0"));
  const codes = hashes.map(paperCodeOf);
  expect(new Set(codes).size).toBe(300);
  for (const code of codes) expect(code).toMatch(/^[ABCDEFGHJKMNPRSTVXZ]{5}$/);
  expect(codes).toEqual(hashes.map(paperCodeOf));
});

test.each([
  ["nothing on paper", { handedOut: 0, published: 0, unpublished: 0, finished: false }, false],
  ["handed out, nothing back", { handedOut: 3, published: 0, unpublished: 0, finished: false }, true],
  ["some back", { handedOut: 3, published: 2, unpublished: 0, finished: false }, true],
  ["all back", { handedOut: 3, published: 3, unpublished: 0, finished: false }, false],
  ["some back and no more to come", { handedOut: 3, published: 2, unpublished: 0, finished: true }, false],
  ["a stack on its way", { handedOut: 3, published: 2, unpublished: 1, finished: true }, true],
])("the count waits or not: %s", (_, standing, waits) => {
  expect(countWaits(standing)).toBe(waits);
});
