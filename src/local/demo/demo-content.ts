/**
 * The shapes of the demo content: a plainly fictional set of people, proposals, comments and polls for Molenlanden.
 * Everything is plain data or computed by index, so two loads on two machines give the same village life.
 * Times are days before (or, for polls, after) the moment of loading; fractions are allowed.
 */

import type { z } from "zod";
import type { BallotForm, countingRule } from "../../voting/contract.ts";

export type DemoMember = {
  /** Slug of the kern and a number of two digits in order of joining: `arkel-03`. */
  key: string;
  name: string;
  /** Unique, lower case, always at `voorbeeld.example`, a name nobody can register (RFC 2606). */
  email: string;
  kern: string;
  joinedDaysAgo: number;
};

export type DemoTheme =
  | "traffic"
  | "housing"
  | "nature"
  | "water"
  | "youth"
  | "facilities"
  | "heritage"
  | "energy"
  | "safety"
  | "together";

export type DemoPhoto =
  | "dike.jpg"
  | "mill.jpg"
  | "ferry.jpg"
  | "playground.jpg"
  | "bench.jpg"
  | "cycle-path.jpg"
  | "village-hall.jpg"
  | "cows.jpg";

export type DemoPlace = { latitude: number; longitude: number; label: string };

/** What a proposal has come to; the days that go with it are present in exactly that state. */
export type DemoProposalState =
  | { state: "draft" }
  | { state: "submitted"; submittedDaysAgo: number }
  | { state: "published"; submittedDaysAgo: number; publishedDaysAgo: number; supportersCount: number }
  | { state: "returned" | "refused"; submittedDaysAgo: number; decidedDaysAgo: number; reason: string };

export type DemoProposal = {
  /** Slug of the kern and a word: `arkel-zwemsteiger`. */
  key: string;
  kern: string;
  authorKey: string;
  title: string;
  /** Paragraphs, an empty line between them. */
  text: string;
  theme: DemoTheme;
  place?: DemoPlace;
  /** Name of a file in `photos/`. */
  photo?: DemoPhoto;
} & DemoProposalState;

export type DemoPublished = Extract<DemoProposal, { state: "published" }>;

export type DemoStance = "for" | "against" | "question";

export type DemoComment = {
  proposalKey: string;
  authorKey: string;
  stance: DemoStance;
  text: string;
  daysAgo: number;
  agreedByCount: number;
};

export type DemoPoll = {
  key: string;
  kern: string;
  proposalKey?: string;
  question: string;
  /** What a voter should know first. */
  explanation: string;
  /** The three usual answers in this order, or two to six labels of its own. */
  options: "for-against-abstain" | string[];
  /** Negative: it opened that many days ago. */
  opensDaysFromNow: number;
  closesDaysFromNow: number;
  /** Ballots to cast per option, in the order of the options; empty while the poll has not opened. */
  votes: number[];
  /** Ballots as a share (0 to 1) of the members who had joined when it opened. */
  turnout: number;
};

export type DemoPlan = {
  label: string;
  summary: string;
  /** Whole cents; 0 where no money is spent. */
  cost: number;
  theme?: string;
  photo?: DemoPhoto;
  place?: DemoPlace;
};

/** A poll in which a ballot may hold more than one mark. */
export type DemoRichPoll = Pick<
  DemoPoll,
  "key" | "kern" | "question" | "explanation" | "opensDaysFromNow" | "closesDaysFromNow"
> & {
  /** None where the form brings its own. */
  options: readonly DemoPlan[];
  form: BallotForm;
  count: z.input<typeof countingRule>;
  /** Of each voter the places of the options marked, most wanted first. */
  ballots: readonly (readonly number[])[];
};

export type DemoMeeting = {
  /** Slug of the kern and a word: `arkel-steigeravond`. */
  key: string;
  kern: string;
  title: string;
  text: string;
  /** Negative: it was held that many days ago. */
  inDays: number;
  /** Hour in the Netherlands at which it begins; it lasts two hours. */
  hour: number;
  hall: string;
  address: string;
  place?: DemoPlace;
  online?: string;
  capacity?: number;
  proposalKeys?: string[];
  /** How many of the members answered yes, the last who joined first; beyond the capacity they wait. */
  coming: number;
  notComing: number;
  /** People without e-mail whom the officer wrote down. */
  guests?: string[];
  cancelReason?: string;
  minutes?: { text: string; attended: number };
};

/** One row of a proposal file: the kern is said once above it, the author is a member's number in that kern. */
export type ProposalRow = {
  key: string;
  author: number;
  title: string;
  text: string;
  theme: DemoTheme;
  place?: DemoPlace;
  photo?: DemoPhoto;
} & DemoProposalState;

/** One row of a comment file: member's number in the proposal's kern, stance, days ago, neighbours who agree, text. */
export type CommentRow = readonly [author: number, stance: DemoStance, daysAgo: number, agreedByCount: number, text: string];

/** Key of the `number`-th member of a kern: `memberKey("arkel", 3)` gives `arkel-03`. */
export function memberKey(kern: string, number: number): string {
  return `${kern}-${String(number).padStart(2, "0")}`;
}

/** Puts a kern's rows into full proposals. */
export function proposalsIn(kern: string, rows: ProposalRow[]): DemoProposal[] {
  return rows.map(({ key, author, ...rest }) => ({ ...rest, key: `${kern}-${key}`, kern, authorKey: memberKey(kern, author) }));
}

/** Puts the rows under each proposal of one kern (by the proposal's key without the kern) into full comments. */
export function commentsIn(kern: string, discussions: Record<string, CommentRow[]>): DemoComment[] {
  return Object.entries(discussions).flatMap(([proposal, rows]) =>
    rows.map(([author, stance, daysAgo, agreedByCount, text]) => ({
      proposalKey: `${kern}-${proposal}`,
      authorKey: memberKey(kern, author),
      stance,
      text,
      daysAgo,
      agreedByCount,
    })),
  );
}

/** A text of several paragraphs. */
export function paragraphs(...parts: string[]): string {
  return parts.join("\n\n");
}

/** A place on the map, in degrees (WGS 84). */
export function place(latitude: number, longitude: number, label: string): DemoPlace {
  return { latitude, longitude, label };
}
