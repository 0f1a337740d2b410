/**
 * The Method of Equal Shares for one amount of money: everybody gets the same share; again and again the plan is elected whose
 * supporters pay least per unit of what it is worth to them (rho), until no supporters can pay for another. Peters, Pierczyński and
 * Skowron 2021; equalshares.net. Every comparison is exact: doubles decide where their error bound allows, fractions where it does not.
 */

import type { Constraints } from "./budget-constraints.ts";
import { compareFractions, type Fraction, toDouble } from "./budget-fraction.ts";
import type { Profile } from "./budget-profile.ts";
import type { TieBreaker } from "./budget-ties.ts";
import { type ExactPurses, makeExactPurses } from "./equal-shares-exact.ts";
import { makePricer } from "./equal-shares-price.ts";
import { EPSILON, fillPurses, makePurses, NEVER, type Plans, type Purses, refreshPurses } from "./equal-shares-purses.ts";

/** No plan. */
const NONE = -1;

export interface EqualShares {
  readonly purses: Purses;
  readonly exact: ExactPurses;
  /** By plan: rho if all supporters can pay, and never less; infinite for plans that do not take part. */
  readonly bestRho: Float64Array;
  /**
   * Elects with `total` money for all voters together; the result stands in `purses` until the next run. Gives the cost of the plans
   * elected and whether in every round all supporters could pay the price.
   */
  run(total: bigint): { cost: number; allCouldPay: boolean };
}

/** `eligible` are the plans that take part. Ties go to `ties`, which also records them when asked to. */
export function makeEqualShares(
  profile: Profile,
  plans: Plans,
  eligible: readonly number[],
  constraints: Constraints,
  ties: TieBreaker,
): EqualShares {
  const { cost, factor } = plans;
  const { totalWeight } = profile;
  const purses = makePurses(profile, plans);
  const exact = makeExactPurses(purses);
  const pricer = makePricer(purses, exact);
  const bestRho = new Float64Array(cost.length).fill(Number.POSITIVE_INFINITY);
  for (const plan of eligible) bestRho[plan] = (cost[plan] as number) / (totalWeight[plan] as number) / (factor[plan] as number);
  const firstOrder = Int32Array.from(eligible).sort((a, b) => (bestRho[a] as number) - (bestRho[b] as number) || a - b);
  const waiting = new Int32Array(firstOrder.length);
  const atLeast = new Float64Array(cost.length);
  const everybodyPays = new Uint8Array(cost.length);
  const fractions = new Map<number, Fraction>();
  let tied: number[] = [];

  const allLive = (plan: number) => purses.liveEnd[plan] === profile.start[plan + 1];
  /** Price per weight of a plan: exact, from the pricing at hand or, once that is overwritten, priced again. */
  const exactPrice = (plan: number): Fraction => {
    const known = fractions.get(plan);
    if (known) return known;
    if (pricer.last.plan !== plan) pricer.price(plan, Number.POSITIVE_INFINITY);
    const price = pricer.exactly();
    fractions.set(plan, price);
    return price;
  };
  /** Compares rho exactly. */
  const compareRho = (plan: number, other: number): number => {
    if (everybodyPays[plan] && everybodyPays[other]) {
      if (cost[plan] === factor[plan] && cost[other] === factor[other])
        return (totalWeight[other] as number) - (totalWeight[plan] as number);
      const left = (cost[plan] as number) * (totalWeight[other] as number) * (factor[other] as number);
      const right = (cost[other] as number) * (totalWeight[plan] as number) * (factor[plan] as number);
      if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right;
    }
    const a = exactPrice(plan);
    const b = exactPrice(other);
    return compareFractions(
      { num: a.num, den: a.den * BigInt(factor[plan] as number) },
      { num: b.num, den: b.den * BigInt(factor[other] as number) },
    );
  };

  /** The plans with the lowest rho, among the first `length` waiting; drops those that can no longer be paid. */
  const findCheapest = (length: number): number => {
    tied = [];
    pricer.kept.plan = NONE;
    let lowest = Number.POSITIVE_INFINITY;
    let lowestError = 0;
    let kept = 0;
    let at = 0;
    for (; at < length; at++) {
      const plan = waiting[at] as number;
      const worth = factor[plan] as number;
      if ((atLeast[plan] as number) > lowest + lowestError) break;
      if (constraints.blocked(plan)) continue;
      const verdict = pricer.price(plan, (lowest + lowestError) * (1 + 4 * EPSILON) * worth);
      if (verdict === "unaffordable") continue;
      waiting[kept++] = plan;
      const { price, error, poorLength } = pricer.last;
      const rho = price / worth;
      const rhoError = error / worth + 2 * EPSILON * rho;
      atLeast[plan] = Math.max(atLeast[plan] as number, rho - rhoError);
      if (verdict === "too-dear") continue;
      everybodyPays[plan] = allLive(plan) && poorLength === 0 ? 1 : 0;
      fractions.delete(plan);
      const rival = tied[0];
      let order = rho - rhoError > lowest + lowestError ? 1 : -1;
      if (rival !== undefined && rho + rhoError >= lowest - lowestError && order < 0) order = compareRho(plan, rival);
      if (order > 0) continue;
      if (order < 0) {
        tied = [plan];
        if (pricer.last.plan === plan) pricer.keep();
      } else tied.push(plan);
      lowest = order < 0 ? rho : lowest;
      lowestError = order < 0 ? rhoError : Math.max(lowestError, rhoError);
    }
    waiting.copyWithin(kept, at, length);
    return kept + length - at;
  };

  const pay = (plan: number) => {
    const { profile, money, brokeAt } = purses;
    if (pricer.kept.plan !== plan) {
      pricer.price(plan, Number.POSITIVE_INFINITY);
      pricer.keep();
    }
    const { price, error, poor, poorLength, rest, restLength } = pricer.kept;
    for (let i = 0; i < poorLength; i++) {
      const group = profile.group[poor[i] as number] as number;
      money[group] = 0;
      if (brokeAt[group] === NEVER) brokeAt[group] = purses.rounds;
    }
    for (let i = 0; i < restLength; i++) {
      const entry = rest[i] as number;
      const group = profile.group[entry] as number;
      money[group] = Math.max(0, (money[group] as number) - price * (profile.weight[entry] as number));
    }
    purses.error += error * profile.maxWeight + 2 * EPSILON * purses.share;
    purses.roundOf[plan] = purses.rounds;
    purses.elected[purses.rounds++] = plan;
    if (purses.error > purses.share * 1e-8)
      refreshPurses(
        purses,
        Float64Array.from({ length: purses.rounds }, (_, round) => toDouble(exact.priceOfRound(round))),
      );
    return allLive(plan) && poorLength === 0;
  };

  const run = (total: bigint) => {
    fillPurses(purses, total);
    exact.reset();
    constraints.reset();
    waiting.set(firstOrder);
    for (const plan of eligible) atLeast[plan] = (bestRho[plan] as number) * (1 - 4 * EPSILON);
    let length = waiting.length;
    let spent = 0;
    let allCouldPay = true;
    for (;;) {
      length = findCheapest(length);
      if (tied.length === 0) return { cost: spent, allCouldPay };
      const winner = tied.length === 1 ? (tied[0] as number) : ties.among(tied, `round ${purses.rounds + 1}`);
      allCouldPay = pay(winner) && allCouldPay;
      constraints.elect(winner);
      spent += cost[winner] as number;
      const place = waiting.indexOf(winner);
      waiting.copyWithin(place, place + 1, length--);
      sortByLowerBound(waiting, length, atLeast);
    }
  };
  return { purses, exact, bestRho, run };
}

/** Insertion sort: the order hardly changes from round to round. */
function sortByLowerBound(waiting: Int32Array, length: number, atLeast: Float64Array): void {
  for (let i = 1; i < length; i++) {
    const plan = waiting[i] as number;
    const bound = atLeast[plan] as number;
    let j = i - 1;
    while (j >= 0 && (atLeast[waiting[j] as number] as number) > bound) {
      waiting[j + 1] = waiting[j] as number;
      j--;
    }
    waiting[j + 1] = plan;
  }
}
