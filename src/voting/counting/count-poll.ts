/** Counts a poll by its frozen definition. The same in server, verifier and browser. docs/ballot-format.md, sections 9 and 10. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { countBudget, type OnProgress } from "./budget.ts";
import type { BudgetRules } from "./budget-rules.ts";
import type { Election, MarkedBallot, Option } from "./election.ts";
import { lotsFrom } from "./lot.ts";
import { countMarks } from "./marks.ts";
import type { Choice, CountingRule, PollDefinition } from "./poll.ts";
import { gatherChoices, markedBallots, rankedBallots } from "./poll-ballots.ts";
import { decisionOf, isRanked, markedRule } from "./poll-decision.ts";
import { budgetDetail, markedDetail, type PollOutcome, rankedDetail } from "./poll-outcome.ts";
import { countRanked } from "./ranked.ts";

export { fewestPublished, type PollOutcome, publishable } from "./poll-outcome.ts";

export type CountedPoll = Pick<PollDefinition, "form" | "count" | "options" | "rollSize">;

/**
 * Takes the counted choices, in any order; all must obey the form (choices.ts) and the form must fit the rule. Gives the whole outcome and
 * the seed of the lots in hex; what of it may be published is `publishable`. `onProgress` is told of the steps of a long budget count.
 */
export function countPoll(
  poll: CountedPoll,
  choices: readonly Choice[],
  onProgress?: OnProgress,
): { outcome: PollOutcome; seed: string } {
  const { gathered, seed } = gatherChoices(choices);
  const options = poll.options.map(({ id, label, cost, theme }) => ({ id, label, cost, ...(theme !== null && { theme }) }));
  const marked = { options, ballots: markedBallots(poll.form, options, gathered) };
  const lots = lotsFrom(seed, options);
  const count = (): Pick<PollOutcome, "winners" | "ties"> & Partial<PollOutcome> => {
    const rule = poll.count;
    if ("budget" in rule) {
      const budget = countBudget(marked, budgetRules(rule, options), lots, onProgress);
      return { winners: budget.winners, ties: budget.ties, budget: budgetDetail(budget) };
    }
    if (isRanked(rule)) {
      const ranked = countRanked({ options, ballots: rankedBallots(options, gathered) }, rule.rule, rule.seats, lots);
      return { winners: ranked.winners, ties: ranked.ties, ranked: rankedDetail(ranked) };
    }
    const outcome = countMarks(marked, markedRule(poll, rule), lots);
    const decision = "quorum" in rule ? decisionOf(rule, outcome, poll.rollSize) : {};
    return { winners: outcome.winners, ties: outcome.ties, marked: markedDetail(outcome), ...decision };
  };
  const outcome = {
    rule: poll.count.rule,
    decided: null,
    quorum: null,
    ...sums(poll, marked),
    marked: null,
    ranked: null,
    budget: null,
    ...count(),
  };
  return { outcome, seed: bytesToHex(seed) };
}

function sums({ form }: CountedPoll, { options, ballots }: Election<MarkedBallot>): Pick<PollOutcome, "votes" | "points"> {
  const votes = options.map(() => 0);
  const points = options.map(() => 0);
  for (const ballot of ballots)
    for (const [at, place] of ballot.options.entries()) {
      votes[place] = (votes[place] ?? 0) + ballot.count;
      points[place] = (points[place] ?? 0) + ballot.count * (ballot.points[at] ?? 0);
    }
  const byId = (figures: number[]) => Object.fromEntries(options.map(({ id }, place) => [id, figures[place] ?? 0]));
  return { votes: byId(votes), points: form.kind === "score" || form.kind === "points" ? byId(points) : null };
}

function budgetRules(count: Extract<CountingRule, { budget: number }>, options: readonly Option[]): BudgetRules {
  const places = new Map(options.map(({ id }, place) => [id, place]));
  return { ...count, exclusive: count.exclusive.map((set) => set.map((id) => places.get(id) ?? -1)), currencyUnit: 100 };
}
