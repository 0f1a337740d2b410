/** What must hold of every village budget, whoever votes for what. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type BudgetOutcome, type BudgetRules, countBudget } from "../../../src/voting/counting/budget.ts";
import type { Election, MarkedBallot } from "../../../src/voting/counting/election.ts";
import { type Case, elections } from "./elections.ts";

const runs = { numRuns: 500 };
const count = ({ election, rules, lots }: Case) => countBudget(election, rules, lots);
const anyRule = fc.constantFrom<BudgetRules["rule"]>("equal-shares", "most-votes", "votes-per-cost");

/** What nobody may see change when only names, order or scale do. */
const essence = ({ winners, votersWithNoWinner, byCompletion, shares }: BudgetOutcome) => ({
  winners,
  votersWithNoWinner,
  byCompletion,
  steps: shares?.steps,
});

describe("every village budget", () => {
  test("the order of the ballots, and whether equal ones stand together, changes nothing", () => {
    fc.assert(
      fc.property(elections(true), anyRule, fc.infiniteStream(fc.nat()), (drawn, rule, random) => {
        const apart = drawn.election.ballots.flatMap((ballot) =>
          Array.from({ length: ballot.count }, () => ({ ...ballot, count: 1 })),
        );
        const shuffled = apart
          .map((ballot) => ({ ballot, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ ballot }) => ballot);
        const rules = { ...drawn.rules, rule };
        const other = { ...drawn, rules, election: { ...drawn.election, ballots: shuffled } };
        expect(count(other)).toEqual(count({ ...drawn, rules }));
      }),
      runs,
    );
  });

  test("the order of the plans changes nothing, lots going with the plans", () => {
    fc.assert(
      fc.property(elections(), anyRule, ({ election, rules, lots }, rule) => {
        const plans = election.options.length;
        const turned = (plan: number) => (plan + 1) % plans;
        const place = Array.from({ length: plans }, (_, at) => (at + plans - 1) % plans);
        const other: Election<MarkedBallot> = {
          options: place.map((plan) => election.options[plan] ?? { id: "", label: "", cost: 0 }),
          ballots: election.ballots.map((ballot) => {
            const marks = ballot.options.map((plan, at) => ({ plan: turned(plan), points: ballot.points[at] ?? 0 }));
            marks.sort((a, b) => a.plan - b.plan);
            return { count: ballot.count, options: marks.map(({ plan }) => plan), points: marks.map(({ points }) => points) };
          }),
        };
        const before = countBudget(election, { ...rules, rule }, lots);
        expect(essence(countBudget(other, { ...rules, rule }, lots.map(turned)))).toEqual(essence(before));
      }),
      runs,
    );
  });

  test("counting in another unit of money changes nothing", () => {
    fc.assert(
      fc.property(elections(), anyRule, fc.constantFrom(3, 100, 100_000_007), ({ election, rules, lots }, rule, times) => {
        const dearer = { ...election, options: election.options.map((option) => ({ ...option, cost: option.cost * times })) };
        const scaled = { ...rules, rule, budget: rules.budget * times, currencyUnit: (rules.currencyUnit ?? 1) * times };
        expect(essence(countBudget(dearer, scaled, lots))).toEqual(essence(countBudget(election, { ...rules, rule }, lots)));
      }),
      runs,
    );
  });

  test("k times the ballots and k times the money, Add1 step and costs fund the same plans", () => {
    fc.assert(
      fc.property(elections(), fc.constantFrom(2, 7), ({ election, rules, lots }, times) => {
        const many = {
          options: election.options.map((option) => ({ ...option, cost: option.cost * times })),
          ballots: election.ballots.map((ballot) => ({ ...ballot, count: ballot.count * times })),
        };
        const outcome = countBudget(many, { ...rules, budget: rules.budget * times }, lots);
        expect(essence(outcome).winners).toEqual(countBudget(election, rules, lots).winners);
      }),
      runs,
    );
  });

  test("spends no more than there is, on supported plans only, and keeps to caps and exclusive sets", () => {
    fc.assert(
      fc.property(elections(true), anyRule, ({ election, rules, lots }, rule) => {
        const outcome = countBudget(election, { ...rules, rule }, lots);
        expect(outcome.cost).toBeLessThanOrEqual(rules.budget);
        expect(outcome.left).toBe(rules.budget - outcome.cost);
        const won = outcome.projects.filter(({ elected }) => elected);
        expect(won.map(({ id }) => id).sort()).toEqual([...outcome.winners].sort());
        for (const { votes } of won) expect(votes).toBeGreaterThanOrEqual(rules.threshold ?? 1);
        const places = election.options.flatMap(({ id }, place) => (outcome.winners.includes(id) ? [place] : []));
        const green = places.filter((place) => election.options[place]?.theme === "groen");
        const spent = green.reduce((sum, place) => sum + (election.options[place]?.cost ?? 0), 0);
        expect(spent).toBeLessThanOrEqual(rules.themeCaps?.["groen"] ?? Number.POSITIVE_INFINITY);
        for (const set of rules.exclusive ?? [])
          expect(set.filter((place) => places.includes(place)).length).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  test("funds everything supported when it fits together, unless told to leave what Equal Shares leaves", () => {
    fc.assert(
      fc.property(elections(), anyRule, ({ election, rules, lots }, rule) => {
        const supported = election.options.filter((_, plan) => election.ballots.some(({ options }) => options.includes(plan)));
        const budget = supported.reduce((sum, { cost }) => sum + cost, 0);
        const completion = rules.completion === "none" ? "votes" : rules.completion;
        const { winners } = countBudget(election, { ...rules, rule, completion, budget }, lots);
        expect([...winners].sort()).toEqual(supported.map(({ id }) => id).sort());
      }),
      runs,
    );
  });
});

describe("money under Equal Shares", () => {
  test("nobody pays more than the share, and what supporters pay is what the plan costs", () => {
    fc.assert(
      fc.property(elections(true), (drawn) => {
        const { election, rules } = drawn;
        const { shares, projects, votersByWinners } = count(drawn);
        const purses = election.ballots.map(() => exact(shares?.final.exact));
        const byRound = projects.filter(({ payment }) => payment).sort((a, b) => (a.round ?? 0) - (b.round ?? 0));
        for (const { id, cost, payment } of byRound) {
          const plan = election.options.findIndex((option) => option.id === id);
          let paid: Exact = [0n, 1n];
          let inFull = 0;
          election.ballots.forEach((ballot, at) => {
            const mark = ballot.options.indexOf(plan);
            const has = purses[at];
            if (mark < 0 || !has) return;
            const points = rules.utility?.startsWith("points") ? (ballot.points[mark] ?? 0) : 1;
            const asked = times(exact(payment?.price.exact), points);
            const pays = less(has, asked) ? has : asked;
            if (!less(has, asked)) inFull += ballot.count;
            paid = minus(paid, times(pays, -ballot.count));
            purses[at] = minus(has, pays);
          });
          expect(paid[0]).toBe(BigInt(cost) * paid[1]);
          expect(payment?.paidInFull).toBe(inFull);
        }
        for (const [num] of purses) expect(num >= 0n).toBe(true);
        const left = election.ballots.reduce<Exact>(
          (sum, { count }, at) => minus(sum, times(purses[at] ?? [0n, 1n], -count)),
          [0n, 1n],
        );
        const said = (votersByWinners ?? []).reduce<Exact>(
          (sum, group) => minus(sum, times(exact(group.left.exact), -1)),
          [0n, 1n],
        );
        expect(minus(left, said)[0]).toBe(0n);
      }),
      runs,
    );
  });

  test("a group that agrees and is large enough gets its due, up to one project (EJR-1), by trying all groups", () => {
    fc.assert(
      fc.property(
        elections(),
        fc.constantFrom("cost", "votes"),
        fc.constantFrom("none", "votes"),
        (drawn, utility, completion) => {
          const { election, rules } = drawn;
          const outcome = count({ ...drawn, rules: { ...rules, utility, completion } });
          const { options, ballots } = election;
          const worth = (plan: number) => (utility === "cost" ? (options[plan]?.cost ?? 0) : 1);
          const won = new Set(options.flatMap(({ id }, plan) => (outcome.winners.includes(id) ? [plan] : [])));
          for (let set = 1; set < 2 ** options.length; set++) {
            const wanted = [...options.keys()].filter((plan) => set & (1 << plan));
            const cost = wanted.reduce((sum, plan) => sum + (options[plan]?.cost ?? 0), 0);
            const due = wanted.reduce((sum, plan) => sum + worth(plan), 0);
            const unhappy = ballots.filter((ballot) => {
              if (!wanted.every((plan) => ballot.options.includes(plan))) return false;
              const has = ballot.options.reduce((sum, plan) => sum + (won.has(plan) ? worth(plan) : 0), 0);
              const oneMore = Math.max(0, ...wanted.filter((plan) => !won.has(plan)).map(worth));
              return has < due && has + oneMore <= due;
            });
            const voters = unhappy.reduce((sum, ballot) => sum + ballot.count, 0);
            if (voters > 0) expect(voters * rules.budget).toBeLessThan(cost * outcome.voters);
          }
        },
      ),
      runs,
    );
  });
});

type Exact = readonly [bigint, bigint];
function exact(text = "0"): Exact {
  const [num = "0", den = "1"] = text.split("/");
  return [BigInt(num), BigInt(den)];
}
function minus(a: Exact, b: Exact): Exact {
  return [a[0] * b[1] - b[0] * a[1], a[1] * b[1]];
}
function times(a: Exact, by: number): Exact {
  return [a[0] * BigInt(by), a[1]];
}
function less(a: Exact, b: Exact): boolean {
  return a[0] * b[1] < b[0] * a[1];
}
