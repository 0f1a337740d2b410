/** A file of ranked ballots as read, whatever its format. */
import type { Election, RankedBallot } from "../counting/election.ts";

export interface RankedFile {
  title: string;
  /** How many to elect, where the format says so (.blt); otherwise 1. */
  seats: number;
  /** In the order of their numbers; the id of each is its number as text. */
  candidates: readonly { id: string; name: string; withdrawn: boolean }[];
  /** Over all candidates by place, withdrawn ones included. An empty tier is a rank that the voter skipped. */
  ballots: readonly RankedBallot[];
}

/** What is counted: candidates who withdrew are off every ballot, and those ranked below them move up. */
export function rankedElectionOf({ candidates, ballots }: RankedFile): Election<RankedBallot> {
  const options = candidates.map(({ id, name }) => ({ id, label: name, cost: 0 }));
  return without({ options, ballots }, new Set(candidates.flatMap(({ withdrawn }, place) => (withdrawn ? [place] : []))));
}

/** The same election without the options at these places. */
export function without({ options, ballots }: Election<RankedBallot>, gone: ReadonlySet<number>): Election<RankedBallot> {
  if (gone.size === 0) return { options, ballots };
  const left = [...options.keys()].filter((place) => !gone.has(place));
  const moved = new Map(left.map((old, place) => [old, place]));
  const stay = (tier: readonly number[]) => tier.flatMap((place) => moved.get(place) ?? []);
  return {
    options: options.filter((_, place) => !gone.has(place)),
    ballots: ballots.map(({ count, tiers }) => ({ count, tiers: tiers.map(stay) })),
  };
}
