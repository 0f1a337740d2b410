/** Counts a village budget. Pure: the same in server, worker thread, command line, verifier and browser. */
import { makeConstraints } from "./budget-constraints.ts";
import { type Counted, countEqualShares } from "./budget-equal-shares.ts";
import { byScore, byScorePerCost, spendGreedily } from "./budget-greedy.ts";
import type { BudgetOutcome, BudgetRules, OnProgress, ProjectResult, Reason } from "./budget-rules.ts";
import { addUp, type Support, shutOut, votersWithWinner } from "./budget-support.ts";
import { makeTieBreaker, type TieBreaker } from "./budget-ties.ts";
import type { Election, Lots, MarkedBallot } from "./election.ts";

export type * from "./budget-rules.ts";

/**
 * Who wins, and why each plan did or did not. Takes ballots that mark each option at most once; those that say the same may stand
 * together or apart, those that mark nothing count as voters. Counts, points, costs and the budget are whole numbers, and any sum of
 * them is below 2^53. `lots` orders plans that lower cost and more votes cannot tell apart: first comes first.
 * `onProgress` is called every 25 steps of Add1.
 */
export function countBudget(
  election: Election<MarkedBallot>,
  rules: BudgetRules,
  lots: Lots,
  onProgress?: OnProgress,
): BudgetOutcome {
  const { options, ballots } = election;
  const support = addUp(ballots, options.length);
  const constraints = makeConstraints(options, rules);
  const ties = makeTieBreaker(options, support.score, lots);
  const refused = new Map<number, Reason>();
  options.forEach((_, plan) => {
    const reason = shutOut(plan, support, rules);
    if (reason) refused.set(plan, reason);
  });
  const eligible = [...options.keys()].filter((plan) => !refused.has(plan));
  const counted =
    rules.rule === "equal-shares" && support.voters > 0
      ? countEqualShares(election, rules, support, eligible, constraints, ties, onProgress)
      : countGreedily(election, rules, support, eligible, ties);
  for (const [plan, reason] of counted.refused) refused.set(plan, reason);

  const results = options.map(
    (option, plan): ProjectResult => ({
      id: option.id,
      cost: option.cost,
      votes: support.votes[plan] ?? 0,
      score: support.score[plan] ?? 0,
      ...standing(plan, option.cost, rules.budget, counted, refused),
    }),
  );
  const cost = counted.elected.reduce((sum, plan) => sum + (options[plan]?.cost ?? 0), 0);
  return {
    winners: counted.elected.map((plan) => options[plan]?.id ?? ""),
    cost,
    left: rules.budget - cost,
    voters: support.voters,
    votersWithNoWinner: support.voters - votersWithWinner(ballots, options.length, counted.elected),
    projects: results,
    ties: ties.ties,
    ...(counted.shares ? { shares: counted.shares } : {}),
    ...(counted.votersByWinners ? { votersByWinners: counted.votersByWinners } : {}),
    byCompletion: counted.byCompletion.map((plan) => options[plan]?.id ?? ""),
  };
}

function countGreedily(
  { options }: Election<MarkedBallot>,
  rules: BudgetRules,
  { score }: Support,
  eligible: readonly number[],
  ties: TieBreaker,
): Counted {
  const cost = Float64Array.from(options, (option) => option.cost);
  const before = rules.rule === "votes-per-cost" ? byScorePerCost(score, cost) : byScore(score);
  ties.recording = true;
  const { elected, refused } = spendGreedily(
    eligible,
    rules.budget,
    cost,
    before,
    rules.misfit ?? "skip",
    makeConstraints(options, rules),
    ties,
    (plan) => options[plan]?.id ?? "",
  );
  return { elected, refused, byCompletion: [], payments: new Map(), shortages: new Map() };
}

function standing(
  plan: number,
  cost: number,
  budget: number,
  { elected, byCompletion, payments, shortages }: Counted,
  refused: ReadonlyMap<number, Reason>,
): Pick<ProjectResult, "elected" | "reason" | "round" | "payment" | "shortage"> {
  const round = elected.indexOf(plan) + 1;
  const payment = payments.get(plan);
  const shortage = shortages.get(plan);
  const lacking = shortage ? { shortage } : {};
  if (round > 0 && payment) return { elected: true, reason: { code: "equal-shares" }, round, payment };
  if (round > 0) return { elected: true, reason: { code: "by-votes" }, round, ...(byCompletion.includes(plan) ? lacking : {}) };
  const reason = refused.get(plan) ?? { code: "did-not-fit", left: budget, missing: 0 };
  const outright = reason.code === "did-not-fit" || reason.code === "supporters-short";
  if (outright && cost > budget) return { elected: false, reason: { code: "over-budget", missing: cost - budget }, ...lacking };
  return { elected: false, reason, ...lacking };
}
