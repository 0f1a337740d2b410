/** SQL of support, comments and agreement. Counters move only together with a row; the proposal is locked by the caller. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { Stance } from "./contract.ts";

const here = sql<string>`kernplein_municipality()`;

export async function hasSupported(tx: Tx, proposal: string, person: string): Promise<boolean> {
  const row = await tx
    .selectFrom("support")
    .select("at")
    .where("municipality_id", "=", here)
    .where("proposal_id", "=", proposal)
    .where("person_id", "=", person)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when this is new: then the count went up by one. */
export async function addSupport(tx: Tx, municipality: string, proposal: string, person: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("support")
    .values({ municipality_id: municipality, proposal_id: proposal, person_id: person, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await moveCount(tx, proposal, "support_count", 1);
  return true;
}

/** True when there was support: then the count went down by one. */
export async function removeSupport(tx: Tx, proposal: string, person: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("support")
    .where("municipality_id", "=", here)
    .where("proposal_id", "=", proposal)
    .where("person_id", "=", person)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) return false;
  await moveCount(tx, proposal, "support_count", -1);
  return true;
}

/** Person ids, whoever backed it first first. */
export async function findSupporters(tx: Tx, proposal: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("support")
    .select("person_id as person")
    .where("municipality_id", "=", here)
    .where("proposal_id", "=", proposal)
    .orderBy("at")
    .orderBy("person_id")
    .execute();
  return rows.map(({ person }) => person);
}

async function moveCount(tx: Tx, proposal: string, counter: "support_count" | "comment_count", by: 1 | -1): Promise<void> {
  await tx
    .updateTable("proposal")
    .set((row) => ({ [counter]: row(counter, "+", by) }))
    .where("municipality_id", "=", here)
    .where("proposal_id", "=", proposal)
    .execute();
}

export interface StoredComment {
  comment: string;
  /** Person id. */
  author: string;
  authorName: string;
  stance: Stance;
  body: string;
  at: Date;
  agreeCount: number;
  /** Whether `reader` agreed. */
  agreed: boolean;
}

function comments(tx: Tx, proposal: string, reader: string | null) {
  return tx
    .selectFrom("comment as c")
    .innerJoin("person as a", (on) =>
      on.onRef("a.municipality_id", "=", "c.municipality_id").onRef("a.person_id", "=", "c.author_id"),
    )
    .leftJoin("comment_agreement as g", (on) =>
      on
        .onRef("g.municipality_id", "=", "c.municipality_id")
        .onRef("g.proposal_id", "=", "c.proposal_id")
        .onRef("g.comment_id", "=", "c.comment_id")
        .on("g.person_id", "=", reader),
    )
    .select(["c.comment_id as comment", "c.author_id as author", "a.name as authorName", "c.stance", "c.body", "c.at"])
    .select(["c.agree_count as agreeCount", sql<boolean>`g.person_id is not null`.as("agreed")])
    .where("c.municipality_id", "=", here)
    .where("c.proposal_id", "=", proposal)
    .$castTo<StoredComment>();
}

/** Most agreed with first, then oldest first. */
export function commentsOf(tx: Tx, proposal: string, reader: string, limit: number): Promise<StoredComment[]> {
  return comments(tx, proposal, reader)
    .orderBy("c.agree_count", "desc")
    .orderBy("c.at")
    .orderBy("c.comment_id")
    .limit(limit)
    .execute();
}

export function findComment(tx: Tx, proposal: string, comment: string, reader: string): Promise<StoredComment | undefined> {
  return comments(tx, proposal, reader).where("c.comment_id", "=", comment).executeTakeFirst();
}

/** What this person already said here in the same words and with the same stance. */
export function findSameComment(
  tx: Tx,
  proposal: string,
  author: string,
  stance: Stance,
  body: string,
): Promise<StoredComment | undefined> {
  return comments(tx, proposal, author)
    .where("c.author_id", "=", author)
    .where("c.stance", "=", stance)
    .where("c.body", "=", body)
    .executeTakeFirst();
}

/** Arguments of one kind: most agreed with first, then the fullest, then the oldest. */
export function strongestComments(tx: Tx, proposal: string, stance: Stance, limit: number): Promise<StoredComment[]> {
  return comments(tx, proposal, null)
    .where("c.stance", "=", stance)
    .orderBy("c.agree_count", "desc")
    .orderBy(sql`char_length(c.body)`, "desc")
    .orderBy("c.at")
    .orderBy("c.comment_id")
    .limit(limit)
    .execute();
}

export interface NewComment {
  municipality: string;
  proposal: string;
  comment: string;
  author: string;
  stance: Stance;
  body: string;
  at: Date;
}

export async function insertComment(
  tx: Tx,
  { municipality, proposal, comment, author, stance, body, at }: NewComment,
): Promise<void> {
  await tx
    .insertInto("comment")
    .values({ municipality_id: municipality, proposal_id: proposal, comment_id: comment, author_id: author, stance, body, at })
    .execute();
  await moveCount(tx, proposal, "comment_count", 1);
}

export interface Agreement {
  municipality: string;
  proposal: string;
  comment: string;
  person: string;
}

/** Does nothing when the person agreed already. */
export async function addAgreement(tx: Tx, { municipality, proposal, comment, person }: Agreement): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("comment_agreement")
    .values({ municipality_id: municipality, proposal_id: proposal, comment_id: comment, person_id: person })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) await moveAgreeCount(tx, proposal, comment, 1);
}

export async function removeAgreement(tx: Tx, { proposal, comment, person }: Agreement): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom("comment_agreement")
    .where("municipality_id", "=", here)
    .where("proposal_id", "=", proposal)
    .where("comment_id", "=", comment)
    .where("person_id", "=", person)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 1n) await moveAgreeCount(tx, proposal, comment, -1);
}

async function moveAgreeCount(tx: Tx, proposal: string, comment: string, by: 1 | -1): Promise<void> {
  await tx
    .updateTable("comment")
    .set((row) => ({ agree_count: row("agree_count", "+", by) }))
    .where("municipality_id", "=", here)
    .where("proposal_id", "=", proposal)
    .where("comment_id", "=", comment)
    .execute();
}
