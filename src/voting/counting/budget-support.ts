/** What the ballots say about every plan, and who may take part in the count. */
import type { BudgetRules, Reason } from "./budget-rules.ts";
import type { MarkedBallot, Option } from "./election.ts";

export interface Support {
  voters: number;
  /** By plan: voters who marked it, and points together. */
  votes: Float64Array;
  score: Float64Array;
}

export function addUp(ballots: readonly MarkedBallot[], options: number): Support {
  const votes = new Float64Array(options);
  const score = new Float64Array(options);
  let voters = 0;
  for (const { count, options: marked, points } of ballots) {
    voters += count;
    for (let i = 0; i < marked.length; i++) {
      const plan = marked[i] as number;
      votes[plan] = (votes[plan] as number) + count;
      score[plan] = (score[plan] as number) + count * (points[i] as number);
    }
  }
  return { voters, votes, score };
}

/** Why a plan takes no part in the count; undefined when it does. */
export function shutOut(plan: number, { votes, score }: Support, rules: BudgetRules): Reason | undefined {
  const has = { votes: votes[plan] ?? 0, score: score[plan] ?? 0 };
  const needed = rules.threshold ?? 1;
  const minScore = rules.minScore ?? 0;
  if (rules.withdrawn?.includes(plan)) return { code: "withdrawn" };
  if (has.votes === 0) return { code: "no-votes" };
  if (has.votes < needed) return { code: "below-threshold", votes: has.votes, needed };
  if (has.score < minScore) return { code: "below-score", score: has.score, needed: minScore };
  return undefined;
}

/** Voters who have at least one of the winners on their ballot. Lays any two outcomes side by side. */
export function votersWithWinner(ballots: readonly MarkedBallot[], options: number, winners: Iterable<number>): number {
  const won = new Uint8Array(options);
  for (const plan of winners) won[plan] = 1;
  let voters = 0;
  for (const ballot of ballots) if (ballot.options.some((plan) => won[plan] === 1)) voters += ballot.count;
  return voters;
}

/** The options as Equal Shares values them. */
export function plansOf(options: readonly Option[], utility: NonNullable<BudgetRules["utility"]>) {
  const cost = Float64Array.from(options, (option) => option.cost);
  const euros = utility === "cost" || utility === "points-cost";
  return { cost, factor: euros ? cost.map((value) => value || 1) : new Float64Array(options.length).fill(1) };
}
