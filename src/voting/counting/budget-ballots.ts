/** Ballots of a village budget other than plain marks and points: ranked plans, and a basket within the budget. */
import type { Election, MarkedBallot, RankedBallot } from "./election.ts";

/**
 * Ranking as points by place: `places` points for the first, one less for each next, at least none; plans without points are not
 * marked. Plans ranked equal share the points of the places they take up: to keep those whole, all points are doubled when any
 * ballot has such.
 */
export function pointsByPlace({ options, ballots }: Election<RankedBallot>, places: number): Election<MarkedBallot> {
  const times = ballots.some(({ tiers }) => tiers.some((tier) => tier.length > 1)) ? 2 : 1;
  return {
    options,
    ballots: ballots.map(({ count, tiers }) => {
      const marks: { option: number; points: number }[] = [];
      for (const tier of tiers) {
        const best = places - marks.length;
        const mean = (times * (best + best - tier.length + 1)) / 2;
        marks.push(...tier.map((option) => ({ option, points: Math.max(0, mean) })));
      }
      const given = marks.filter(({ points }) => points > 0).sort((a, b) => a.option - b.option);
      return { count, options: given.map(({ option }) => option), points: given.map(({ points }) => points) };
    }),
  };
}
