/** Counts what a file of ballots holds. Pure: the same in the command, its worker thread and the browser. */
import {
  type BudgetOutcome,
  type BudgetRules,
  type Completion,
  countBudget,
  type OnProgress,
  type Utility,
} from "../counting/budget.ts";
import type { Election, MarkedBallot, Option, RankedBallot, Tie } from "../counting/election.ts";
import { lotsOnDemand } from "../counting/lot.ts";
import { countMarks, type MarkedOutcome } from "../counting/marks.ts";
import { countRanked, type RankedOutcome, type RankedRule, rankedRules } from "../counting/ranked.ts";
import type { Saying } from "../counting/saying.ts";
import type { ElectionFile } from "./election-file.ts";
import { approvalsOf } from "./ranked-approvals.ts";
import { rankedElectionOf, without } from "./ranked-file.ts";

export const budgetRules = ["most-votes", "votes-per-cost", "equal-shares"] as const;
export const tallyRules = [...budgetRules, ...rankedRules, "approval"] as const;
export type TallyRule = (typeof tallyRules)[number];

export interface TallyWish {
  rule: TallyRule;
  utility?: Utility;
  completion?: Completion;
  misfit?: "skip" | "stop";
  /** Votes that a winner needs at least; points where the ballots of a budget carry points. */
  threshold?: number;
  /** STV, Schulze, Borda, approval. What the file says (.blt, for STV), or 1. */
  seats?: number;
}

/** What `kernplein tally --json` prints. Ids as in the file, votes as decimal strings, money in the currency of the file. */
export interface TallyReport {
  rule: TallyRule;
  /** Ranked rules and approval: in the order elected. Budgets: in the order of the file. */
  winners: string[];
  cost: number;
  voters: number;
  votersWithNoWinner: number;
  ties: readonly Tie[];
  stages?: { action: string; votes: Record<string, string> }[];
  ranking?: string[][];
}

export type Counted =
  | { kind: "ranked"; outcome: RankedOutcome }
  | { kind: "marked"; outcome: MarkedOutcome }
  /** Money in `outcome` is in units of which `unit` go into one of the file's currency; voters and votes likewise by `voterUnit`. */
  | { kind: "budget"; outcome: BudgetOutcome; unit: number; voterUnit: number };

export interface Tallied {
  report: TallyReport;
  options: readonly Option[];
  counted: Counted;
}

/** Gives the count, or one sentence why this file cannot be counted by this rule. */
export function tallyFile(source: ElectionFile, wish: TallyWish, onProgress?: OnProgress): Tallied | { refused: Saying } {
  const { rule } = wish;
  if (rule === "most-votes" || rule === "votes-per-cost" || rule === "equal-shares")
    return tallyBudget(source, { ...wish, rule }, onProgress);
  if (rule === "approval") return tallyApproval(source, wish);
  return tallyRanked(source, { ...wish, rule });
}

function tallyBudget(
  source: ElectionFile,
  { rule, utility, completion, misfit, threshold }: TallyWish & { rule: BudgetRules["rule"] },
  onProgress?: OnProgress,
): Tallied | { refused: Saying } {
  if (source.format !== "pb")
    return {
      refused: {
        en: "A budget rule needs costs and a budget, and this file has none: take a .pb file.",
        nl: "Voor een budget zijn bedragen nodig en die staan niet in dit bestand: neem een .pb-bestand.",
      },
    };
  const { election, budget, unit, pointUnit, voterUnit, withdrawn, kind } = source.content;
  const least =
    kind === "approval" ? { threshold: scaled(threshold, voterUnit) } : { minScore: scaled(threshold, voterUnit * pointUnit) };
  const rules: BudgetRules = { rule, budget, currencyUnit: unit, withdrawn, misfit, utility, completion, ...least };
  const outcome = countBudget(election, rules, lotsOnDemand(election), onProgress);
  const won = new Set(outcome.winners);
  return {
    report: {
      rule,
      winners: election.options.flatMap(({ id }) => (won.has(id) ? [id] : [])),
      cost: outcome.cost / unit,
      voters: outcome.voters / voterUnit,
      votersWithNoWinner: outcome.votersWithNoWinner / voterUnit,
      ties: outcome.ties,
    },
    options: election.options,
    counted: { kind: "budget", outcome, unit, voterUnit },
  };
}

function scaled(value: number | undefined, unit: number): number | undefined {
  return value === undefined ? undefined : value * unit;
}

function tallyApproval(source: ElectionFile, { threshold, seats = 1 }: TallyWish): Tallied {
  const { election, unit, voterUnit } =
    source.format === "pb" ? approvalsIn(source) : { election: approvalsOf(source), unit: 1, voterUnit: 1 };
  const outcome = countMarks(
    election,
    { rule: "approval", seats, leastVotes: scaled(threshold, voterUnit) },
    lotsOnDemand(election),
  );
  const { winners, voters, votersWithNoWinner, ties, ranking } = outcome;
  const cost = election.options.reduce((sum, option) => (winners.includes(option.id) ? sum + option.cost : sum), 0) / unit;
  return {
    report: {
      rule: "approval",
      winners,
      cost,
      voters: voters / voterUnit,
      votersWithNoWinner: votersWithNoWinner / voterUnit,
      ties,
      ...(ranking ? { ranking } : {}),
    },
    options: election.options,
    counted: { kind: "marked", outcome },
  };
}

/** A project that got any points was approved. */
function approvalsIn({ content }: ElectionFile & { format: "pb" }): {
  election: Election<MarkedBallot>;
  unit: number;
  voterUnit: number;
} {
  const ballots = content.election.ballots.map(({ count, options }) => ({ count, options, points: options.map(() => 1) }));
  return { election: { options: content.election.options, ballots }, unit: content.unit, voterUnit: content.voterUnit };
}

function tallyRanked(source: ElectionFile, { rule, seats }: TallyWish & { rule: RankedRule }): Tallied | { refused: Saying } {
  const election = rankingsIn(source);
  if (!election)
    return {
      refused: {
        en: "This rule needs ballots that rank, and the ballots of this file do not (vote_type is not ordinal).",
        nl: "Deze telling heeft een volgorde op elk stembiljet nodig, en die staat niet in dit bestand (vote_type is niet ordinal).",
      },
    };
  const { unit, voterUnit } = source.format === "pb" ? source.content : { unit: 1, voterUnit: 1 };
  const fromFile = rule === "stv" && source.format !== "pb" ? source.file.seats : 1;
  const outcome = countRanked(election, rule, seats ?? fromFile, lotsOnDemand(election));
  const { winners, voters, votersWithNoWinner, ties, stages } = outcome;
  return {
    report: {
      rule,
      winners,
      cost: election.options.reduce((sum, { id, cost }) => (winners.includes(id) ? sum + cost : sum), 0) / unit,
      voters: voters / voterUnit,
      votersWithNoWinner: votersWithNoWinner / voterUnit,
      ties,
      stages: stages.map(({ action, option, votes }) => ({
        action: option === undefined ? action : `${action} ${option}`,
        votes,
      })),
      ...("ranking" in outcome ? { ranking: outcome.ranking } : {}),
    },
    options: election.options,
    counted: { kind: "ranked", outcome },
  };
}

function rankingsIn(source: ElectionFile): Election<RankedBallot> | undefined {
  if (source.format !== "pb") return rankedElectionOf(source.file);
  const { ranked, withdrawn } = source.content;
  return ranked && without(ranked, new Set(withdrawn));
}
