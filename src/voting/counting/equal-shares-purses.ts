/** What every voter has left while Equal Shares runs: doubles with a known greatest error, and what is needed to know it exactly. */
import type { Profile } from "./budget-profile.ts";

/** Twice the rounding error of one operation on doubles, relative. */
export const EPSILON = 2 ** -52;
/** `brokeAt` of a group that still has money, or never paid. */
export const NEVER = 0x7fffffff;

/** The plans as Equal Shares compares them. A supporter values a plan at weight × factor. */
export interface Plans {
  cost: Float64Array;
  /** The cost when euros count (1 if it is 0), 1 when marks or points count alone. */
  factor: Float64Array;
}

export interface Purses {
  readonly profile: Profile;
  readonly plans: Plans;
  /** All voters' money together at the start; each has total / voters. */
  total: bigint;
  share: number;
  /** By group, what one voter has left; no further than `error` from the truth. */
  readonly money: Float64Array;
  error: number;
  /** By group: the round in which it paid all it had. */
  readonly brokeAt: Int32Array;
  /** Plans in order of election, and the round (from 0) of each plan or -1. */
  readonly elected: Int32Array;
  readonly roundOf: Int32Array;
  rounds: number;
}

export function makePurses(profile: Profile, plans: Plans): Purses {
  const options = plans.cost.length;
  return {
    profile,
    plans,
    total: 0n,
    share: 0,
    money: new Float64Array(profile.groups),
    error: 0,
    brokeAt: new Int32Array(profile.groups),
    elected: new Int32Array(options),
    roundOf: new Int32Array(options),
    rounds: 0,
  };
}

/** Gives every voter the same share of `total` and forgets all elections, reusing the memory. */
export function fillPurses(purses: Purses, total: bigint): void {
  purses.total = total;
  purses.share = Number(total) / purses.profile.voters;
  purses.error = purses.share * 2 * EPSILON;
  purses.money.fill(purses.share);
  purses.brokeAt.fill(NEVER);
  purses.roundOf.fill(-1);
  purses.rounds = 0;
}
