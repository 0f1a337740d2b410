/** Filling in a ballot: whatever is pressed, it can be cast, and what does not fit says why. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type Ballot,
  choiceOf,
  costOf,
  divideEvenly,
  emptyFilling,
  type Filling,
  fillingOf,
  give,
  mostChosen,
  move,
  pointsLeft,
  press,
} from "../../src/client/voting/filling.ts";
import { shuffled } from "../../src/client/voting/own-order.ts";
import type { BallotForm } from "../../src/voting/contract.ts";
import { refuseChoice } from "../../src/voting/counting/choices.ts";

const forms: BallotForm[] = [
  { kind: "for-against-abstain" },
  { kind: "consent" },
  { kind: "single" },
  { kind: "multiple", min: 1, max: 3 },
  { kind: "approval", max: null },
  { kind: "approval", max: 2 },
  { kind: "knapsack" },
  { kind: "ranking", max: null },
  { kind: "ranking", max: 3 },
  { kind: "score", max: 5 },
  { kind: "points", total: 10, perOption: null },
  { kind: "points", total: 10, perOption: 4 },
];
const costs = [120_000, 450_000, 75_000, 310_000, 90_000];
const options = costs.map((cost, at) => ({ option: `option-${at + 1}`, cost }));
const ballotOf = (form: BallotForm): Ballot => ({ form, options, budget: 500_000 });

const presses = fc.array(fc.record({ at: fc.nat(4), number: fc.integer({ min: -1, max: 12 }), deed: fc.nat(3) }), {
  maxLength: 30,
});

function after(ballot: Ballot, deeds: { at: number; number: number; deed: number }[]): Filling {
  return deeds.reduce<Filling>((filling, { at, number, deed }) => {
    const option = options[at]?.option ?? "";
    if (deed === 0) return move(filling, option, number % 3);
    if (deed === 1 && (ballot.form.kind === "score" || filling.chosen.includes(option)))
      return give(ballot, filling, option, number).filling;
    return deed === 2 ? divideEvenly(ballot, filling) : press(ballot, filling, option).filling;
  }, emptyFilling);
}

test.each(forms)("whatever is pressed, the ballot keeps within its form: %j", (form) => {
  const ballot = ballotOf(form);
  const defined = options.map(({ option, cost }) => ({ id: option, cost }));
  fc.assert(
    fc.property(presses, (deeds) => {
      const filling = after(ballot, deeds);
      const fault = refuseChoice(form, defined, ballot.budget, choiceOf(ballot, filling));
      // Nothing chosen yet is the only thing that can be wrong with it.
      expect(fault === null || fault.code === "too-few" ? null : fault).toBeNull();
      expect(new Set(filling.chosen).size).toBe(filling.chosen.length);
      expect(pointsLeft(form, filling)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each(forms)("a choice goes back to a ballot that says the same: %j", (form) => {
  const ballot = ballotOf(form);
  fc.assert(
    fc.property(presses, (deeds) => {
      const choice = choiceOf(ballot, after(ballot, deeds));
      expect(choiceOf(ballot, fillingOf(choice))).toEqual(choice);
    }),
  );
});

test("a plan that does not fit any more says what is left and what it costs, and changes nothing", () => {
  const ballot = ballotOf({ kind: "knapsack" });
  const first = press(ballot, emptyFilling, "option-2").filling;
  const second = press(ballot, first, "option-4");
  expect(second).toEqual({ filling: first, hindrance: { because: "does-not-fit", left: 50_000, cost: 310_000 } });
  expect(costOf(ballot, first.chosen)).toBe(450_000);
});

test("more than the most says how many; letting go of one makes room", () => {
  const ballot = ballotOf({ kind: "approval", max: 2 });
  const two = ["option-1", "option-2"].reduce((filling, option) => press(ballot, filling, option).filling, emptyFilling);
  expect(mostChosen(ballot)).toBe(2);
  expect(press(ballot, two, "option-3")).toEqual({ filling: two, hindrance: { because: "too-many", max: 2 } });
  const one = press(ballot, two, "option-1").filling;
  expect(press(ballot, one, "option-3").filling.chosen).toEqual(["option-2", "option-3"]);
});

test("hearts: divided evenly, moved from one to another, and no more than there are", () => {
  const ballot = ballotOf({ kind: "points", total: 10, perOption: null });
  const chosen = ["option-3", "option-1", "option-5"].reduce(
    (filling, option) => press(ballot, filling, option).filling,
    emptyFilling,
  );
  const even = divideEvenly(ballot, chosen);
  expect([even.points, pointsLeft(ballot.form, even)]).toEqual([{ "option-3": 3, "option-1": 3, "option-5": 3 }, 1]);
  const more = give(ballot, even, "option-1", 4).filling;
  expect(give(ballot, more, "option-1", 5).hindrance).toEqual({ because: "no-points-left", total: 10 });
  const less = give(ballot, more, "option-5", 0).filling;
  expect(choiceOf(ballot, less)).toEqual({ points: { "option-3": 3, "option-1": 4 } });
  expect(give(ballotOf({ kind: "points", total: 10, perOption: 4 }), more, "option-1", 5).hindrance).toEqual({
    because: "most-on-one",
    most: 4,
  });
});

test("in a ranking an option moves one place at a time and never over the end", () => {
  const ranked: Filling = { chosen: ["a", "b", "c"], points: {} };
  expect(move(ranked, "c", -1).chosen).toEqual(["a", "c", "b"]);
  expect(move(ranked, "a", 1).chosen).toEqual(["b", "a", "c"]);
  expect([move(ranked, "a", -1), move(ranked, "c", 1), move(ranked, "z", 1)]).toEqual([ranked, ranked, ranked]);
});

test("the order is the device's own: the same every time, none left out, fixed where the form has its own", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const once = shuffled({ kind: "approval", max: null }, options, seed);
      expect(shuffled({ kind: "approval", max: null }, options, seed)).toEqual(once);
      expect(new Set(once)).toEqual(new Set(options));
      expect(shuffled({ kind: "consent" }, options, seed)).toEqual(options);
    }),
  );
  const firsts = Array.from({ length: 500 }, (_, seed) => shuffled({ kind: "single" }, options, `${seed}`)[0]?.option);
  for (const { option } of options) expect(firsts.filter((first) => first === option).length).toBeGreaterThan(60);
});
