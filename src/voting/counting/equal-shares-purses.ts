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
  /** By plan: its supporters who are not known to be broke stand before `liveEnd`; together they weigh `liveWeight`. */
  readonly liveEnd: Int32Array;
  readonly liveWeight: Float64Array;
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
    liveEnd: new Int32Array(options),
    liveWeight: new Float64Array(options),
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
  purses.liveEnd.set(purses.profile.start.subarray(1));
  purses.liveWeight.set(purses.profile.totalWeight);
  purses.roundOf.fill(-1);
  purses.rounds = 0;
}

/** Works the purses out again from the true prices of all rounds, so that errors do not pile up. */
export function refreshPurses(purses: Purses, prices: Float64Array): void {
  const { profile, money, brokeAt, roundOf, share, rounds } = purses;
  for (let group = 0; group < profile.groups; group++) {
    if (brokeAt[group] !== NEVER) continue;
    const end = profile.groupStart[group + 1] as number;
    let left = share;
    for (let entry = profile.groupStart[group] as number; entry < end; entry++) {
      const round = roundOf[profile.groupOption[entry] as number] as number;
      if (round >= 0) left -= (prices[round] as number) * (profile.groupWeight[entry] as number);
    }
    money[group] = Math.max(0, left);
  }
  purses.error = (rounds + 3) * 2 * EPSILON * share;
}
