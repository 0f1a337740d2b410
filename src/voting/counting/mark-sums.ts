/** The sums that every rule for marks decides on. */
import type { Election, MarkedBallot } from "./election.ts";
import { type Conditions, shareOf } from "./marked-rules.ts";
import { votersIn } from "./voters.ts";

export interface MarkSums {
  options: Election<MarkedBallot>["options"];
  /** Per place. */
  votes: number[];
  points: number[];
  /** All who handed in a ballot, good or not. */
  voters: number;
  /** Votes a winner needs: the threshold of the roll or the least number, whichever is more. */
  leastVotes: number;
  /** Set when too few handed in a ballot: how many were needed. */
  quorumMissed?: number;
}

/** `good` are the ballots that obey the rule. Throws a RangeError for a share without the roll it is a share of. */
export function addUp(
  election: Election<MarkedBallot>,
  good: readonly MarkedBallot[],
  { roll, quorum, threshold, leastVotes = 1 }: Conditions,
): MarkSums {
  if ((quorum ?? threshold) !== undefined && roll === undefined) throw new RangeError("a quorum or threshold needs the roll");
  const votes = election.options.map(() => 0);
  const points = election.options.map(() => 0);
  for (const ballot of good)
    for (const [index, place] of ballot.options.entries()) {
      votes[place] = (votes[place] ?? 0) + ballot.count;
      points[place] = (points[place] ?? 0) + ballot.count * (ballot.points[index] ?? 0);
    }
  const voters = votersIn(election.ballots);
  const needed = quorum ? shareOf(quorum, roll ?? 0) : 0;
  return {
    options: election.options,
    votes,
    points,
    voters,
    leastVotes: Math.max(leastVotes, threshold ? shareOf(threshold, roll ?? 0) : 0),
    ...(voters < needed ? { quorumMissed: needed } : {}),
  };
}

/** The place of an option that a rule names. */
export function placeOf(id: string, { options }: MarkSums): number {
  const place = options.findIndex((option) => option.id === id);
  if (place < 0) throw new RangeError(`the rule names option ${id}, which is not there`);
  return place;
}
