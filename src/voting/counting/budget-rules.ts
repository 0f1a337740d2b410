/**
 * The rules of a village budget and the outcome of a count, with all that an explanation needs. Money is a whole number of the
 * smallest unit everywhere (cents, or whatever the election counts in), fractions of it are exact.
 */
import type { Tie } from "./election.ts";

export type Utility =
  /** Every plan a voter marks is worth its cost to him. */
  | "cost"
  /** Every plan a voter marks is worth 1 ("card" in the literature). */
  | "votes"
  /** A plan is worth the points given to it. */
  | "points"
  /** A plan is worth its points times its cost: points say how much a voter likes every euro spent on it. */
  | "points-cost";

export type Completion = "none" | "votes" | "add1" | "add1+votes" | "add1-exhaustive" | "add1-exhaustive+votes";

export interface BudgetRules {
  rule: "most-votes" | "votes-per-cost" | "equal-shares";
  /** What there is to spend. */
  budget: number;
  /** most-votes and votes-per-cost: go on after a plan that does not fit (default), or end there. */
  misfit?: "skip" | "stop";
  /** equal-shares: what a plan is worth to its supporters; "cost" unless said otherwise. */
  utility?: Utility;
  /** equal-shares: what happens with the money that is left; "none" unless said otherwise. */
  completion?: Completion;
  /** One currency unit in the smallest unit, which Add1 gives every voter more per step: 100 when counting in cents; 1 by default. */
  currencyUnit?: number;
  /** The most that may be spent on the plans of a theme. Themes not named have no cap. */
  themeCaps?: Readonly<Record<string, number>>;
  /** Sets of plans (by their place) of which at most one can win. */
  exclusive?: readonly (readonly number[])[];
  /** Plans (by their place) taken out after the vote had begun: they take no part, their marks stay in the count of votes. */
  withdrawn?: readonly number[];
  /** The number of voters that must have marked a plan; 1 by default. */
  threshold?: number;
  /** The points a plan must have got together; 0 by default. */
  minScore?: number;
}

/** A sum of money that need not be whole: the exact fraction ("25000/21" or "412") and the nearest whole number (halves up). */
export interface Amount {
  exact: string;
  rounded: number;
}

/** Why a plan won or did not. */
export type Reason =
  /** Won: its supporters paid for it together. */
  | { code: "equal-shares" }
  /** Won: the most votes (or votes per cost) and it fitted; under equal-shares, with the money that was left. */
  | { code: "by-votes" }
  | { code: "withdrawn" }
  | { code: "no-votes" }
  | { code: "below-threshold"; votes: number; needed: number }
  | { code: "below-score"; score: number; needed: number }
  /** It costs more than the whole budget. */
  | { code: "over-budget"; missing: number }
  /** It costs more than its theme may spend altogether, or more than the theme had left. */
  | { code: "theme-full"; theme: string; cap: number; spent: number; missing: number }
  /** Another plan of the same exclusive set won. */
  | { code: "excluded-by"; winner: string }
  /** When its turn came (or, under equal-shares, at the end) there was not enough money left. */
  | { code: "did-not-fit"; left: number; missing: number }
  /** Its supporters together had too little left; `had` is what they had. */
  | { code: "supporters-short"; had: Amount; missing: Amount }
  /** The count had ended at a plan that did not fit (misfit "stop"). */
  | { code: "stopped"; at: string };

/** What supporters paid for a plan elected by equal shares. */
export interface Payment {
  /** Price of one unit of utility: the figure by which plans are compared; the lowest goes first. An exact fraction. */
  rho: string;
  /** What a supporter pays who has enough: for one point where points count, for the plan otherwise. */
  price: Amount;
  /** Voters who paid the full price, and voters who gave all they had left, together `restPaid`. */
  paidInFull: number;
  paidRest: number;
  restPaid: Amount;
}

export interface ProjectResult {
  id: string;
  cost: number;
  /** Voters who marked it. */
  votes: number;
  /** Points it got together; equal to `votes` where ballots carry no points. */
  score: number;
  elected: boolean;
  reason: Reason;
  /** Its place in the order of election, from 1. Winners only. */
  round?: number;
  payment?: Payment;
  /** Under equal-shares, for a plan its supporters could not pay: what they had left together at the end, and what lacked. */
  shortage?: { had: Amount; missing: Amount };
}

/** Voters who have the same number of winning plans on their ballot: what they paid and have left under equal shares. */
export interface VotersByWinners {
  winners: number;
  voters: number;
  paid: Amount;
  left: Amount;
}

/** How the share of each voter came about. */
export interface Shares {
  /** budget / voters. */
  start: Amount;
  /** What each voter had in the outcome kept; equal to `start` without Add1. */
  final: Amount;
  /** Steps of Add1 in the outcome kept; each gives every voter one currency unit more. */
  steps: number;
  /** Why Add1 ended: one step more spends over the budget; nothing could be added; everything is funded; more money changes nothing. */
  ended?: "overspent" | "exhaustive" | "everything-funded" | "nothing-changes";
  /** What the step after the one kept would have cost. */
  overspent?: { cost: number; excess: number };
  /** The steps at which other plans won than one step before, for the drawing. The first is step 0. */
  changes: readonly { step: number; cost: number; winners: number }[];
}

export interface BudgetOutcome {
  /** Ids in order of election. */
  winners: readonly string[];
  cost: number;
  /** Budget not spent. */
  left: number;
  voters: number;
  votersWithNoWinner: number;
  /** In the order of the options. */
  projects: readonly ProjectResult[];
  ties: readonly Tie[];
  /** equal-shares only. */
  shares?: Shares;
  /** equal-shares only, fewest winners first. `paid` leaves out what completion by votes spent. */
  votersByWinners?: readonly VotersByWinners[];
  /** Ids funded with the money that was left, after equal-shares. */
  byCompletion: readonly string[];
}

/** Told during a long count: steps of Add1 done, and the cost of the last. */
export type OnProgress = (progress: { step: number; cost: number; budget: number }) => void;
