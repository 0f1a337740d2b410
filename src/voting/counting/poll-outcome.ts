/** What the count of a poll yields: docs/ballot-format.md, section 10. Plain JSON of whole numbers, strings, booleans and null. */
import type { BudgetOutcome } from "./budget-rules.ts";
import type { Tie } from "./election.ts";
import type { MarkedOutcome } from "./marked-rules.ts";
import type { CountingRule } from "./poll.ts";
import type { BordaOutcome, RankedOutcome, SchulzeOutcome, TransferOutcome } from "./ranked-outcome.ts";

type Shared = "rule" | "winners" | "ties";

export interface PollOutcome {
  rule: CountingRule["rule"];
  /** Ids in the order of election; of a majority or consent that was carried the one id `for` or `consent`. */
  winners: readonly string[];
  /** Carried or not; null for rules that choose among options. */
  decided: boolean | null;
  /** Counted ballots that were needed and that there were; null where no quorum was asked. */
  quorum: { needed: number; voted: number; reached: boolean } | null;
  /** Per option the ballots that chose it, gave it a point or ranked it. */
  votes: Readonly<Record<string, number>>;
  /** Per option the points it got together, where ballots give points. */
  points: Readonly<Record<string, number>> | null;
  ties: readonly Tie[];
  /** Every option with its reason, ranking, blank ballots. Null for the other rules, and when fewer than 10 ballots count. */
  marked: Omit<MarkedOutcome, Shared> | null;
  /** Stages, ranking and pairwise figures of a ranked rule. Null for others, and when fewer than 10 ballots count. */
  ranked: Omit<TransferOutcome, Shared> | Omit<SchulzeOutcome, Shared> | Omit<BordaOutcome, Shared> | null;
  /** Plans, payments and shares of a budget. Null for others, and when fewer than 10 ballots count. */
  budget: Omit<BudgetOutcome, Shared> | null;
}

export function markedDetail({ rule: _rule, winners: _winners, ties: _ties, ...detail }: MarkedOutcome): PollOutcome["marked"] {
  return detail;
}

export function rankedDetail({ rule: _rule, winners: _winners, ties: _ties, ...detail }: RankedOutcome): PollOutcome["ranked"] {
  return detail;
}

export function budgetDetail({ winners: _winners, ties: _ties, ...detail }: BudgetOutcome): PollOutcome["budget"] {
  return detail;
}

/** With fewer counted ballots than this only totals are published: from anything more, single ballots could be worked out. */
export const fewestPublished = 10;

/** The outcome and the seed (hex) as they may be published when `ballots` ballots count. */
export function publishable(
  counted: { outcome: PollOutcome; seed: string },
  ballots: number,
): { outcome: PollOutcome; seed: string | null } {
  if (ballots >= fewestPublished) return counted;
  return { outcome: { ...counted.outcome, marked: null, ranked: null, budget: null }, seed: null };
}
