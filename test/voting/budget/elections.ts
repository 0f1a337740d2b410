/** Random village budgets, small enough for the slow count, coarse enough to be full of exact ties. */
import fc from "fast-check";
import type { BudgetRules, Completion, Utility } from "../../../src/voting/counting/budget.ts";
import type { Election, MarkedBallot } from "../../../src/voting/counting/election.ts";

export interface Case {
  election: Election<MarkedBallot>;
  rules: BudgetRules;
  lots: readonly number[];
}

const utilities: Utility[] = ["cost", "votes", "points", "points-cost"];
const completions: Completion[] = ["none", "votes", "add1", "add1+votes", "add1-exhaustive", "add1-exhaustive+votes"];

/** `constrained` adds theme caps, exclusive pairs, thresholds. */
export function elections(constrained = false): fc.Arbitrary<Case> {
  return fc
    .record({ plans: fc.integer({ min: 1, max: 7 }), most: fc.constantFrom(3, 8, 40), unit: fc.constantFrom(1, 3, 7) })
    .chain(({ plans, most, unit }) =>
      fc.record({
        costs: fc.array(fc.integer({ min: 0, max: most }), { minLength: plans, maxLength: plans }),
        themes: fc.array(fc.constantFrom("groen", "spelen"), { minLength: plans, maxLength: plans }),
        ballots: fc.array(
          fc.record({
            count: fc.integer({ min: 1, max: 4 }),
            marks: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: plans, maxLength: plans }),
          }),
          { minLength: 1, maxLength: 7 },
        ),
        budget: fc.integer({ min: 0, max: most * 3 }),
        utility: fc.constantFrom(...utilities),
        completion: fc.constantFrom(...completions),
        lots: fc.shuffledSubarray(
          Array.from({ length: plans }, (_, i) => i),
          { minLength: plans, maxLength: plans },
        ),
        cap: fc.integer({ min: 0, max: most * 2 }),
        pair: fc.tuple(fc.nat({ max: plans - 1 }), fc.nat({ max: plans - 1 })),
        threshold: fc.integer({ min: 1, max: 4 }),
        unit: fc.constant(unit),
      }),
    )
    .map((drawn) => ({
      election: {
        options: drawn.costs.map((cost, i) => ({ id: `p${i}`, label: `Plan ${i}`, cost, theme: drawn.themes[i] ?? "" })),
        ballots: drawn.ballots.map(({ count, marks }) => {
          const options = [...marks.keys()].filter((plan) => (marks[plan] ?? 0) > 1);
          return { count, options, points: options.map((plan) => (marks[plan] ?? 0) - 1) };
        }),
      },
      rules: {
        rule: "equal-shares",
        budget: drawn.budget,
        utility: drawn.utility,
        completion: drawn.completion,
        currencyUnit: drawn.unit,
        ...(constrained
          ? {
              themeCaps: { groen: drawn.cap },
              exclusive: drawn.pair[0] === drawn.pair[1] ? [] : [drawn.pair],
              threshold: drawn.threshold,
            }
          : {}),
      },
      lots: drawn.lots,
    }));
}
