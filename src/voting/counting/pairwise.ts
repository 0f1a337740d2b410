/** Straight comparisons of every two options. */
import type { Election, RankedBallot } from "./election.ts";

/**
 * Gives, row by row, how many voters prefer option a to option b: at `a * options + b`. Ranked options are preferred to unranked ones;
 * between two in one tier, or two unranked, nobody prefers.
 */
export function compareAll({ options, ballots }: Election<RankedBallot>): Float64Array {
  const size = options.length;
  const preferred = new Float64Array(size * size);
  const below = new Uint8Array(size);
  for (const { count, tiers } of ballots) {
    below.fill(1);
    for (const tier of tiers) {
      for (const place of tier) below[place] = 0;
      for (const place of tier) {
        const row = place * size;
        for (let other = 0; other < size; other++)
          if (below[other] === 1) preferred[row + other] = (preferred[row + other] ?? 0) + count;
      }
    }
  }
  return preferred;
}

/** Rows of a square matrix. */
export function rowsOf(matrix: Float64Array): number[][] {
  const size = Math.sqrt(matrix.length);
  return Array.from({ length: size }, (_, row) => [...matrix.subarray(row * size, (row + 1) * size)]);
}
