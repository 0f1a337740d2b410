/** Counts ballots on which options are marked or given points. */
import type { Election, Lots, MarkedBallot } from "./election.ts";
import { ballotFault, type MarkedOutcome, type MarkedRule, shareOf } from "./marked-rules.ts";
import { decideConsent, decideMajority } from "./marks-decide.ts";
import { elect } from "./marks-elect.ts";
import { votersIn } from "./voters.ts";

export type * from "./marked-rules.ts";

/** The sums that every rule decides on. */
export interface MarkSums {
  election: Election<MarkedBallot>;
  /** Per place. */
  votes: number[];
  points: number[];
  voters: number;
  /** Votes a winner needs: the threshold of the roll or the least number, whichever is more. */
  leastVotes: number;
  /** Set when too few handed in a ballot: how many were needed. */
  quorumMissed?: number;
}

/**
 * Takes the ballots, the rule and the lots drawn from the same ballots (drawLots; used only by rules that elect, when votes are
 * equal at the last seat). Ballots that break the rule (ballotFault) are counted as voters and nothing else.
 * Throws a RangeError when the rule names an option that is not there, or a share without the roll it is a share of.
 */
export function countMarks(election: Election<MarkedBallot>, rule: MarkedRule, lots: Lots): MarkedOutcome {
  const good = election.ballots.filter((ballot) => ballotFault(rule, ballot, election.options.length) === undefined);
  const sums = addUp({ options: election.options, ballots: good }, rule);
  const { winners, ...decided } =
    rule.rule === "majority"
      ? decideMajority(rule, sums)
      : rule.rule === "consent"
        ? decideConsent(rule, sums)
        : elect(rule, sums, lots);
  const won = new Set(winners);
  const voters = votersIn(election);
  const satisfied = good.filter(({ options }) => options.some((place) => won.has(place)));
  return {
    rule: rule.rule,
    winners: winners.map((place) => election.options[place]?.id ?? ""),
    voters,
    blank: votersIn({ options: [], ballots: good.filter(({ options }) => options.length === 0) }),
    invalid: voters - votersIn({ options: [], ballots: good }),
    votersWithNoWinner: voters - votersIn({ options: [], ballots: satisfied }),
    ...decided,
  };

  function addUp(counted: Election<MarkedBallot>, { roll, quorum, threshold, leastVotes = 1 }: MarkedRule): MarkSums {
    if ((quorum ?? threshold) !== undefined && roll === undefined) throw new RangeError("a quorum or threshold needs the roll");
    const votes = election.options.map(() => 0);
    const points = election.options.map(() => 0);
    for (const ballot of counted.ballots)
      for (const [index, place] of ballot.options.entries()) {
        votes[place] = (votes[place] ?? 0) + ballot.count;
        points[place] = (points[place] ?? 0) + ballot.count * (ballot.points[index] ?? 0);
      }
    const handedIn = votersIn(election);
    const needed = quorum ? shareOf(quorum, roll ?? 0) : 0;
    return {
      election: counted,
      votes,
      points,
      voters: handedIn,
      leastVotes: Math.max(leastVotes, threshold ? shareOf(threshold, roll ?? 0) : 0),
      ...(handedIn < needed ? { quorumMissed: needed } : {}),
    };
  }
}
