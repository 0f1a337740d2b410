/** SQL of proposals themselves and their history. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { AnswerOutcome, Place, ProposalState, Treatment } from "./contract.ts";

export interface StoredProposal {
  proposal: string;
  kern: string;
  kernName: string;
  /** Person id. */
  author: string;
  authorName: string;
  title: string;
  body: string;
  placeLabel: string | null;
  latitude: number | null;
  longitude: number | null;
  photo: string | null;
  photoAlt: string | null;
  state: ProposalState;
  reason: string | null;
  treatment: Treatment;
  treatedAt: Date | null;
  handledBy: string | null;
  /** "2026-12-24" */
  answerDue: string | null;
  answeredAt: Date | null;
  answer: string | null;
  outcome: AnswerOutcome | null;
  signedBy: string | null;
  correctedAt: Date | null;
  finishedAt: Date | null;
  finish: string | null;
  createdAt: Date;
  changedAt: Date;
  submittedAt: Date | null;
  publishedAt: Date | null;
  supportCount: number;
  commentCount: number;
  version: number;
}

const here = sql<string>`kernplein_municipality()`;

function proposals(tx: Tx) {
  return tx
    .selectFrom("proposal as p")
    .innerJoin("kern as k", (on) => on.onRef("k.municipality_id", "=", "p.municipality_id").onRef("k.kern_id", "=", "p.kern_id"))
    .innerJoin("person as a", (on) =>
      on.onRef("a.municipality_id", "=", "p.municipality_id").onRef("a.person_id", "=", "p.author_id"),
    )
    .select([
      "p.proposal_id as proposal",
      "p.kern_id as kern",
      "k.name as kernName",
      "p.author_id as author",
      "a.name as authorName",
      "p.title",
      "p.body",
      "p.place_label as placeLabel",
      "p.latitude",
      "p.longitude",
      "p.photo_id as photo",
      "p.photo_alt as photoAlt",
      "p.state",
      "p.reason",
      "p.treatment",
      "p.treated_at as treatedAt",
      "p.handled_by as handledBy",
      sql<string | null>`p.answer_due::text`.as("answerDue"),
      "p.answered_at as answeredAt",
      "p.answer",
      "p.answer_outcome as outcome",
      "p.answer_signed_by as signedBy",
      "p.answer_corrected_at as correctedAt",
      "p.finished_at as finishedAt",
      "p.finish",
      "p.created_at as createdAt",
      "p.changed_at as changedAt",
      "p.submitted_at as submittedAt",
      "p.published_at as publishedAt",
      "p.support_count as supportCount",
      "p.comment_count as commentCount",
      "p.version",
    ])
    .where("p.municipality_id", "=", here)
    .$castTo<StoredProposal>();
}

export function findProposal(tx: Tx, proposal: string): Promise<StoredProposal | undefined> {
  return proposals(tx).where("p.proposal_id", "=", proposal).executeTakeFirst();
}

/** The same, and nobody else changes it or its counters until this transaction ends. */
export function lockProposal(tx: Tx, proposal: string): Promise<StoredProposal | undefined> {
  return proposals(tx).where("p.proposal_id", "=", proposal).forNoKeyUpdate("p").executeTakeFirst();
}

/** Of these, what was ever published; in no order. */
export function findPublishedTitles(
  tx: Tx,
  proposals: readonly string[],
): Promise<{ proposal: string; kern: string; title: string }[]> {
  return tx
    .selectFrom("proposal")
    .select(["proposal_id as proposal", "kern_id as kern", "title"])
    .where("municipality_id", "=", here)
    .where("proposal_id", "in", proposals)
    .where("published_at", "is not", null)
    .execute();
}

export interface DraftContent {
  kern: string;
  title: string;
  body: string;
  place: Place | null;
  photo: string | null;
  photoAlt: string;
}

const contentColumns = ({ kern, title, body, place, photo, photoAlt }: DraftContent) => ({
  kern_id: kern,
  title,
  body,
  place_label: place?.label ?? null,
  latitude: place?.latitude ?? null,
  longitude: place?.longitude ?? null,
  photo_id: photo,
  photo_alt: photoAlt || null,
});

/** False when this id is taken (a first save that arrives twice at once). */
export async function insertDraft(
  tx: Tx,
  draft: DraftContent & { municipality: string; proposal: string; author: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("proposal")
    .values({
      municipality_id: draft.municipality,
      proposal_id: draft.proposal,
      author_id: draft.author,
      state: "draft",
      created_at: draft.at,
      changed_at: draft.at,
      ...contentColumns(draft),
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "proposal_id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveContent(tx: Tx, proposal: string, content: DraftContent, at: Date): Promise<void> {
  await tx
    .updateTable("proposal")
    .set((row) => ({ ...contentColumns(content), changed_at: at, version: row("version", "+", 1) }))
    .where("municipality_id", "=", here)
    .where("proposal_id", "=", proposal)
    .execute();
}

export interface StateChange {
  state: ProposalState;
  at: Date;
  reason?: string | null;
  submittedAt?: Date;
  publishedAt?: Date;
  /** Person id of the officer. */
  decidedBy?: string;
}

export async function saveState(tx: Tx, proposal: string, change: StateChange): Promise<void> {
  await tx
    .updateTable("proposal")
    .set({
      state: change.state,
      changed_at: change.at,
      ...(change.reason !== undefined ? { reason: change.reason } : {}),
      ...(change.submittedAt ? { submitted_at: change.submittedAt } : {}),
      ...(change.publishedAt ? { published_at: change.publishedAt } : {}),
      ...(change.decidedBy ? { decided_by: change.decidedBy } : {}),
    })
    .where("municipality_id", "=", here)
    .where("proposal_id", "=", proposal)
    .execute();
}
