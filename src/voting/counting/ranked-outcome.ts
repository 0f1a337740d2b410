/** What a count of ranked ballots gives: winners, and everything needed to say why. Ids are those of the election. */
import type { Tie } from "./election.ts";

export const rankedRules = ["irv", "stv", "schulze", "borda"] as const;
export type RankedRule = (typeof rankedRules)[number];

/** The standing after one action. Votes are decimal strings, exact: whole for IRV, five decimals for STV, halves for Borda. */
export interface RankedStage {
  action: "first preferences" | "surplus" | "exclude" | "points";
  /** Whose surplus was transferred, or who was excluded. */
  option?: string;
  /** Per option. IRV names those still in the running; STV names all, with 0 for those excluded. */
  votes: Record<string, string>;
  /** Votes that no option holds any longer; with `votes` it adds up to the valid ballots. Absent for Borda. */
  nonTransferable?: string;
  /** What one vote of the moved ballots is worth at most after a surplus: "0.15100". */
  transferValue?: string;
  /** Elected at the end of this stage, most votes first. */
  elected: string[];
}

interface AnyOutcome {
  seats: number;
  /** Ballots handed in, empty and unreadable ones included. */
  voters: number;
  /** Ballots that count: for IRV and STV those with exactly one first preference, otherwise those that rank anything. */
  valid: number;
  /** In the order in which they were elected. Empty only when no ballot is valid. */
  winners: string[];
  /** Voters whose ballot ranks none of the winners. */
  votersWithNoWinner: number;
  ties: Tie[];
  stages: RankedStage[];
}

export interface TransferOutcome extends AnyOutcome {
  rule: "irv" | "stv";
  /** Votes that secure a seat; STV only. */
  quota?: number;
}

export interface SchulzeOutcome extends AnyOutcome {
  rule: "schulze";
  /** Best first; options in one tier cannot be told apart by the ballots. */
  ranking: string[][];
  /** Who beats every other option in a straight comparison, if anyone does. */
  condorcetWinner?: string;
  /** `pairwise[a][b]`: voters who prefer the option at place a to the one at place b. */
  pairwise: number[][];
  /** `strengths[a][b]`: the strongest path from a to b, by winning votes; 0 where there is none. */
  strengths: number[][];
}

export interface BordaOutcome extends AnyOutcome {
  rule: "borda";
  ranking: string[][];
}

export type RankedOutcome = TransferOutcome | SchulzeOutcome | BordaOutcome;
