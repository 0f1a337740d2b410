/** Fills seats from a ranking whose tiers hold options that nothing tells apart. */
import { type Lots, type Option, placesIn, type Tie } from "./election.ts";

/**
 * Takes tiers of places, best first. Only where a tier has more options than there are seats left does the lot decide, one seat at a
 * time; each draw is recorded.
 */
export function fillSeats(
  options: readonly Option[],
  tiers: readonly (readonly number[])[],
  seats: number,
  lots: Lots,
): { winners: number[]; ties: Tie[] } {
  const winners: number[] = [];
  const ties: Tie[] = [];
  const idOf = (place: number) => options[place]?.id ?? "";
  for (const tier of tiers) {
    const left = seats - winners.length;
    if (tier.length <= left) {
      winners.push(...tier);
      continue;
    }
    const drawn = placesIn(lots).filter((place) => tier.includes(place));
    for (const [index, first] of drawn.slice(0, left).entries()) {
      const among = tier.filter((place) => !drawn.slice(0, index).includes(place));
      ties.push({ at: `seat ${winners.length + 1}`, among: among.map(idOf), by: "lot", first: idOf(first) });
      winners.push(first);
    }
    break;
  }
  return { winners, ties };
}

/** Places in tiers by value, highest first; equal values share a tier. */
export function tiersBy(values: readonly number[]): number[][] {
  const steps = [...new Set(values)].sort((a, b) => b - a);
  return steps.map((step) => values.flatMap((value, place) => (value === step ? [place] : [])));
}
