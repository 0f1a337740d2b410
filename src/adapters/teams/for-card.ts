/** From what the slices show to what the cards take. */
import type { MeetingSummary } from "../../meetings/contract.ts";
import type { MeetingForCard, PollForCard, ProposalForCard } from "../../notifications/square.ts";
import type { ProposalSummary } from "../../proposals/contract.ts";
import type { Said } from "../../shared/said.ts";
import type { PollSummary, PollView, TallyView } from "../../voting/contract.ts";
import type { Bot } from "./knowledge.ts";

/** Of a proposal that was published; never its author. */
export function proposalForCard(bot: Bot, municipality: string, view: ProposalSummary): ProposalForCard {
  const { proposal, kern, kernName, title, excerpt, supportCount, commentCount, photoAlt, treatment, outcome } = view;
  const url = view.photo === null ? null : bot.photoUrl(municipality, view.photo);
  return {
    proposal,
    kern,
    kernName,
    title,
    excerpt,
    supportCount,
    commentCount,
    treatment,
    outcome,
    state: view.state === "withdrawn" ? "withdrawn" : "published",
    photo: url === null ? null : { url, alt: photoAlt },
  };
}

/** The result in one sentence per language. */
export function outcomeOf({ knows }: Pick<Bot, "knows">, tally: TallyView): Said {
  return { nl: knows.outcomeInWords(tally, "nl"), en: knows.outcomeInWords(tally, "en") };
}

export function pollForCard(bot: Bot, view: PollSummary | PollView): PollForCard {
  const { poll, kern, kernName, question, state, level, tally } = view;
  return {
    poll,
    kern,
    kernName,
    question,
    state,
    level,
    opensAt: new Date(view.opensAt),
    closesAt: new Date(view.closesAt),
    frozenHash: "frozenHash" in view ? view.frozenHash : null,
    outcome: tally && outcomeOf(bot, tally),
  };
}

/** How the asker stands is left out: many cards are read by everybody. */
export function meetingForCard(view: MeetingSummary, now: Date): MeetingForCard {
  const { meeting, kern, kernName, title, excerpt, hall, address, hasOnline, state, cancelReason } = view;
  const { capacity, coming, waiting, hasMinutes } = view;
  return {
    meeting,
    kern,
    kernName,
    title,
    excerpt,
    startsAt: new Date(view.startsAt),
    endsAt: new Date(view.endsAt),
    hall,
    address,
    hasOnline,
    state,
    begun: now >= new Date(view.startsAt),
    cancelReason,
    capacity,
    coming,
    waiting,
    hasMinutes,
  };
}
