/**
 * Schulze method, winning votes (M. Schulze, Social Choice and Welfare 36, 2011): a path is as strong as its weakest link, a link
 * being the votes of the winner of a comparison. Where paths both ways are equally strong, the options share a tier.
 */
import type { Election, Lots, RankedBallot } from "./election.ts";
import { compareAll, rowsOf } from "./pairwise.ts";
import type { SchulzeOutcome } from "./ranked-outcome.ts";
import { fillSeats } from "./seats.ts";
import { votersIn, votersWithout } from "./voters.ts";

export function countSchulze(election: Election<RankedBallot>, seats: number, lots: Lots): SchulzeOutcome {
  const { options } = election;
  const matrix = compareAll(election);
  const pairwise = rowsOf(matrix);
  const strengths = strongestPaths(pairwise);
  const places = options.map((_, place) => place);
  const valid = votersIn(election.ballots.filter(({ tiers }) => tiers.some((tier) => tier.length > 0)));
  const tiers = rank(places, strengths);
  const { winners, ties } = valid > 0 ? fillSeats(options, tiers, seats, lots) : { winners: [], ties: [] };
  const idOf = (place: number) => options[place]?.id ?? "";
  const condorcet = places.find((a) => places.every((b) => a === b || at(pairwise, a, b) > at(pairwise, b, a)));
  return {
    rule: "schulze",
    seats,
    voters: votersIn(election.ballots),
    valid,
    winners: winners.map(idOf),
    ranking: tiers.map((tier) => tier.map(idOf)),
    ...(condorcet === undefined || valid === 0 ? {} : { condorcetWinner: idOf(condorcet) }),
    votersWithNoWinner: votersWithout(election, winners),
    ties,
    stages: [],
    pairwise,
    strengths,
  };
}

function at(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

function strongestPaths(pairwise: readonly (readonly number[])[]): number[][] {
  const strengths = pairwise.map((row, a) => row.map((votes, b) => (votes > at(pairwise, b, a) ? votes : 0)));
  for (const [via, onward] of strengths.entries())
    for (const row of strengths) {
      const reach = row[via] ?? 0;
      for (const [b, link] of onward.entries()) row[b] = Math.max(row[b] ?? 0, Math.min(reach, link));
    }
  return strengths.map((row, a) => row.map((strength, b) => (a === b ? 0 : strength)));
}

/** Tier by tier those whom none of the others left beats; the Schulze relation has no cycles, so there is always one. */
function rank(places: readonly number[], strengths: readonly (readonly number[])[]): number[][] {
  const tiers: number[][] = [];
  for (let left = [...places]; left.length > 0; ) {
    const tier = left.filter((a) => left.every((b) => at(strengths, b, a) <= at(strengths, a, b)));
    tiers.push(tier);
    left = left.filter((place) => !tier.includes(place));
  }
  return tiers;
}
