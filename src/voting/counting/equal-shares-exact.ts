/**
 * The exact side of Equal Shares. A voter who never paid all he had owns share - (sum over elected plans on his ballot of price ×
 * weight); one who did owns nothing. So any sum of purses is a whole number of shares minus whole numbers of prices, and shares and
 * prices are whole numbers over one common denominator. That is computed only where doubles cannot decide.
 */
import { type Fraction, greatestCommonDivisor } from "./budget-fraction.ts";
import type { Purses } from "./equal-shares-purses.ts";

/** `shares` × share - sum of `prices[round]` × price of that round. The coefficients are whole numbers below 2^53. */
interface PurseSum {
  shares: number;
  prices: Float64Array;
}

export interface ExactPurses {
  /** Forgets what was known: to be called whenever the purses are filled anew. */
  reset(): void;
  /** What supporters of the given entries of the profile have together now. */
  moneyOf(entries: Int32Array, length: number): Fraction;
  /** What `voters` voters of every given group have together now. */
  moneyOfGroups(groups: Iterable<readonly [group: number, voters: number]>): Fraction;
  /** (cost - what the first `length` of `poor` have) / weight: the price of a plan for those who can pay it. */
  price(plan: number, poor: Int32Array, length: number, restWeight: number): Fraction;
  /** Whether one voter of a group has less than price × weight. */
  hasLess(group: number, price: Fraction, weight: number): boolean;
  /** The price of the plan elected in a round. */
  priceOfRound(round: number): Fraction;
  share(): Fraction;
}

export function makeExactPurses(purses: Purses): ExactPurses {
  const { profile, plans, brokeAt, roundOf, elected } = purses;
  const sum: PurseSum = { shares: 0, prices: new Float64Array(elected.length) };
  let denominator = 1n;
  let share = 0n;
  let prices: bigint[] = [];

  const clear = () => {
    sum.shares = 0;
    sum.prices.fill(0);
  };
  /** Adds what a group has at the start of `round`. */
  const add = (group: number, voters: number, round: number) => {
    if ((brokeAt[group] as number) < round) return;
    sum.shares += voters;
    const end = profile.groupStart[group + 1] as number;
    for (let entry = profile.groupStart[group] as number; entry < end; entry++) {
      const paidIn = roundOf[profile.groupOption[entry] as number] as number;
      if (paidIn >= 0 && paidIn < round)
        sum.prices[paidIn] = (sum.prices[paidIn] as number) + voters * (profile.groupWeight[entry] as number);
    }
  };
  /** The sum as a numerator over the common denominator. */
  const total = () => {
    let numerator = BigInt(sum.shares) * share;
    prices.forEach((price, round) => {
      const times = sum.prices[round] as number;
      if (times !== 0) numerator -= BigInt(times) * price;
    });
    return numerator;
  };
  const learnRound = (round: number) => {
    const plan = elected[round] as number;
    let restWeight = 0;
    clear();
    for (let entry = profile.start[plan] as number; entry < (profile.start[plan + 1] as number); entry++) {
      const group = profile.group[entry] as number;
      const voters = profile.supporters[entry] as number;
      if ((brokeAt[group] as number) <= round) add(group, voters, round);
      else restWeight += voters * (profile.weight[entry] as number);
    }
    const numerator = BigInt(plans.cost[plan] as number) * denominator - total();
    const weight = BigInt(restWeight);
    const divisor = greatestCommonDivisor(numerator, weight);
    const growth = weight / divisor;
    if (growth > 1n) {
      denominator *= growth;
      share *= growth;
      prices = prices.map((price) => price * growth);
    }
    prices.push(numerator / divisor);
  };
  const catchUp = () => {
    while (prices.length < purses.rounds) learnRound(prices.length);
  };

  return {
    reset: () => {
      const voters = BigInt(purses.profile.voters);
      const divisor = greatestCommonDivisor(purses.total, voters);
      denominator = voters / divisor;
      share = purses.total / divisor;
      prices = [];
    },
    moneyOf: (entries, length) => {
      catchUp();
      clear();
      for (let i = 0; i < length; i++) {
        const entry = entries[i] as number;
        add(profile.group[entry] as number, profile.supporters[entry] as number, purses.rounds);
      }
      return { num: total(), den: denominator };
    },
    moneyOfGroups: (groups) => {
      catchUp();
      clear();
      for (const [group, voters] of groups) add(group, voters, purses.rounds);
      return { num: total(), den: denominator };
    },
    price: (plan, poor, length, restWeight) => {
      catchUp();
      clear();
      for (let i = 0; i < length; i++) {
        const entry = poor[i] as number;
        add(profile.group[entry] as number, profile.supporters[entry] as number, purses.rounds);
      }
      const cost = BigInt(plans.cost[plan] as number);
      return { num: cost * denominator - total(), den: BigInt(restWeight) * denominator };
    },
    hasLess: (group, price, weight) => {
      catchUp();
      clear();
      add(group, 1, purses.rounds);
      return total() * price.den < price.num * BigInt(weight) * denominator;
    },
    priceOfRound: (round) => {
      catchUp();
      return { num: prices[round] ?? 0n, den: denominator };
    },
    share: () => ({ num: share, den: denominator }),
  };
}
