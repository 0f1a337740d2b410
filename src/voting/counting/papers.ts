/** Ballot papers as IRV and STV move them: each lies on the pile of its highest ranked option that is still in the running. */
import type { Election, RankedBallot } from "./election.ts";

export interface Papers {
  /** Ballots with exactly one first preference; only these take part. */
  valid: number;
  /** Per option the papers on its pile. */
  piles: number[][];
  /** How many ballots a paper stands for. */
  counts: Float64Array;
  /** Takes a paper off its pile and lays it on that of the next option for which `running` holds 1. Gives that option, or -1. */
  move(paper: number, running: Uint8Array): number;
}

/**
 * A rank given to two options or more (an overvote) ends what can be read of a ballot: whatever follows is not counted, also when
 * one of the two has been excluded since. So Burlington counted in 2009.
 */
export function sortPapers({ options, ballots }: Election<RankedBallot>): Papers {
  const starts = new Int32Array(ballots.length + 1);
  const places = new Int32Array(ballots.length);
  const counts = new Float64Array(ballots.length);
  const preferences = new Int32Array(ballots.reduce((sum, { tiers }) => sum + tiers.length, 0));
  const piles: number[][] = options.map(() => []);
  let [end, valid] = [0, 0];
  for (const [paper, { count, tiers }] of ballots.entries()) {
    starts[paper] = places[paper] = end;
    counts[paper] = count;
    for (const tier of tiers) {
      if (tier.length > 1) break;
      if (tier[0] !== undefined) preferences[end++] = tier[0];
    }
    starts[paper + 1] = end;
    const first = places[paper] === end ? undefined : preferences[places[paper] ?? end];
    if (first === undefined) continue;
    piles[first]?.push(paper);
    valid += count;
  }
  function move(paper: number, running: Uint8Array): number {
    const last = starts[paper + 1] ?? 0;
    for (let place = (places[paper] ?? last) + 1; place < last; place++) {
      const next = preferences[place] ?? -1;
      if (running[next] !== 1) continue;
      places[paper] = place;
      piles[next]?.push(paper);
      return next;
    }
    places[paper] = last;
    return -1;
  }
  return { valid, piles, counts, move };
}
