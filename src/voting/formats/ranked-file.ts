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
export function electionOf({ candidates, ballots }: RankedFile): Election<RankedBallot> {
  const left = candidates.filter(({ withdrawn }) => !withdrawn);
  const options = left.map(({ id, name }) => ({ id, label: name, cost: 0 }));
  if (left.length === candidates.length) return { options, ballots };
  const places = new Map(left.map((candidate, place) => [candidates.indexOf(candidate), place]));
  const stay = (tier: readonly number[]) => tier.flatMap((place) => places.get(place) ?? []);
  return { options, ballots: ballots.map(({ count, tiers }) => ({ count, tiers: tiers.map(stay) })) };
}
