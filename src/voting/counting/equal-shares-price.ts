/**
 * The price at which supporters can pay for a plan together: all pay price × weight, those who have less give all they have
 * (water-filling). Found by parting the supporters again and again into poor and rest: whoever is poor at a price that is too low is
 * poor at the true one, so the order does not matter. Doubles decide while they can, the exact purses the rest.
 */
import { type Fraction, toDouble } from "./budget-fraction.ts";
import type { ExactPurses } from "./equal-shares-exact.ts";
import { EPSILON, type Purses } from "./equal-shares-purses.ts";

export type Verdict = "unaffordable" | "priced" | "too-dear";

/** The last plan priced. `price` is no further than `error` from the truth; after "too-dear" it is a lower bound. */
export interface Pricing {
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
  readonly last: Pricing;
  /** Prices a plan; gives up as soon as the price must be above `ceiling`. */
  price(plan: number, ceiling: number): Verdict;
  /** The exact price of the plan priced last. */
  exactly(plan: number): Fraction;
}

export function makePricer(purses: Purses, exact: ExactPurses): Pricer {
  const { profile, plans, money } = purses;
  const { start, group, weight, supporters, votes, totalWeight, maxWeight } = profile;
  const longest = votes.length === 0 ? 0 : Math.max(...start.subarray(1).map((end, plan) => end - (start[plan] as number)));
  const last: Pricing = {
    price: 0,
    error: 0,
    poor: new Int32Array(longest),
    poorLength: 0,
    rest: new Int32Array(longest),
    restLength: 0,
    restWeight: 0,
  };
  const { poor, rest } = last;
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

  /** Parts the supporters at the price they would pay if all were rich, and adds up what they have. */
  const firstSweep = (plan: number): number => {
    last.price = (plans.cost[plan] as number) / (totalWeight[plan] as number);
    last.error = 2 * EPSILON * last.price;
    last.restWeight = totalWeight[plan] as number;
    poorMoney = 0;
    poorVoters = 0;
    doubtful = false;
    const { price } = last;
    const tolerance = slack();
    const end = start[plan + 1] as number;
    let together = 0;
    let poorLength = 0;
    let restLength = 0;
    for (let entry = start[plan] as number; entry < end; entry++) {
      const has = money[group[entry] as number] as number;
      const many = supporters[entry] as number;
      const worth = weight[entry] as number;
      const gap = has - price * worth;
      together += many * has;
      if (gap < -tolerance) {
        poor[poorLength++] = entry;
        poorMoney += many * has;
        poorVoters += many;
        last.restWeight -= many * worth;
      } else {
        rest[restLength++] = entry;
        if (gap < tolerance) doubtful = true;
      }
    }
    last.poorLength = poorLength;
    last.restLength = restLength;
    return together;
  };

  const toPoor = (entry: number) => {
    const many = supporters[entry] as number;
    poor[last.poorLength++] = entry;
    poorMoney += many * (money[group[entry] as number] as number);
    poorVoters += many;
    last.restWeight -= many * (weight[entry] as number);
  };

  const reprice = (plan: number) => {
    const cost = plans.cost[plan] as number;
    last.price = (cost - poorMoney) / last.restWeight;
    const sumError = poorVoters * purses.error + (last.poorLength + 2) * EPSILON * (poorMoney + cost);
    last.error = sumError / last.restWeight + 2 * EPSILON * last.price;
  };

  /** Moves those of the rest who are poor after all; says whether anybody moved. */
  const sweepRest = (isPoor: (entry: number, gap: number) => boolean): boolean => {
    const { price } = last;
    const before = last.restLength;
    let kept = 0;
    for (let i = 0; i < before; i++) {
      const entry = rest[i] as number;
      const gap = (money[group[entry] as number] as number) - price * (weight[entry] as number);
      if (isPoor(entry, gap)) toPoor(entry);
      else rest[kept++] = entry;
    }
    last.restLength = kept;
    return kept < before;
  };

  const exactly = (plan: number) => exact.price(plan, poor, last.poorLength, last.restWeight);

  const price = (plan: number, ceiling: number): Verdict => {
    const together = firstSweep(plan);
    if ((plans.cost[plan] as number) === 0) return "priced";
    if (!enoughTogether(plan, together)) return "unaffordable";
    let moved = last.poorLength > 0;
    for (;;) {
      while (moved) {
        reprice(plan);
        if (last.price - last.error > ceiling) return "too-dear";
        const tolerance = slack();
        doubtful = false;
        moved = sweepRest((_, gap) => {
          if (gap >= -tolerance && gap < tolerance) doubtful = true;
          return gap < -tolerance;
        });
      }
      if (!doubtful) return "priced";
      const truth = exactly(plan);
      const tolerance = slack();
      moved = sweepRest((entry, gap) => gap < tolerance && exact.hasLess(group[entry] as number, truth, weight[entry] as number));
      if (!moved) {
        last.price = toDouble(truth);
        last.error = EPSILON * last.price;
        return "priced";
      }
    }
  };
  return { last, price, exactly };
}
