/** What crosses the wire about proposals (voorstellen) and their discussion. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";

export const proposalId = z.uuid("invalid-id");

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed; PostgreSQL refuses the first of them
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
/** What people write: letters in one form (macOS sends ë as e + ¨), no control characters. */
const written = () => z.string().normalize("NFC").overwrite(dropControlCharacters);
/** The same on one line. */
const line = () => z.string().normalize("NFC").overwrite(onOneLine);

function dropControlCharacters(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(controlCharacters, "");
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(controlCharacters, "");
}

const reason = written().trim().min(5, "reason-required").max(1000, "too-long");

export const place = z.object({
  label: line().trim().max(140, "too-long"),
  /** WGS 84 degrees, within the Netherlands. */
  latitude: z.number().min(50.7).max(53.6),
  longitude: z.number().min(3.3).max(7.3),
});

/** A draft may be as unfinished as its writer; what must be there to submit is checked by `submit-proposal`. */
export const saveDraftInput = z.object({
  /** Left out for a new draft; or an id the device made, so that a first save that is repeated makes one draft. */
  proposal: proposalId.optional(),
  kern: kernId,
  title: line().max(140, "too-long").default(""),
  body: written().max(4000, "too-long").default(""),
  place: place.nullable().default(null),
  photo: z.uuid("invalid-id").nullable().default(null),
  photoAlt: line().max(200, "too-long").default(""),
  /** The version this change was made on; refused with "changed-meanwhile" when another device saved since. */
  version: z.number().int().optional(),
});
export const submitProposalInput = z.object({ proposal: proposalId });
export const publishProposalInput = z.object({ proposal: proposalId });
export const returnProposalInput = z.object({ proposal: proposalId, reason });
export const refuseProposalInput = z.object({ proposal: proposalId, reason });
/** `handledBy`: who looks at it, in a sentence that everybody reads. `answerDue`: by when an answer is expected, a date ("2026-12-24"). */
export const takeIntoTreatmentInput = z.object({
  proposal: proposalId,
  handledBy: line().trim().min(5, "too-short").max(300, "too-long"),
  answerDue: z.iso.date("invalid-date").nullable().default(null),
});
export const answerOutcome = z.enum(["yes", "partly", "no"], "choose-one");
/** `signedBy`: a function or department of the municipality, not a person's name. */
export const answerProposalInput = z.object({
  proposal: proposalId,
  outcome: answerOutcome,
  text: written().trim().min(20, "too-short").max(4000, "too-long"),
  signedBy: line().trim().min(2, "too-short").max(100, "too-long"),
});
/** The whole answer as it should stand, and why it is another: everybody reads that. */
export const correctAnswerInput = answerProposalInput.extend({
  reason: line().trim().min(5, "reason-required").max(500, "too-long"),
});
/** `text`: what came of it. */
export const finishProposalInput = z.object({
  proposal: proposalId,
  text: line().trim().min(5, "too-short").max(500, "too-long"),
});
export const withdrawProposalInput = z.object({ proposal: proposalId });
export const viewProposalInput = z.object({ proposal: proposalId });
export const proposalSort = z.enum(["newest", "most-supported", "most-discussed"]);
export const listProposalsInput = z.object({
  kern: kernId.optional(),
  /** Words to look for, in title and text. */
  q: line().trim().max(200, "too-long").optional(),
  sort: proposalSort.default("newest"),
  /** "published": what everybody sees. "mine": the asker's own, in every state. */
  show: z.enum(["published", "mine"]).default("published"),
  /** Only what the municipality is at, answered (finished ones too) or finished. */
  treatment: z.enum(["in-treatment", "answered", "done"]).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const similarProposalsInput = z.object({ kern: kernId, text: line().trim().min(3, "too-short").max(500, "too-long") });
export const supportProposalInput = z.object({ proposal: proposalId });
export const stance = z.enum(["for", "against", "question"]);
export const commentOnProposalInput = z.object({
  proposal: proposalId,
  stance,
  body: written().trim().min(2, "too-short").max(1000, "too-long"),
});
export const agreeWithCommentInput = z.object({ proposal: proposalId, comment: z.uuid("invalid-id") });
/** The bytes as they were uploaded; what they are is read from the bytes, not from `contentType`. */
export const addPhotoInput = z.object({ bytes: z.instanceof(Uint8Array), contentType: z.string() });
export const viewPhotoInput = z.object({ photo: z.uuid("invalid-id") });

export type ProposalState = "draft" | "submitted" | "returned" | "refused" | "published" | "withdrawn";
/** What the municipality does with what is published. */
export type Treatment = "none" | "in-treatment" | "answered" | "done";
export type AnswerOutcome = z.output<typeof answerOutcome>;
export type Stance = z.output<typeof stance>;
export type Place = z.output<typeof place>;

export interface ProposalSummary {
  proposal: string;
  kern: string;
  kernName: string;
  title: string;
  /** First 200 characters of the text. */
  excerpt: string;
  state: ProposalState;
  treatment: Treatment;
  /** Of the municipality's answer. */
  outcome: AnswerOutcome | null;
  authorName: string;
  /** ISO 8601, UTC; null before publication. */
  publishedAt: string | null;
  changedAt: string;
  supportCount: number;
  commentCount: number;
  photo: string | null;
  photoAlt: string;
  place: Place | null;
}

export interface ProposalsView {
  proposals: ProposalSummary[];
  /** Give this as `cursor` for the next page; null on the last one. */
  next: string | null;
  /** Number found; counting stops at 1,000 (then `moreThan` is true). */
  total: number;
  moreThan: boolean;
  /** True when no text held the words that were looked for, and these titles only look like them (a typing error). */
  alike?: boolean;
}

export interface CommentView {
  comment: string;
  stance: Stance;
  body: string;
  authorName: string;
  at: string;
  agreeCount: number;
  agreed: boolean;
  mine: boolean;
}

/** What one person said and backed, for herself. */
export interface OwnWordsView {
  comments: {
    comment: string;
    proposal: string;
    title: string;
    kernName: string;
    stance: Stance;
    body: string;
    /** ISO 8601, UTC. */
    at: string;
    agreeCount: number;
  }[];
  supports: { proposal: string; title: string; kernName: string; at: string }[];
}

export interface ProposalEventView {
  event:
    | "created"
    | "submitted"
    | "returned"
    | "refused"
    | "published"
    | "withdrawn"
    | "taken"
    | "answered"
    | "corrected"
    | "finished";
  at: string;
  reason: string | null;
  /** By when an answer was promised with it ("2026-12-24"). */
  answerDue?: string;
  /** The answer that stood there until this correction. */
  former?: FormerAnswer;
}

export interface FormerAnswer {
  outcome: AnswerOutcome;
  text: string;
  signedBy: string;
}

export interface HandlingView {
  handledBy: string;
  at: string;
  /** "2026-12-24"; null when no day was named. */
  answerDue: string | null;
}

export interface AnswerView extends FormerAnswer {
  at: string;
  /** When it was put right last; null when it stands as it was given. */
  correctedAt: string | null;
}

export interface FinishView {
  text: string;
  at: string;
}

export interface ProposalView extends ProposalSummary {
  body: string;
  version: number;
  /** What the officer wrote when returning or refusing; for the author and officers only. */
  reason: string | null;
  /** Who of the municipality looks at it; null until somebody does. */
  handling: HandlingView | null;
  answer: AnswerView | null;
  /** What came of it. */
  finish: FinishView | null;
  supported: boolean;
  mine: boolean;
  /** Most agreed with first, then oldest first; at most 500 (`commentCount` tells them all). */
  comments: CommentView[];
  /** Others than the author and officers see no returns and no reasons. */
  history: ProposalEventView[];
  can: {
    edit: boolean;
    submit: boolean;
    support: boolean;
    comment: boolean;
    publish: boolean;
    return: boolean;
    refuse: boolean;
    withdraw: boolean;
    take: boolean;
    answer: boolean;
    correct: boolean;
    finish: boolean;
    openPoll: boolean;
  };
}

export interface SupportView {
  supported: boolean;
  supportCount: number;
}

export interface AgreementView {
  agreed: boolean;
  agreeCount: number;
}

/** Published proposals like what is being written: those of that kern first, the most alike first; at most 5. */
export interface SimilarProposals {
  similar: { proposal: string; kern: string; kernName: string; title: string; supportCount: number }[];
}

/** An upload after checking and cleaning: EXIF removed, at most 1600 px wide or high. */
export interface PhotoView {
  photo: string;
  width: number;
  height: number;
}

export interface PhotoContent {
  bytes: Uint8Array;
  contentType: string;
}

/**
 * `author`: person id of who wrote the proposal; of what is not published nobody else but the kern's officers hears. `turn`: number in
 * the proposal's history, for what can happen more than once in the same words.
 */
export type ProposalsFact =
  | { fact: "proposal-submitted"; proposal: string; kern: string; author: string; turn: number }
  | { fact: "proposal-published"; proposal: string; kern: string; author: string }
  | { fact: "proposal-returned"; proposal: string; kern: string; author: string; reason: string; turn: number }
  | { fact: "proposal-refused"; proposal: string; kern: string; author: string; reason: string }
  | { fact: "proposal-withdrawn"; proposal: string; kern: string; author: string; published: boolean }
  /** `answerDue`: a date ("2026-12-24"). */
  | { fact: "proposal-taken"; proposal: string; kern: string; author: string; answerDue: string | null; turn: number }
  | { fact: "proposal-answered"; proposal: string; kern: string }
  /** The municipality put its answer right. `otherOutcome`: what it does is another thing now. */
  | { fact: "proposal-corrected"; proposal: string; kern: string; turn: number; otherOutcome: boolean }
  | { fact: "proposal-finished"; proposal: string; kern: string; author: string }
  /** So many people back it that the municipality owes an answer. */
  | { fact: "proposal-answer-owed"; proposal: string; kern: string }
  | { fact: "proposal-supported"; proposal: string; kern: string }
  | { fact: "proposal-support-withdrawn"; proposal: string; kern: string }
  | { fact: "proposal-commented"; proposal: string; kern: string }
  | { fact: "comment-agreed"; proposal: string; kern: string };
