/** Rules for ballots on which options are marked or given points, other than budgets. */
import type { MarkedBallot, Tie } from "./election.ts";

/** An exact part of a whole: two thirds is `{ part: 2, of: 3 }`. Both whole, `of` above 0. */
export interface Share {
  part: number;
  of: number;
}

/** Conditions that any of the rules may carry. Both kinds of share are of the roll: those who might vote. */
export interface Conditions {
  /** How many might vote; needed for `quorum` and `threshold`. */
  roll?: number;
  /** The part of the roll that must hand in a ballot, blank ones included; otherwise nothing is decided. */
  quorum?: Share;
  /** The part of the roll that must have voted for a winner. */
  threshold?: Share;
  /** The number of voters that must have voted for a winner; 1 unless said otherwise. */
  leastVotes?: number;
}

/**
 * - `simple`: more for than against; abstentions are left aside.
 * - `absolute`: for is more than half of for, against and abstentions together.
 * - `two-thirds`: for is at least two thirds of for and against together.
 */
export type Majority = "simple" | "absolute" | "two-thirds";

export type MarkedRule = Conditions &
  (
    | { rule: "majority"; for: string; against: string; abstain?: string; needs: Majority }
    /** Adopted unless somebody objects; `object` is the option that says so. Any other option may be marked beside or instead. */
    | { rule: "consent"; object: string }
    /** One mark each; the most marks win. Marks on `abstain` count as turnout and never win. */
    | { rule: "plurality"; seats?: number; abstain?: string }
    /** Between `min` and `max` marks each. */
    | { rule: "multiple"; seats?: number; min: number; max: number }
    | { rule: "approval"; seats?: number }
    /** 1 to `max` for each option; options left out get 0. The highest sum wins, then the most voters. */
    | { rule: "score"; seats?: number; max: number }
    /** At most `total` points to divide, at most `perOption` on one option. The highest sum wins, then the most voters. */
    | { rule: "points"; seats?: number; total: number; perOption?: number }
  );

/** What keeps a ballot from being counted. */
export type BallotFault =
  | "too-few"
  | "too-many"
  | "too-many-points"
  | "too-many-on-one"
  | "not-a-mark"
  | "unknown-option"
  | "twice";

export type MarkedReason =
  | { code: "elected" }
  | { code: "adopted" }
  | { code: "not-for-election" }
  | { code: "no-quorum"; voters: number; needed: number }
  | { code: "no-votes" }
  | { code: "below-threshold"; votes: number; needed: number }
  /** Fewer points (or votes, or both equal and then fewer votes) than the last that won; `missing` is 0 when votes decided. */
  | { code: "fewer"; than: string; missing: number }
  | { code: "lot"; to: string }
  /** Majority: not enough for; `needed` is the number of votes for that would have done. */
  | { code: "no-majority"; votes: number; needed: number }
  | { code: "objections"; objections: number };

export interface MarkedOption {
  id: string;
  /** Voters who marked it. */
  votes: number;
  /** Points together; equal to `votes` where ballots carry no points. */
  points: number;
  elected: boolean;
  reason: MarkedReason;
}

export interface MarkedOutcome {
  rule: MarkedRule["rule"];
  /** Majority and consent decide one question; the others elect, and say here only that too few voted for that. */
  decision?: "adopted" | "rejected" | "no-quorum";
  /** Ids, best first. For an adopted majority the option that stands for it. */
  winners: string[];
  /** Options by points and then votes, best first; equal ones share a tier. Not for majority and consent. */
  ranking?: string[][];
  /** All who handed in a ballot. */
  voters: number;
  /** Ballots that mark nothing. */
  blank: number;
  /** Ballots that break the rule and are left out. */
  invalid: number;
  votersWithNoWinner: number;
  /** In the order of the options. */
  options: MarkedOption[];
  ties: Tie[];
}

/** What is wrong with a ballot under a rule, if anything. A blank ballot is always good: it counts as turnout. */
export function ballotFault(
  rule: MarkedRule,
  { options, points }: Omit<MarkedBallot, "count">,
  size: number,
): BallotFault | undefined {
  if (options.length === 0) return undefined;
  if (options.some((place) => !(Number.isInteger(place) && place >= 0 && place < size))) return "unknown-option";
  if (new Set(options).size !== options.length) return "twice";
  if (points.length !== options.length || points.some((given) => !(Number.isSafeInteger(given) && given > 0)))
    return "not-a-mark";
  if (rule.rule === "score") return points.some((given) => given > rule.max) ? "too-many-on-one" : undefined;
  if (rule.rule === "points") {
    if (points.some((given) => given > (rule.perOption ?? rule.total))) return "too-many-on-one";
    return points.reduce((sum, given) => sum + given, 0) > rule.total ? "too-many-points" : undefined;
  }
  if (points.some((given) => given !== 1)) return "not-a-mark";
  if (rule.rule === "multiple") return options.length < rule.min ? "too-few" : options.length > rule.max ? "too-many" : undefined;
  return (rule.rule === "majority" || rule.rule === "plurality") && options.length > 1 ? "too-many" : undefined;
}

/** The smallest whole number that is at least this part of the roll. */
export function shareOf({ part, of }: Share, roll: number): number {
  return Number((BigInt(part) * BigInt(roll) + BigInt(of) - 1n) / BigInt(of));
}
