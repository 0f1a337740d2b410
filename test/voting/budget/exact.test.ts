/** The fast count against the slow one: winners, shares, steps, prices and money left, to the last fraction. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { countBudget } from "../../../src/voting/counting/budget.ts";
import { type Case, elections } from "./elections.ts";
import { countSlowly } from "./reference.ts";

const idsOf = (plans: readonly number[]) => plans.map((plan) => `p${plan}`);

function compare({ election, rules, lots }: Case): void {
  const slow = countSlowly(election, rules, lots);
  const fast = countBudget(election, rules, lots);
  expect(fast.winners).toEqual(idsOf(slow.winners));
  expect(fast.shares?.final.exact).toBe(slow.share);
  if (fast.shares?.ended !== "nothing-changes") expect(fast.shares?.steps).toBe(slow.steps);
  const prices = new Map(fast.projects.flatMap(({ id, payment }) => (payment ? [[id, payment.price.exact] as const] : [])));
  expect(prices).toEqual(new Map([...slow.prices].map(([plan, price]) => [`p${plan}`, price])));
}

describe("Equal Shares, fast and exact", () => {
  test("agrees with the slow count on random elections full of ties", () => {
    fc.assert(fc.property(elections(), compare), { numRuns: 2000 });
  });
  test("agrees with it where costs differ by one part in ten million million", () => {
    const big = 60_000_000_000_037;
    fc.assert(
      fc.property(elections(), fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 8, maxLength: 8 }), (drawn, nudges) => {
        const options = drawn.election.options.map((option, i) => ({
          ...option,
          cost: option.cost === 0 ? 0 : option.cost * big + (nudges[i] ?? 0),
        }));
        compare({
          ...drawn,
          election: { ...drawn.election, options },
          rules: { ...drawn.rules, budget: drawn.rules.budget * big + 1 + (nudges[7] ?? 0), completion: "none" },
        });
      }),
      { numRuns: 2000 },
    );
  });
  test("agrees with it where themes have caps, plans exclude each other and votes are too few", () => {
    fc.assert(
      fc.property(elections(true), (drawn) => {
        const slow = countSlowly(drawn.election, drawn.rules, drawn.lots);
        expect(countBudget(drawn.election, drawn.rules, drawn.lots).winners).toEqual(idsOf(slow.winners));
      }),
      { numRuns: 2000 },
    );
  });
});
