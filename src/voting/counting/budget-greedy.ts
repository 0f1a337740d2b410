/** Plans one after another, those with the most votes (points) or the most votes per unit of money first, while they fit. */
import type { Constraints } from "./budget-constraints.ts";
import type { Reason } from "./budget-rules.ts";
import type { TieBreaker } from "./budget-ties.ts";

export interface Greedy {
  elected: number[];
  left: number;
  /** Why each of the others did not win. */
  refused: Map<number, Reason>;
}

/**
 * Spends at most `left` on the `candidates`. `before` orders two plans: negative when the first comes first, 0 when it cannot tell.
 * Those tied go to `ties` while they fit, one choice at a time, since one of them may take the money of the other.
 */
export function spendGreedily(
  candidates: readonly number[],
  left: number,
  cost: Float64Array,
  before: (a: number, b: number) => number,
  misfit: "skip" | "stop",
  constraints: Constraints,
  ties: TieBreaker,
  idOf: (plan: number) => string,
): Greedy {
  const outcome: Greedy = { elected: [], left, refused: new Map() };
  const order = [...candidates].sort((a, b) => before(a, b) || a - b);
  const price = (plan: number) => cost[plan] ?? 0;
  /** Takes out what can no longer win; under "stop" money is no reason yet. */
  const canWin = (plan: number): boolean => {
    const reason = constraints.reason(plan) ?? (misfit === "skip" ? misfitOf(plan) : undefined);
    if (reason) outcome.refused.set(plan, reason);
    return !reason;
  };
  const misfitOf = (plan: number): Reason | undefined =>
    price(plan) > outcome.left ? { code: "did-not-fit", left: outcome.left, missing: price(plan) - outcome.left } : undefined;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && before(order[from] ?? 0, order[to] ?? 0) === 0) to++;
    let tied = order.slice(from, to).filter(canWin);
    while (tied.length > 0) {
      const plan = tied.length === 1 ? (tied[0] ?? 0) : ties.among(tied, `place ${outcome.elected.length + 1} by votes`);
      const reason = misfitOf(plan);
      if (reason) {
        outcome.refused.set(plan, reason);
        for (const other of [...tied, ...order.slice(to)])
          if (other !== plan) outcome.refused.set(other, constraints.reason(other) ?? { code: "stopped", at: idOf(plan) });
        return outcome;
      }
      constraints.elect(plan);
      outcome.left -= price(plan);
      outcome.elected.push(plan);
      tied = tied.filter((other) => other !== plan && canWin(other));
    }
    from = to;
  }
  return outcome;
}

/** More points first. */
export function byScore(score: Float64Array): (a: number, b: number) => number {
  return (a, b) => (score[b] ?? 0) - (score[a] ?? 0);
}

/** More points per unit of money first, exactly; what costs nothing comes before all. */
export function byScorePerCost(score: Float64Array, cost: Float64Array): (a: number, b: number) => number {
  return (a, b) => {
    const left = (score[a] ?? 0) * (cost[b] ?? 0);
    const right = (score[b] ?? 0) * (cost[a] ?? 0);
    if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return right - left;
    const exact = BigInt(score[b] ?? 0) * BigInt(cost[a] ?? 0) - BigInt(score[a] ?? 0) * BigInt(cost[b] ?? 0);
    return exact < 0n ? -1 : exact > 0n ? 1 : 0;
  };
}
