/**
 * Borda count for incomplete and tied rankings: an option gets 1 point for every option it is ranked above and half a point for every
 * option it is equal to, unranked options being equal and last. On a complete ballot of n options that is the classical n-1, n-2, …, 0;
 * unranked ones share what is left over, so every ballot gives away the same sum and leaving options out gains nothing.
 */
import type { Election, Lots, RankedBallot } from "./election.ts";
import type { BordaOutcome } from "./ranked-outcome.ts";
import { fillSeats, tiersBy } from "./seats.ts";
import { votersIn, votersWithout } from "./voters.ts";

export function countBorda(election: Election<RankedBallot>, seats: number, lots: Lots): BordaOutcome {
  const { options } = election;
  const halves = countHalves(election);
  const tiers = tiersBy(halves);
  const valid = votersIn(election.ballots.filter(({ tiers }) => tiers.some((tier) => tier.length > 0)));
  const { winners, ties } = valid > 0 ? fillSeats(options, tiers, seats, lots) : { winners: [], ties: [] };
  const idOf = (place: number) => options[place]?.id ?? "";
  const elected = winners.map(idOf);
  const votes = Object.fromEntries(options.map(({ id }, place) => [id, halfDecimal(halves[place] ?? 0)]));
  return {
    rule: "borda",
    seats,
    voters: votersIn(election.ballots),
    valid,
    winners: elected,
    ranking: tiers.map((tier) => tier.map(idOf)),
    votersWithNoWinner: votersWithout(election, winners),
    ties,
    stages: [{ action: "points", votes, elected }],
  };
}

/** Points times two, so that they stay whole. Ballots that rank nothing give none. */
function countHalves({ options, ballots }: Election<RankedBallot>): number[] {
  const halves = options.map(() => 0);
  for (const { count, tiers } of ballots) {
    let left = options.length;
    const last = options.length - tiers.reduce((sum, tier) => sum + tier.length, 0);
    // What every option would get if it were unranked; ranked ones get the difference on top.
    const base = last === options.length ? 0 : Math.max(0, last - 1);
    for (const tier of tiers) {
      left -= tier.length;
      for (const place of tier) halves[place] = (halves[place] ?? 0) + count * (2 * left + tier.length - 1 - base);
    }
    if (base > 0) for (const place of options.keys()) halves[place] = (halves[place] ?? 0) + count * base;
  }
  return halves;
}

function halfDecimal(halves: number): string {
  return halves % 2 === 0 ? String(halves / 2) : `${Math.floor(halves / 2)}.5`;
}
