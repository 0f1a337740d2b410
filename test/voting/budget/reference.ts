/**
 * Equal Shares and Add1 once more, as slowly and plainly as can be: one purse per voter, fractions everywhere, every plan priced anew in
 * every round, every step counted. What the fast count is held against.
 */
import type { BudgetRules } from "../../../src/voting/counting/budget.ts";
import type { Election, MarkedBallot } from "../../../src/voting/counting/election.ts";

type Q = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const q = (num: bigint, den = 1n): Q => {
  const g = gcd(num, den);
  return g === 0n ? [0n, 1n] : [num / g, den / g];
};
const minus = (a: Q, b: Q) => q(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
const plus = (a: Q, b: Q) => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const times = (a: Q, b: bigint) => q(a[0] * b, a[1]);
const over = (a: Q, b: bigint) => q(a[0], a[1] * b);
const less = (a: Q, b: Q) => a[0] * b[1] < b[0] * a[1];
const text = (a: Q) => (a[1] === 1n ? `${a[0]}` : `${a[0]}/${a[1]}`);

export interface Expected {
  winners: number[];
  steps: number;
  share: string;
  /** By place of plan: price per weight. */
  prices: Map<number, string>;
  left: string;
}

export function countSlowly(election: Election<MarkedBallot>, rules: BudgetRules, lots: readonly number[]): Expected {
  const { options } = election;
  const voters: Map<number, bigint>[] = [];
  const points = rules.utility === "points" || rules.utility === "points-cost";
  for (const ballot of election.ballots)
    for (let i = 0; i < ballot.count; i++)
      voters.push(new Map(ballot.options.map((plan, at) => [plan, points ? BigInt(ballot.points[at] ?? 0) : 1n])));
  const score = options.map((_, plan) =>
    election.ballots.reduce((sum, { count, options: marked, points: given }) => {
      const at = marked.indexOf(plan);
      return at < 0 ? sum : sum + count * (given[at] ?? 0);
    }, 0),
  );
  const votes = options.map((_, plan) => voters.filter((voter) => voter.has(plan)).length);
  const eligible = [...options.keys()].filter(
    (plan) => (votes[plan] ?? 0) >= Math.max(1, rules.threshold ?? 1) && (score[plan] ?? 0) >= (rules.minScore ?? 0),
  );
  const costOf = (plan: number) => options[plan]?.cost ?? 0;
  const blocked = (plan: number, won: readonly number[]) => {
    const theme = options[plan]?.theme ?? "";
    const cap = rules.themeCaps?.[theme];
    const spent = won.filter((other) => options[other]?.theme === theme).reduce((sum, other) => sum + costOf(other), 0);
    if (cap !== undefined && spent + costOf(plan) > cap) return true;
    return (rules.exclusive ?? []).some((set) => set.includes(plan) && set.some((other) => won.includes(other)));
  };
  const first = (plans: number[]) =>
    [...plans].sort(
      (a, b) => costOf(a) - costOf(b) || (score[b] ?? 0) - (score[a] ?? 0) || lots.indexOf(a) - lots.indexOf(b),
    )[0] ?? -1;
  const worth = (plan: number) =>
    rules.utility === "votes" || rules.utility === "points" ? 1n : BigInt(costOf(plan) === 0 ? 1 : costOf(plan));

  const run = (step: number) => {
    const total = BigInt(rules.budget) + BigInt(step * (rules.currencyUnit ?? 1)) * BigInt(voters.length);
    const purses = voters.map(() => q(total, BigInt(voters.length)));
    const won: number[] = [];
    const prices = new Map<number, string>();
    for (;;) {
      let best: Q | undefined;
      let tied: { plan: number; price: Q }[] = [];
      for (const plan of eligible) {
        if (won.includes(plan) || blocked(plan, won)) continue;
        const price = priceOf(plan, purses);
        if (!price) continue;
        const rho = over(price, worth(plan));
        if (!best || less(rho, best)) tied = [];
        if (!best || !less(best, rho)) {
          best = rho;
          tied.push({ plan, price });
        }
      }
      if (tied.length === 0) break;
      const winner = first(tied.map(({ plan }) => plan));
      const price = tied.find(({ plan }) => plan === winner)?.price ?? q(0n);
      voters.forEach((voter, i) => {
        const weight = voter.get(winner);
        const has = purses[i] ?? q(0n);
        if (weight !== undefined) purses[i] = less(has, times(price, weight)) ? q(0n) : minus(has, times(price, weight));
      });
      won.push(winner);
      prices.set(winner, text(price));
    }
    const cost = won.reduce((sum, plan) => sum + costOf(plan), 0);
    return { won, prices, cost, purses, share: q(total, BigInt(voters.length)) };
  };
  const priceOf = (plan: number, purses: readonly Q[]): Q | undefined => {
    const supporters = voters.flatMap((voter, i) => {
      const weight = voter.get(plan);
      return weight === undefined ? [] : [{ has: purses[i] ?? q(0n), weight }];
    });
    const together = supporters.reduce((sum, { has }) => plus(sum, has), q(0n));
    if (less(together, q(BigInt(costOf(plan))))) return undefined;
    supporters.sort((a, b) => (less(over(a.has, a.weight), over(b.has, b.weight)) ? -1 : 1));
    let open = q(BigInt(costOf(plan)));
    let weights = supporters.reduce((sum, { weight }) => sum + weight, 0n);
    for (const { has, weight } of supporters) {
      const price = over(open, weights);
      if (!less(has, times(price, weight))) return price;
      open = minus(open, has);
      weights -= weight;
    }
    throw new Error("Somebody can pay.");
  };

  const completion = rules.completion ?? "none";
  let kept = run(0);
  let steps = 0;
  // Long past the point where everybody can pay everything: from there on nothing changes.
  const last = options.reduce((sum, { cost }) => sum + cost, 0) * 2 + 2;
  if (completion.startsWith("add1"))
    for (let step = 0; step <= last; step++) {
      const next = run(step);
      if (next.cost > rules.budget) break;
      kept = next;
      steps = step;
      const lost = eligible.filter((plan) => !next.won.includes(plan) && costOf(plan) <= rules.budget);
      if (lost.length === 0) break;
      const addable = lost.filter((plan) => !blocked(plan, next.won) && next.cost + costOf(plan) <= rules.budget);
      if (completion.startsWith("add1-exhaustive") && addable.length === 0) break;
    }
  const winners = [...kept.won];
  if (completion.endsWith("votes")) {
    let left = rules.budget - kept.cost;
    const rest = eligible.filter((plan) => !winners.includes(plan));
    while (rest.length > 0) {
      const most = Math.max(...rest.map((plan) => score[plan] ?? 0));
      const plan = first(rest.filter((other) => score[other] === most));
      rest.splice(rest.indexOf(plan), 1);
      if (costOf(plan) > left || blocked(plan, winners)) continue;
      winners.push(plan);
      left -= costOf(plan);
    }
  }
  const left = kept.purses.reduce((sum, has) => plus(sum, has), q(0n));
  return { winners, steps, share: text(kept.share), prices: kept.prices, left: text(left) };
}
