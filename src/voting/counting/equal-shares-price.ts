/**
 * The price at which supporters can pay for a plan together: all pay price × weight, those who have less give all they have
 * (water-filling). Found by parting the supporters again and again into poor and rest: whoever is poor at a price that is too low is
 * poor at the true one, so the order does not matter. Doubles decide while they can, the exact purses the rest.
 */
import { type Fraction, toDouble } from "./budget-fraction.ts";
import type { ExactPurses } from "./equal-shares-exact.ts";
import { EPSILON, NEVER, type Purses } from "./equal-shares-purses.ts";

export type Verdict = "unaffordable" | "priced" | "too-dear";

/** A plan priced. `price` is no further than `error` from the truth; after "too-dear" it is a lower bound. */
export interface Pricing {
  plan: number;
  price: number;
  error: number;
  /** Entries of the profile: who gives all he has, and who pays the price. */
  readonly poor: Int32Array;
  poorLength: number;
  readonly rest: Int32Array;
  restLength: number;
  restWeight: number;
}

export interface Pricer {
  /** The plan priced last. */
  readonly last: Pricing;
  /** The plan kept, until another is. */
  readonly kept: Pricing;
  /** Prices a plan; gives up as soon as the price must be above `ceiling`. */
  price(plan: number, ceiling: number): Verdict;
  /** Sets the plan priced last aside in `kept`; what was there is lost. */
  keep(): void;
  /** The exact price of the plan priced last. */
  exactly(): Fraction;
}

export function makePricer(purses: Purses, exact: ExactPurses): Pricer {
  const { profile, plans, money, brokeAt, liveEnd, liveWeight } = purses;
  const { start, group, weight, supporters, votes, maxWeight } = profile;
  const longest = votes.length === 0 ? 0 : Math.max(...start.subarray(1).map((end, plan) => end - (start[plan] as number)));
  let last = emptyPricing(longest);
  let kept = emptyPricing(longest);
  let poorMoney = 0;
  let poorVoters = 0;
  let doubtful = false;
  const slack = () => purses.error + (last.error + 2 * EPSILON * last.price) * maxWeight;

  const enoughTogether = (plan: number, together: number): boolean => {
    const cost = plans.cost[plan] as number;
    const entries = (start[plan + 1] as number) - (start[plan] as number);
    const error = (votes[plan] as number) * purses.error + (entries + 2) * EPSILON * together;
    if (together < cost - error) return false;
    if (together > cost + error) return true;
    const { num, den } = exact.moneyOf(
      Int32Array.from({ length: entries }, (_, i) => (start[plan] as number) + i),
      entries,
    );
    return num >= BigInt(cost) * den;
  };

  /** Whether even untouched purses would not do: it spares the sweep. */
  const neverEnough = (plan: number): boolean =>
    (votes[plan] as number) * purses.share * (1 + 4 * EPSILON) < (plans.cost[plan] as number);

  /** Takes a broke supporter out of the sweeps to come, until the purses are filled again. Entries of a plan may stand in any order. */
  const bury = (plan: number, entry: number, end: number) => {
    const [itsGroup, itsWeight, voters] = [group[entry] as number, weight[entry] as number, supporters[entry] as number];
    liveEnd[plan] = end;
    liveWeight[plan] = (liveWeight[plan] as number) - voters * itsWeight;
    group[entry] = group[end] as number;
    weight[entry] = weight[end] as number;
    supporters[entry] = supporters[end] as number;
    group[end] = itsGroup;
    weight[end] = itsWeight;
    supporters[end] = voters;
  };

  /** Parts the supporters at the price they would pay if all who have anything were rich, and adds up what they have. */
  const firstSweep = (plan: number): number => {
    const { price, poor, rest } = last;
    const tolerance = slack();
    let restWeight = liveWeight[plan] as number;
    let end = liveEnd[plan] as number;
    let together = 0;
    let poorLength = 0;
    let restLength = 0;
    poorMoney = 0;
    poorVoters = 0;
    doubtful = false;
    for (let entry = start[plan] as number; entry < end; ) {
      const has = money[group[entry] as number] as number;
      if (has === 0 && brokeAt[group[entry] as number] !== NEVER) {
        restWeight -= (supporters[entry] as number) * (weight[entry] as number);
        bury(plan, entry, --end);
        continue;
      }
      const many = supporters[entry] as number;
      const worth = weight[entry] as number;
      const gap = has - price * worth;
      together += many * has;
      if (gap < -tolerance) {
        poor[poorLength++] = entry;
        poorMoney += many * has;
        poorVoters += many;
        restWeight -= many * worth;
      } else {
        rest[restLength++] = entry;
        if (gap < tolerance) doubtful = true;
      }
      entry++;
    }
    last.poorLength = poorLength;
    last.restLength = restLength;
    last.restWeight = restWeight;
    return together;
  };

  const reprice = (plan: number) => {
    const cost = plans.cost[plan] as number;
    last.price = (cost - poorMoney) / last.restWeight;
    const sumError = poorVoters * purses.error + (last.poorLength + 2) * EPSILON * (poorMoney + cost);
    last.error = sumError / last.restWeight + 2 * EPSILON * last.price;
  };

  /** Moves those of the rest who are poor after all, by doubles or, where these cannot tell, by `truth`. Says whether anybody moved. */
  const sweepRest = (truth?: Fraction): boolean => {
    const { price, poor, rest, restLength } = last;
    const tolerance = slack();
    let left = 0;
    doubtful = false;
    for (let i = 0; i < restLength; i++) {
      const entry = rest[i] as number;
      const has = money[group[entry] as number] as number;
      const worth = weight[entry] as number;
      const gap = has - price * worth;
      const near = gap < tolerance && gap >= -tolerance;
      if (near && !truth) doubtful = true;
      if (gap >= tolerance || (near && !(truth && exact.hasLess(group[entry] as number, truth, worth)))) {
        rest[left++] = entry;
        continue;
      }
      const many = supporters[entry] as number;
      poor[last.poorLength++] = entry;
      poorMoney += many * has;
      poorVoters += many;
      last.restWeight -= many * worth;
    }
    last.restLength = left;
    return left < restLength;
  };

  const exactly = () => exact.price(last.plan, last.poor, last.poorLength, last.restWeight);

  const price = (plan: number, ceiling: number): Verdict => {
    const live = liveWeight[plan] as number;
    const free = (plans.cost[plan] as number) === 0;
    last.plan = plan;
    last.price = free ? 0 : (plans.cost[plan] as number) / live;
    last.error = 2 * EPSILON * last.price;
    if (last.price - last.error > ceiling) return "too-dear";
    if (neverEnough(plan)) return "unaffordable";
    const together = firstSweep(plan);
    if (free) return "priced";
    if (!enoughTogether(plan, together)) return "unaffordable";
    let moved = last.poorLength > 0 || (liveWeight[plan] as number) < live;
    for (;;) {
      while (moved) {
        reprice(plan);
        if (last.price - last.error > ceiling) return "too-dear";
        moved = sweepRest();
      }
      if (!doubtful) return "priced";
      const truth = exactly();
      moved = sweepRest(truth);
      if (!moved) {
        last.price = toDouble(truth);
        last.error = EPSILON * last.price;
        return "priced";
      }
    }
  };
  return {
    get last() {
      return last;
    },
    get kept() {
      return kept;
    },
    keep: () => {
      [last, kept] = [kept, last];
    },
    price,
    exactly,
  };
}

function emptyPricing(longest: number): Pricing {
  return {
    plan: -1,
    price: 0,
    error: 0,
    poor: new Int32Array(longest),
    poorLength: 0,
    rest: new Int32Array(longest),
    restLength: 0,
    restWeight: 0,
  };
}
