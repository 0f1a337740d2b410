/**
 * The port through which cards reach the village square: the kern's channel for proposals. Domain words only; where the square lies
 * and how one speaks there is the adapter's business. Nothing that goes through here carries a person's name.
 */
import type { MeetingForCard } from "../meetings/index.ts";
import type { AnswerOutcome, Treatment } from "../proposals/contract.ts";
import type { Said } from "../shared/said.ts";
import type { Tx } from "../shared/work.ts";

export type { MeetingForCard };

export interface ProposalForCard {
  proposal: string;
  kern: string;
  kernName: string;
  title: string;
  /** First 200 characters of the text. */
  excerpt: string;
  state: "published" | "withdrawn";
  treatment: Treatment;
  /** Of the municipality's answer; null until there is one. */
  outcome: AnswerOutcome | null;
  supportCount: number;
  commentCount: number;
  /** Only a photo that anybody may fetch, at an https address. */
  photo: { url: string; alt: string } | null;
}

/** The municipality's answer to a proposal. */
export interface AnswerForCard {
  outcome: AnswerOutcome;
  text: string;
  /** Function or department. */
  signedBy: string;
  /** Null when it stands as it was given. */
  correctedAt: Date | null;
}

export interface PollForCard {
  poll: string;
  kern: string;
  kernName: string;
  question: string;
  opensAt: Date;
  closesAt: Date;
  state: "planned" | "open" | "closed";
  level: 0 | 1 | 2;
  /** What was frozen at the opening, in one number. */
  frozenHash: string | null;
  /** The result in one sentence per language; null until counted. */
  outcome: Said | null;
}

/** A kern's week: the last seven days, and what there is to vote on and to go to in the next. */
export interface WeekForCard {
  kern: string;
  kernName: string;
  /** Newest first; `more` when there were more of them. */
  proposals: readonly { proposal: string; title: string; supportCount: number }[];
  more: boolean;
  answers: readonly { proposal: string; title: string; outcome: AnswerOutcome }[];
  open: readonly { poll: string; question: string; closesAt: Date }[];
  opening: readonly { poll: string; question: string; opensAt: Date }[];
  closed: readonly { poll: string; question: string; outcome: Said }[];
  /** Of the coming seven days, soonest first. */
  meetings: readonly { meeting: string; title: string; startsAt: Date; hall: string }[];
  contact: { name: string; phone: string };
}

/** A new head of a poll's public log, as people keep it: batch/size/root. */
export interface LogHeadForCard {
  line: string;
  last: boolean;
}

/** A card on the square, as the adapter finds it back. */
export interface CardOnSquare {
  place: string;
  conversation: string;
  activity: string;
}

/**
 * What became of an attempt. `again`: whether the same attempt may succeed later. `unknown`: the card may be there although no
 * answer came, so that posting it again might show it twice.
 */
export type Announced = { card: CardOnSquare } | { failed: string; again: boolean; unknown: boolean };
export type Updated = { done: true } | { failed: string; again: boolean };

/** Whether something can be said in a kern's team. A kern that is not among them was never told of. */
export interface SquareState {
  kern: string;
  trouble: "removed" | "blocked" | "archived" | "deleted" | "refused" | null;
  since: Date | null;
  /** False: cards come in General. */
  ownChannel: boolean;
}

export type SquareStates = (tx: Tx) => Promise<SquareState[]>;

export interface Square {
  announceProposal(municipality: string, proposal: ProposalForCard): Promise<Announced>;
  announceAnswer(municipality: string, proposal: ProposalForCard, answer: AnswerForCard): Promise<Announced>;
  announcePoll(municipality: string, poll: PollForCard): Promise<Announced>;
  announceLastDay(municipality: string, poll: PollForCard): Promise<Announced>;
  announcePollClosed(municipality: string, poll: PollForCard): Promise<Announced>;
  announceLogHead(municipality: string, poll: PollForCard, head: LogHeadForCard): Promise<Announced>;
  announceWeek(municipality: string, week: WeekForCard): Promise<Announced>;
  updateProposal(municipality: string, card: CardOnSquare, proposal: ProposalForCard): Promise<Updated>;
  updateAnswer(municipality: string, card: CardOnSquare, proposal: ProposalForCard, answer: AnswerForCard): Promise<Updated>;
  updatePoll(municipality: string, card: CardOnSquare, poll: PollForCard): Promise<Updated>;
  announceMeeting(municipality: string, meeting: MeetingForCard): Promise<Announced>;
  updateMeeting(municipality: string, card: CardOnSquare, meeting: MeetingForCard): Promise<Updated>;
}
