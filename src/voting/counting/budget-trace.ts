/** What Equal Shares leaves behind for the explanation: who paid what, who had what left, and what lacked. All of it exact. */
import { amount, exactText, type Fraction } from "./budget-fraction.ts";
import type { Payment, VotersByWinners } from "./budget-rules.ts";
import type { EqualShares } from "./equal-shares.ts";

/** What the supporters of an elected plan paid. */
export function paymentFor({ purses, exact }: EqualShares, plan: number): Payment {
  const { profile, plans, brokeAt } = purses;
  const round = purses.roundOf[plan] as number;
  const price = exact.priceOfRound(round);
  let paidInFull = 0;
  let paidRest = 0;
  let fullWeight = 0;
  for (let entry = profile.start[plan] as number; entry < (profile.start[plan + 1] as number); entry++) {
    const broke = brokeAt[profile.group[entry] as number] as number;
    const voters = profile.supporters[entry] as number;
    if (broke > round) {
      paidInFull += voters;
      fullWeight += voters * (profile.weight[entry] as number);
    } else if (broke === round) paidRest += voters;
  }
  const cost = BigInt(plans.cost[plan] as number);
  return {
    rho: exactText({ num: price.num, den: price.den * BigInt(plans.factor[plan] as number) }),
    price: amount(price),
    paidInFull,
    paidRest,
    restPaid: amount({ num: cost * price.den - BigInt(fullWeight) * price.num, den: price.den }),
  };
}

/** What the supporters of a plan have left together, and what they lack to pay for it; undefined if they lack nothing. */
export function shortageOf({ purses, exact }: EqualShares, plan: number) {
  const { profile, plans } = purses;
  const from = profile.start[plan] as number;
  const entries = Int32Array.from({ length: (profile.start[plan + 1] as number) - from }, (_, i) => from + i);
  const had = exact.moneyOf(entries, entries.length);
  const lacking = BigInt(plans.cost[plan] as number) * had.den - had.num;
  return lacking > 0n ? { had: amount(had), missing: amount({ num: lacking, den: had.den }) } : undefined;
}

/** Voters by the number of `winners` on their ballot, fewest first. */
export function votersByWinners({ purses, exact }: EqualShares, winners: Iterable<number>): VotersByWinners[] {
  const { profile } = purses;
  const won = new Set(winners);
  const classes = new Map<number, [group: number, voters: number][]>();
  for (let group = 0; group < profile.groups; group++) {
    let has = 0;
    const end = profile.groupStart[group + 1] as number;
    for (let entry = profile.groupStart[group] as number; entry < end; entry++)
      if (won.has(profile.groupOption[entry] as number)) has++;
    const voters: [number, number] = [group, profile.count[group] as number];
    const members = classes.get(has);
    if (members) members.push(voters);
    else classes.set(has, [voters]);
  }
  const share = exact.share();
  return [...classes]
    .sort(([a], [b]) => a - b)
    .map(([has, groups]) => {
      const voters = groups.reduce((sum, [, count]) => sum + count, 0);
      const left = exact.moneyOfGroups(groups);
      return { winners: has, voters, paid: amount(difference(times(share, voters), left)), left: amount(left) };
    });
}

function times({ num, den }: Fraction, voters: number): Fraction {
  return { num: num * BigInt(voters), den };
}

function difference(a: Fraction, b: Fraction): Fraction {
  return { num: a.num * b.den - b.num * a.den, den: a.den * b.den };
}
