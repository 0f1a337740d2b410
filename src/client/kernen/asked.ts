import type { ProposalSummary } from "../../proposals/contract.ts";
import type { PollSummary } from "../../voting/contract.ts";

export type Asked =
  /** `pass`: at level 2 she has taken her voting pass; whether she used it nobody but her device knows. */
  | { kind: "poll"; id: string; title: string; closesAt: string; voted: boolean; pass: boolean }
  | { kind: "returned"; id: string; title: string };

/**
 * What is asked of a person in this kern, the most pressing first: open polls in which she may still vote by closing time, then
 * proposals of hers that came back, then open polls in which she has voted already (she may still change her mind).
 */
export function askedOf(polls: PollSummary[], mine: ProposalSummary[]): Asked[] {
  const open = polls
    .filter((poll) => poll.state === "open" && poll.onRoll)
    .sort((one, other) => one.closesAt.localeCompare(other.closesAt))
    .map((poll) => ({
      kind: "poll" as const,
      id: poll.poll,
      title: poll.question,
      closesAt: poll.closesAt,
      voted: poll.hasVoted,
      pass: poll.hasVoted && poll.level === 2,
    }));
  const returned = mine
    .filter((proposal) => proposal.state === "returned")
    .map((proposal) => ({ kind: "returned" as const, id: proposal.proposal, title: proposal.title }));
  return [...open.filter((poll) => !poll.voted), ...returned, ...open.filter((poll) => poll.voted)];
}
