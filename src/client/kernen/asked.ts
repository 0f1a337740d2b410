import type { MeetingSummary } from "../../meetings/contract.ts";
import type { ProposalSummary } from "../../proposals/contract.ts";
import type { PollSummary } from "../../voting/contract.ts";

export type Asked =
  /** `pass`: at level 2 she has taken her voting pass; whether she used it nobody but her device knows. */
  | { kind: "poll"; id: string; title: string; closesAt: string; voted: boolean; pass: boolean }
  | { kind: "meeting"; id: string; meeting: MeetingSummary }
  | { kind: "returned"; id: string; title: string };

/**
 * The meetings of this kern that a person is asked to, soonest first. Those she answered while she looked stay where they are, so that
 * she can still change her mind: `seen` are the meetings as they stood when she answered.
 */
export function invitationsIn(kern: string, asked: MeetingSummary[], seen: readonly MeetingSummary[]): MeetingSummary[] {
  const answered = new Set(seen.map(({ meeting }) => meeting));
  return [...asked.filter(({ meeting }) => !answered.has(meeting)), ...seen]
    .filter((meeting) => meeting.kern === kern)
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

/**
 * What is asked of a person in this kern, the most pressing first: open polls in which she may still vote by closing time, then
 * meetings, then proposals of hers that came back, then open polls in which she has voted already (she may still change her mind).
 */
export function askedOf(polls: PollSummary[], mine: ProposalSummary[], meetings: MeetingSummary[] = []): Asked[] {
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
  const invitations = meetings.map((meeting) => ({ kind: "meeting" as const, id: meeting.meeting, meeting }));
  return [...open.filter((poll) => !poll.voted), ...invitations, ...returned, ...open.filter((poll) => poll.voted)];
}
