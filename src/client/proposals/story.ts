import type { ProposalEventView, ProposalState } from "../../proposals/contract.ts";
import type { PollSummary } from "../../voting/contract.ts";

export type StepName =
  | "written"
  | "submitted"
  | "reading"
  | "returned"
  | "refused"
  | "published"
  | "withdrawn"
  | "poll"
  | "answered";

export interface StoryStep {
  step: StepName;
  /** "now" is where the proposal waits; "stopped" is an end. */
  progress: "done" | "now" | "coming" | "stopped";
  /** When it happened (ISO 8601), or for a running poll when it closes. */
  at: string | null;
}

interface Told {
  state: ProposalState;
  history: readonly ProposalEventView[];
  publishedAt: string | null;
  answer: string | null;
}

/** The road of a proposal in at most four steps: what happened, where it is now, what will come. `polls`: those about this proposal. */
export function storyOf(proposal: Told, polls: readonly PollSummary[] = []): StoryStep[] {
  const last = (event: ProposalEventView["event"]) => proposal.history.findLast((each) => each.event === event)?.at ?? null;
  const submitted: StoryStep = { step: "submitted", progress: "done", at: last("submitted") };
  const published: StoryStep = { step: "published", progress: "done", at: proposal.publishedAt };
  const publishing: StoryStep = { step: "published", progress: "coming", at: null };
  const answer: StoryStep = { step: "answered", progress: "coming", at: null };
  switch (proposal.state) {
    case "draft":
      return [{ step: "written", progress: "now", at: null }, { ...submitted, progress: "coming", at: null }, publishing, answer];
    case "submitted":
      return [submitted, { step: "reading", progress: "now", at: null }, publishing, answer];
    case "returned":
      return [submitted, { step: "returned", progress: "now", at: last("returned") }, publishing, answer];
    case "refused":
      return [submitted, { step: "refused", progress: "stopped", at: last("refused") }];
    case "withdrawn":
      return [...(proposal.publishedAt ? [published] : []), { step: "withdrawn", progress: "stopped", at: last("withdrawn") }];
    case "published":
      return [published, ...pollStep(polls), answered(proposal, last("answered"))];
  }
}

function pollStep(polls: readonly PollSummary[]): StoryStep[] {
  const poll = polls.find((each) => each.state === "open") ?? polls.find((each) => each.state === "planned") ?? polls[0];
  if (!poll) return [];
  const progress = poll.state === "closed" ? "done" : poll.state === "open" ? "now" : "coming";
  return [{ step: "poll", progress, at: poll.state === "planned" ? poll.opensAt : poll.closesAt }];
}

function answered({ answer }: Told, at: string | null): StoryStep {
  return { step: "answered", progress: answer === null ? "coming" : "done", at };
}
