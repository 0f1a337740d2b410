/** What the slices above may ask about proposals. */
import { dateOf } from "../shared/time.ts";
import type { Tx } from "../shared/work.ts";
import type { AnswerOutcome, Stance, Treatment } from "./contract.ts";
import { findSupporters, strongestComments } from "./discussion-store.ts";
import { eventsOf, lastTurn } from "./event-store.ts";
import * as figures from "./figures-store.ts";
import { findProposal, findPublishedTitles } from "./store.ts";
import { answerOwedFrom } from "./treatment-rules.ts";
import { findOwed, type OwedAnswer } from "./treatment-store.ts";

export interface ProposalForMail {
  proposal: string;
  title: string;
  kern: string;
  kernName: string;
  /** Person id. */
  author: string;
  /** What the officer wrote when returning or refusing it. */
  reason: string | null;
  handledBy: string | null;
  /** "2026-12-24" */
  answerDue: string | null;
  answer: ProposalAnswer | null;
  /** What came of it. */
  finish: string | null;
}

/** The municipality's answer. */
export interface ProposalAnswer {
  outcome: AnswerOutcome;
  text: string;
  /** Function or department. */
  signedBy: string;
  /** Null when it stands as it was given. */
  correctedAt: Date | null;
}

/** Undefined when there is none. */
export async function proposalForMail(tx: Tx, proposal: string): Promise<ProposalForMail | undefined> {
  const found = await findProposal(tx, proposal);
  if (!found) return undefined;
  const {
    title,
    kern,
    kernName,
    author,
    reason,
    handledBy,
    answerDue,
    finish,
    outcome,
    answer: text,
    signedBy,
    correctedAt,
  } = found;
  const answer = outcome && text && signedBy ? { outcome, text, signedBy, correctedAt } : null;
  return { proposal, title, kern, kernName, author, reason, handledBy, answerDue, answer, finish };
}

/** The number in its history of when it was last taken into treatment; 0 when it never was. */
export async function lastTaken(tx: Tx, proposal: string): Promise<number> {
  return (await lastTurn(tx, proposal, "taken")) ?? 0;
}

/** Why its answer was put right, by the number of that in its history; undefined when there is none such. */
export async function correctionReason(tx: Tx, proposal: string, turn: number): Promise<string | undefined> {
  const found = (await eventsOf(tx, proposal)).find((event) => event.turn === turn && event.event === "corrected");
  return found?.reason ?? undefined;
}

/** Person ids of everybody who backs it, for mails; never to be shown. */
export function supportersOf(tx: Tx, proposal: string): Promise<string[]> {
  return findSupporters(tx, proposal);
}

/** No author: Teams carries no opinion tied to a name. */
export interface ProposalForCard {
  proposal: string;
  title: string;
  /** First 200 characters of the text, on one line. */
  excerpt: string;
  kern: string;
  kernName: string;
  state: "published" | "withdrawn";
  treatment: Treatment;
  outcome: AnswerOutcome | null;
  supportCount: number;
  commentCount: number;
  photo: string | null;
  photoAlt: string;
}

/** Undefined when it was never published. */
export async function proposalForCard(tx: Tx, proposal: string): Promise<ProposalForCard | undefined> {
  const found = await findProposal(tx, proposal);
  if (!found || found.publishedAt === null) return undefined;
  return {
    proposal,
    title: found.title,
    excerpt: [...found.body].slice(0, 200).join("").replace(/\s+/g, " ").trim(),
    kern: found.kern,
    kernName: found.kernName,
    state: found.state === "published" ? "published" : "withdrawn",
    treatment: found.treatment,
    outcome: found.outcome,
    supportCount: found.supportCount,
    commentCount: found.commentCount,
    photo: found.photo,
    photoAlt: found.photoAlt ?? "",
  };
}

/** The kern of a published proposal; undefined for every other. */
export async function proposalKern(tx: Tx, proposal: string): Promise<string | undefined> {
  const found = await findProposal(tx, proposal);
  return found?.state === "published" ? found.kern : undefined;
}

/** Of these, what was ever published (withdrawn or not), in the order given. */
export async function publishedTitles(
  tx: Tx,
  proposals: readonly string[],
): Promise<{ proposal: string; kern: string; title: string }[]> {
  if (proposals.length === 0) return [];
  const found = new Map((await findPublishedTitles(tx, proposals)).map((one) => [one.proposal, one]));
  return proposals.flatMap((proposal) => found.get(proposal) ?? []);
}

/** How a published proposal looks beside others: its photo and its place. Undefined for every other. */
export async function proposalLooks(
  tx: Tx,
  proposal: string,
): Promise<{ photo: string | null; place: { latitude: number; longitude: number } | null } | undefined> {
  const found = await findProposal(tx, proposal);
  if (found?.state !== "published") return undefined;
  const { photo, latitude, longitude } = found;
  return { photo, place: latitude === null || longitude === null ? null : { latitude, longitude } };
}

/** Per kern that has any proposal, or for one kern: how many in which state, and since when the oldest waits for the officer. */
export function proposalFigures(tx: Tx, kern?: string): Promise<figures.ProposalFigures[]> {
  return figures.countByKern(tx, kern);
}

/** Published ones with their whole text. Counts are exact: show them through `shownPeople` of kernen. */
export function mostSupported(tx: Tx, kern: string, limit: number): Promise<figures.SupportedProposal[]> {
  return figures.findMostSupported(tx, kern, limit);
}

export interface Argument {
  comment: string;
  body: string;
  agreeCount: number;
}

/** Most agreed with first, then the fullest, then the oldest. */
export async function strongestArguments(tx: Tx, proposal: string, stance: Stance, limit: number): Promise<Argument[]> {
  const comments = await strongestComments(tx, proposal, stance, limit);
  return comments.map(({ comment, body, agreeCount }) => ({ comment, body, agreeCount }));
}

/** What waits for an officer of these kernen, longest waiting first; at most 1,000. */
export function waitingProposals(tx: Tx, kernen: readonly string[]): Promise<figures.WaitingProposal[]> {
  return figures.findWaiting(tx, kernen, 1000);
}

/**
 * What the municipality owes an answer: published, backed by ten people or more or promised for a day that has passed, and not
 * answered; longest published first, at most 1,000. `kernen`: only these.
 */
export function owedAnswers(tx: Tx, now: Date, kernen?: readonly string[]): Promise<OwedAnswer[]> {
  return findOwed(tx, { support: answerOwedFrom, today: dateOf(now), ...(kernen && { kernen }) });
}
