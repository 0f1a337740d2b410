import type { HandlingView, ProposalEventView, ProposalState, Treatment } from "../../proposals/contract.ts";
import type { PollSummary } from "../../voting/contract.ts";

export type StepName =
  | "written"
  | "submitted"
  | "reading"
  | "returned"
  | "refused"
  | "published"
  | "supported"
  | "withdrawn"
  | "poll"
  | "treated"
  | "answered"
  | "done";

export interface StoryStep {
  step: StepName;
  /** "now" is where the proposal waits; "stopped" is an end. */
  progress: "done" | "now" | "coming" | "stopped";
  /** When it happened (ISO 8601), for a running poll when it closes, for an answer to come the day that was promised. */
  at: string | null;
  /** How many people, of the support. */
  count?: number;
}

interface Told {
  state: ProposalState;
  treatment: Treatment;
  history: readonly ProposalEventView[];
  publishedAt: string | null;
  supportCount: number;
  handling: Pick<HandlingView, "at" | "answerDue"> | null;
  answer: { outcome: "yes" | "partly" | "no"; at: string } | null;
  finish: { at: string } | null;
}

/** The road of a proposal: what happened, where it is now, what will come. `polls`: those about this proposal. */
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
      return [published, ...supportStep(proposal), ...pollStep(polls), ...treatmentSteps(proposal)];
  }
}

/** Support is gathered until the municipality takes it up or answers; a road on which nobody did leaves it out afterwards. */
function supportStep({ treatment, supportCount: count }: Told): StoryStep[] {
  if (treatment === "none") return [{ step: "supported", progress: "now", at: null, count }];
  return count === 0 ? [] : [{ step: "supported", progress: "done", at: null, count }];
}

function pollStep(polls: readonly PollSummary[]): StoryStep[] {
  const poll = polls.find((each) => each.state === "open") ?? polls.find((each) => each.state === "planned") ?? polls[0];
  if (!poll) return [];
  const progress = poll.state === "closed" ? "done" : poll.state === "open" ? "now" : "coming";
  return [{ step: "poll", progress, at: poll.state === "planned" ? poll.opensAt : poll.closesAt }];
}

/** Where the answer is no, the road ends there. */
function treatmentSteps({ treatment, handling, answer, finish }: Told): StoryStep[] {
  const treated: StoryStep = {
    step: "treated",
    progress: treatment === "none" ? "coming" : treatment === "in-treatment" ? "now" : "done",
    at: handling?.at ?? null,
  };
  return [
    ...(answer && !handling ? [] : [treated]),
    { step: "answered", progress: answer ? "done" : "coming", at: answer?.at ?? handling?.answerDue ?? null },
    ...(answer?.outcome === "no"
      ? []
      : [{ step: "done", progress: finish ? "done" : "coming", at: finish?.at ?? null } as const]),
  ];
}
