/** A village budget by the Method of Equal Shares, with what becomes of the money that is left. */
import type { Constraints } from "./budget-constraints.ts";
import { amount } from "./budget-fraction.ts";
import { byScore, spendGreedily } from "./budget-greedy.ts";
import { makeProfile } from "./budget-profile.ts";
import type { BudgetRules, OnProgress, Payment, Reason, Shares, VotersByWinners } from "./budget-rules.ts";
import { plansOf, type Support } from "./budget-support.ts";
import type { TieBreaker } from "./budget-ties.ts";
import { paymentFor, shortageOf, votersByWinners } from "./budget-trace.ts";
import type { Election, MarkedBallot } from "./election.ts";
import { makeEqualShares } from "./equal-shares.ts";
import { type Add1, add1, moneyAt } from "./equal-shares-add1.ts";

export interface Counted {
  /** In order of election. */
  elected: number[];
  byCompletion: number[];
  refused: Map<number, Reason>;
  payments: Map<number, Payment>;
  shortages: Map<number, NonNullable<ReturnType<typeof shortageOf>>>;
  shares?: Shares;
  votersByWinners?: VotersByWinners[];
}

const standing: Add1 = { steps: 0, ended: "overspent", changes: [] };

/** Takes an election with at least one voter, and the plans that take part in it. */
export function countEqualShares(
  { options, ballots }: Election<MarkedBallot>,
  rules: BudgetRules,
  support: Support,
  eligible: readonly number[],
  constraints: Constraints,
  ties: TieBreaker,
  onProgress?: OnProgress,
): Counted {
  const utility = rules.utility ?? "cost";
  const completion = rules.completion ?? "none";
  const plans = plansOf(options, utility);
  const profile = makeProfile(ballots, options.length, utility === "points" || utility === "points-cost");
  const equal = makeEqualShares(profile, plans, eligible, constraints, ties);
  const stepwise = completion.startsWith("add1");
  const exhaustive = completion.startsWith("add1-exhaustive");
  const steps = stepwise ? add1(equal, rules, eligible, constraints, exhaustive, onProgress) : standing;

  ties.recording = true;
  const { cost } = equal.run(moneyAt(rules, profile.voters, steps.steps));
  const { purses, exact } = equal;
  const elected = [...purses.elected.subarray(0, purses.rounds)];
  const lost = eligible.filter((plan) => purses.roundOf[plan] === -1);
  const payments = new Map(elected.map((plan) => [plan, paymentFor(equal, plan)]));
  const refused = new Map<number, Reason>();
  const shortages: Counted["shortages"] = new Map();
  for (const plan of lost) {
    const shortage = shortageOf(equal, plan);
    if (shortage) shortages.set(plan, shortage);
    const reason = constraints.reason(plan) ?? (shortage && { code: "supporters-short" as const, ...shortage });
    if (reason) refused.set(plan, reason);
  }
  const byCompletion: number[] = [];
  if (completion.endsWith("votes")) {
    const rest = spendGreedily(
      lost,
      rules.budget - cost,
      plans.cost,
      byScore(support.score),
      "skip",
      constraints,
      ties,
      () => "",
    );
    byCompletion.push(...rest.elected);
    for (const [plan, reason] of rest.refused) refused.set(plan, reason);
  }
  const winners = [...elected, ...byCompletion];
  return {
    elected: winners,
    byCompletion,
    refused,
    payments,
    shortages,
    shares: {
      start: amount({ num: BigInt(rules.budget), den: BigInt(profile.voters) }),
      final: amount(exact.share()),
      steps: steps.steps,
      ...(stepwise ? { ended: steps.ended } : {}),
      ...(steps.overspent ? { overspent: steps.overspent } : {}),
      changes: steps.changes,
    },
    votersByWinners: votersByWinners(equal, winners),
  };
}
