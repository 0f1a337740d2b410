/** The dry run counts made-up ballots that real voters could cast, by the real count, and warns of what it shows. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { sampleBallots, sampleVoters, type Trial, tryOut, warningsOf } from "../../src/client/polling/dry-run.ts";
import type { BallotForm, CountingRule } from "../../src/voting/contract.ts";
import { budgetOf, refuseChoice } from "../../src/voting/counting/choices.ts";

const options = (number: number, cost = 1000_00) =>
  Array.from({ length: number }, (_, place) => ({
    id: `option-${place + 1}`,
    label: `Plan ${place + 1}`,
    summary: "",
    cost: cost + place,
    theme: null,
  }));
const terms = { budget: 3000_00, threshold: 1, minScore: 0, themeCaps: {}, exclusive: [] };
const shares: CountingRule = { rule: "equal-shares", utility: "cost", completion: "add1+votes", ...terms };
const trials: [BallotForm, CountingRule][] = [
  [{ kind: "single" }, { rule: "plurality", seats: 1 }],
  [
    { kind: "multiple", min: 2, max: 3 },
    { rule: "plurality", seats: 2 },
  ],
  [{ kind: "approval", max: null }, shares],
  [{ kind: "knapsack" }, { rule: "most-votes", misfit: "skip", ...terms }],
  [
    { kind: "ranking", max: 3 },
    { rule: "schulze", seats: 1 },
  ],
  [
    { kind: "score", max: 5 },
    { rule: "score", seats: 1 },
  ],
  [
    { kind: "points", total: 10, perOption: 4 },
    { ...shares, utility: "points-cost" },
  ],
];

test.each(trials)("sample ballots of %j obey it, whatever the seed and the number of plans", (form, count) => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 3, max: 80 }), (seed, number) => {
      const trial: Trial = { form, count, options: options(number), roll: 100 };
      for (const choice of sampleBallots(trial, seed))
        expect(refuseChoice(form, trial.options, budgetOf(count), choice)).toBeNull();
    }),
    { numRuns: 20 },
  );
});

test("the same seed gives the same count, and for and against can be tried too", () => {
  const trial: Trial = { form: { kind: "approval", max: null }, count: shares, options: options(6), roll: 50 };
  expect(tryOut(trial, 4)).toEqual(tryOut(trial, 4));
  expect(tryOut(trial, 4).voters).toBe(sampleVoters(50));
  const fixed = ["for", "against", "abstain"].map((id) => ({ id, label: id, summary: "", cost: 0, theme: null }));
  const { outcome } = tryOut(
    {
      form: { kind: "for-against-abstain" },
      count: { rule: "majority", share: "half", of: "votes", quorum: 0 },
      options: fixed,
      roll: 50,
    },
    1,
  );
  expect(typeof outcome.decided).toBe("boolean");
});

const codes = (trial: Trial) => warningsOf(trial).map(({ code }) => code);

test("warns when everything fits, when a plan can never win, and of a small roll", () => {
  const trial: Trial = { form: { kind: "approval", max: null }, count: shares, options: options(6), roll: 100 };
  expect(codes(trial)).not.toContain("all-fit");
  expect(warningsOf({ ...trial, options: options(2) })).toContainEqual({ code: "all-fit", left: 3000_00 - 2000_01 });
  expect(warningsOf({ ...trial, options: [...options(6), ...options(1, 9000_00)] })).toContainEqual({
    code: "too-dear",
    labels: ["Plan 1"],
  });
  const themed = options(6).map((option) => ({ ...option, theme: "Groen" }));
  expect(codes({ ...trial, options: themed, count: { ...shares, themeCaps: { Groen: 10_00 } } })).toContain("theme-too-small");
  expect(warningsOf({ ...trial, roll: 7 })).toContainEqual({ code: "few-on-roll", count: 7 });
});

test("warns of a likely tie where few vote, and not where many do", () => {
  const of = (roll: number, number: number): Trial => ({
    form: { kind: "single" },
    count: { rule: "plurality", seats: 1 },
    options: options(number, 0),
    roll,
  });
  expect(codes(of(8, 6))).toContain("tie-likely");
  expect(codes(of(400, 3))).not.toContain("tie-likely");
});
