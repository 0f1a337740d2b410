/** Paper ballots typed by their printed numbers. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isFault, type Paper, readTyped, typedOf, withNumber } from "../../src/client/polling/paper-typed.ts";
import type { BallotForm } from "../../src/voting/contract.ts";

const options = Array.from({ length: 12 }, (_, place) => ({ id: `option-${place + 1}`, cost: 100 }));
const paper = (form: BallotForm, budget: number | null = null): Paper => ({ form, options, budget });
const approval = paper({ kind: "approval", max: 3 });

test.each([
  [paper({ kind: "single" }), "3", { chosen: ["option-3"] }],
  [approval, "12 2", { chosen: ["option-2", "option-12"] }],
  [approval, "2, 12", { chosen: ["option-2", "option-12"] }],
  [approval, "", { chosen: [] }],
  [approval, "0", "spoiled"],
  [paper({ kind: "ranking", max: null }), "7 1 4", { ranking: ["option-7", "option-1", "option-4"] }],
  [paper({ kind: "points", total: 10, perOption: null }), "2=7 9=3", { points: { "option-2": 7, "option-9": 3 } }],
  [paper({ kind: "score", max: 5 }), "2=0 3=5", { points: { "option-3": 5 } }],
])("%#: %p typed as %p", (form, typed, ballot) => expect(readTyped(form, typed)).toEqual(ballot));

test.each([
  [paper({ kind: "single" }), "", "too-few"],
  [paper({ kind: "single" }), "1 2", "too-many"],
  [approval, "1 2 3 4", "too-many"],
  [approval, "13", "no-such-number"],
  [approval, "2 2", "option-twice"],
  [approval, "ja", "not-numbers"],
  [approval, "2=3", "not-numbers"],
  [paper({ kind: "points", total: 10, perOption: null }), "2", "not-numbers"],
  [paper({ kind: "points", total: 10, perOption: null }), "2=7 9=4", "over-total"],
  [paper({ kind: "knapsack" }, 250), "1 2 3", "over-budget"],
])("%#: %p typed as %p is refused: %s", (form, typed, code) => expect(readTyped(form, typed)).toMatchObject({ code }));

test("a ballot read back in numbers and typed again is the same ballot", () => {
  const forms: BallotForm[] = [
    { kind: "approval", max: null },
    { kind: "ranking", max: null },
    { kind: "points", total: 100, perOption: null },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (form, numbers) => {
      const typed = numbers.map((number) => (form.kind === "points" ? `${number}=${number % 7 || 1}` : number)).join(" ");
      const ballot = readTyped(paper(form), typed);
      if (isFault(ballot)) throw new Error(ballot.code);
      expect(readTyped(paper(form), typedOf(paper(form), ballot))).toEqual(ballot);
    }),
  );
});

test("numbers pressed with a thumb are put behind one another, or in each other's place where one is chosen", () => {
  expect(withNumber(approval, "2", 5)).toBe("2 5");
  expect(withNumber(paper({ kind: "single" }), "2", 5)).toBe("5");
  expect(withNumber(paper({ kind: "score", max: 5 }), "", 5)).toBe("5=");
});
