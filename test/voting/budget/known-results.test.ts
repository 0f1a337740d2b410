/** Real elections: what is known to come out, rule by rule, and what the cities themselves published. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { type BudgetRules, type Completion, countBudget, type Utility } from "../../../src/voting/counting/budget.ts";
import { readPabulib } from "../../../src/voting/formats/pabulib-election.ts";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/budget/${name}`, import.meta.url), "utf8");

interface KnownOutcome {
  winners: string[];
  cost: number;
  votersWithNoWinner: number;
  perVoter?: string;
  steps?: number;
}
interface Known {
  voters: number;
  scores: Record<string, number>;
  official: { selected: string[]; reproducedBy: string[] } | null;
  rules: Record<string, KnownOutcome>;
}
const known = (JSON.parse(fixture("expected.json")) as { budget: Record<string, Known> }).budget;

const utilities: Record<string, Utility> = { cost: "cost", card: "votes", points: "points" };
const completions: Record<string, Completion> = {
  "": "none",
  u: "votes",
  add1: "add1",
  add1u: "add1+votes",
  add1e: "add1-exhaustive",
};

function rulesCalled(name: string): Omit<BudgetRules, "budget"> {
  const [kind, utility = "", completion = ""] = name.split("_");
  if (kind === "mes")
    return { rule: "equal-shares", utility: utilities[utility] ?? "cost", completion: completions[completion] ?? "none" };
  return {
    rule: utility === "ratio" ? "votes-per-cost" : "most-votes",
    misfit: name.endsWith("no_skip") ? "stop" : "skip",
  };
}

function load(name: string) {
  const read = readPabulib(fixture(name));
  if ("fault" in read) throw new Error(read.fault.en);
  return read;
}

const sorted = (ids: Iterable<string>) => [...ids].sort();

describe.each(Object.entries(known))("%s", (name, { voters, scores, official, rules }) => {
  const { election, budget, unit, selected } = load(name);
  const lots = [...election.options.keys()];

  test("every project has the votes that are known", () => {
    const outcome = countBudget(election, { rule: "most-votes", budget }, lots);
    expect(outcome.voters).toBe(voters);
    expect(Object.fromEntries(outcome.projects.map(({ id, score }) => [id, score]))).toEqual(scores);
  });

  test.each(Object.entries(rules))("%s", (rule, expected) => {
    const outcome = countBudget(election, { ...rulesCalled(rule), budget, currencyUnit: unit }, lots);
    expect(sorted(outcome.winners)).toEqual(sorted(expected.winners));
    expect(outcome.cost).toBe(expected.cost);
    expect(outcome.votersWithNoWinner).toBe(expected.votersWithNoWinner);
    if (expected.perVoter) expect(outcome.shares?.final.exact).toBe(expected.perVoter);
    if (expected.steps !== undefined) expect(outcome.shares?.steps).toBe(expected.steps);
    expect(outcome.ties.filter(({ by }) => by === "lot")).toEqual([]);
  });

  test("the city's own winners, where it published them, come out under the rule it used", () => {
    expect(selected && sorted(selected)).toEqual(official ? sorted(official.selected) : undefined);
    for (const rule of official?.reproducedBy ?? [])
      expect(sorted(rules[rule]?.winners ?? [])).toEqual(sorted(official?.selected ?? []));
  });
});

interface Committee {
  id: string;
  m: number;
  k: number;
  ballots: number[][];
  expected: Record<string, number[][]>;
}

describe("480 small committees", () => {
  const { instances } = JSON.parse(fixture("abc-committees.json")) as { instances: Committee[] };
  const cases = [
    ["av#all", { rule: "most-votes" }],
    ["equal-shares-with-av-completion#all", { rule: "equal-shares", completion: "votes" }],
    ["equal-shares-with-av-completion#all", { rule: "equal-shares", utility: "votes", completion: "votes" }],
  ] as const;

  test.each(cases)("%s: whatever the lot, one of the known outcomes", (rule, rules) => {
    expect(instances).toHaveLength(480);
    for (const { m, k, ballots, expected } of instances) {
      const election = {
        options: Array.from({ length: m }, (_, i) => ({ id: `${i}`, label: `${i}`, cost: 1 })),
        ballots: ballots.map((options) => ({ count: 1, options, points: options.map(() => 1) })),
      };
      const supported = new Set(ballots.flat());
      const outcomes = (expected[rule] ?? []).map((winners) =>
        winners
          .filter((plan) => supported.has(plan))
          .sort((a, b) => a - b)
          .join(),
      );
      const forward = [...election.options.keys()];
      for (const lots of [forward, forward.toReversed()]) {
        const { winners } = countBudget(election, { ...rules, budget: k }, lots);
        expect(outcomes).toContain(
          winners
            .map(Number)
            .sort((a, b) => a - b)
            .join(),
        );
      }
    }
  });
});
