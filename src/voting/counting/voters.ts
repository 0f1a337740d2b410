/** Sums over ballots that several counts need. */
import type { Election, RankedBallot } from "./election.ts";

export function votersIn(ballots: readonly { count: number }[]): number {
  return ballots.reduce((sum, { count }) => sum + count, 0);
}

/** Voters whose ballot ranks none of these options (places). */
export function votersWithout({ ballots }: Election<RankedBallot>, winners: readonly number[]): number {
  const won = new Set(winners);
  return ballots.reduce(
    (sum, { count, tiers }) => (tiers.some((tier) => tier.some((place) => won.has(place))) ? sum : sum + count),
    0,
  );
}
