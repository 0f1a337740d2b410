/**
 * Add1: Equal Shares again and again, every voter given one currency unit more each time, and the last outcome that fits in the budget
 * is kept. The outcomes neither grow step by step nor can be searched by halving (Wieliczka 2023), so every step is counted.
 */
import type { Constraints } from "./budget-constraints.ts";
import type { BudgetRules, OnProgress, Shares } from "./budget-rules.ts";
import type { EqualShares } from "./equal-shares.ts";

export interface Add1 {
  steps: number;
  ended: NonNullable<Shares["ended"]>;
  overspent?: { cost: number; excess: number };
  changes: { step: number; cost: number; winners: number }[];
}

/** Money of all voters together after a number of steps. */
export function moneyAt(rules: BudgetRules, voters: number, step: number): bigint {
  return BigInt(rules.budget) + BigInt(step) * BigInt(rules.currencyUnit ?? 1) * BigInt(voters);
}

/** The step to keep; `exhaustive` also ends at the first outcome to which nothing eligible could be added. */
export function add1(
  shares: EqualShares,
  rules: BudgetRules,
  eligible: readonly number[],
  constraints: Constraints,
  exhaustive: boolean,
  onProgress?: OnProgress,
): Add1 {
  const { purses } = shares;
  const costOf = (plan: number) => purses.plans.cost[plan] as number;
  const changes: Add1["changes"] = [];
  let before = "";
  let kept = 0;
  for (let step = 0; ; step = kept + 1) {
    const { cost, allCouldPay } = shares.run(moneyAt(rules, purses.profile.voters, step));
    if (cost > rules.budget)
      return { steps: kept, ended: "overspent", overspent: { cost, excess: cost - rules.budget }, changes };
    if (step % 25 === 0) onProgress?.({ step, cost, budget: rules.budget });
    kept = step;
    const winners = purses.elected.slice(0, purses.rounds).sort().join();
    if (winners !== before) changes.push({ step, cost, winners: purses.rounds });
    before = winners;
    const lost = eligible.filter((plan) => purses.roundOf[plan] === -1 && costOf(plan) <= rules.budget);
    const waiting = lost.filter((plan) => !constraints.blocked(plan));
    if (lost.length === 0) return { steps: kept, ended: "everything-funded", changes };
    if (exhaustive && waiting.every((plan) => cost + costOf(plan) > rules.budget))
      return { steps: kept, ended: "exhaustive", changes };
    if (waiting.length === 0 && lost.every((plan) => neverFirst(shares, plan, allCouldPay)))
      return { steps: kept, ended: "nothing-changes", changes };
    if (allCouldPay) kept += stepsWithoutChange(shares, eligible, rules);
  }
}

/** Whether more money cannot bring a blocked plan before those elected: it is dearer at best, or its supporters had enough all along. */
function neverFirst(shares: EqualShares, plan: number, allCouldPay: boolean): boolean {
  const { purses, bestRho } = shares;
  if (!allCouldPay) return false;
  if ((bestRho[plan] as number) > dearestElected(shares)) return true;
  const { profile, plans, money } = purses;
  const price = (plans.cost[plan] as number) / (profile.totalWeight[plan] as number);
  for (let entry = profile.start[plan] as number; entry < (profile.start[plan + 1] as number); entry++) {
    const left = (money[profile.group[entry] as number] as number) - purses.error;
    if (left < price * (profile.weight[entry] as number) * (1 + 1e-9)) return false;
  }
  return true;
}

/** The highest rho among the plans elected, a little rounded up, given that all their supporters could pay. */
function dearestElected({ purses, bestRho }: EqualShares): number {
  let dearest = 0;
  for (let round = 0; round < purses.rounds; round++)
    dearest = Math.max(dearest, bestRho[purses.elected[round] as number] as number);
  return dearest * (1 + 1e-9);
}

/**
 * A lower bound of the steps that give the same outcome as this one, in which all supporters could pay. If every plan not elected is
 * dearer at best than those elected, it goes last however much there is, so nothing changes until the supporters of one of them
 * have its cost left at the end.
 */
function stepsWithoutChange(shares: EqualShares, eligible: readonly number[], rules: BudgetRules): number {
  const { purses, bestRho } = shares;
  const { profile, plans, money } = purses;
  const dearest = dearestElected(shares);
  let steps = Number.MAX_SAFE_INTEGER;
  for (const plan of eligible) {
    if (purses.roundOf[plan] !== -1) continue;
    if ((bestRho[plan] as number) <= dearest) return 0;
    let left = 0;
    for (let entry = profile.start[plan] as number; entry < (profile.start[plan + 1] as number); entry++)
      left += (money[profile.group[entry] as number] as number) * (profile.supporters[entry] as number);
    const votes = profile.votes[plan] as number;
    const lacking = (plans.cost[plan] as number) - left - votes * purses.error - left * 1e-9;
    steps = Math.min(steps, Math.floor(lacking / (votes * (rules.currencyUnit ?? 1))) - 1);
  }
  return Math.max(0, steps);
}
