/** SQL of polls in the making. */
import { sql } from "kysely";
import { Refused } from "../shared/refused.ts";
import type { Tx } from "../shared/work.ts";
import type { PollDraft } from "./contract.ts";

type Kept = Omit<PollDraft, "savedAt">;

/** Keeps a new one; null when this id is taken. */
export async function insertDraft(tx: Tx, { draft, kern, content }: Kept, owner: string, at: Date): Promise<Date | null> {
  const { rows } = await sql<{ savedAt: Date }>`insert into poll_draft
      (municipality_id, draft_id, kern_id, owner_id, content, saved_at)
    values (kernplein_municipality(), ${draft}, ${kern}, ${owner}, ${JSON.stringify(content)}, ${at})
    on conflict do nothing returning saved_at as "savedAt"`.execute(tx);
  return rows[0]?.savedAt ?? null;
}

/** Replaces what was saved at `basedOn`; null when that is not what stands there. A later save never bears the same time. */
export async function replaceDraft(tx: Tx, { draft, kern, content }: Kept, basedOn: Date, at: Date): Promise<Date | null> {
  const { rows } = await sql<{ savedAt: Date }>`update poll_draft
    set content = ${JSON.stringify(content)}, saved_at = greatest(${at}, saved_at + interval '1 millisecond')
    where municipality_id = kernplein_municipality() and draft_id = ${draft} and kern_id = ${kern} and saved_at = ${basedOn}
    returning saved_at as "savedAt"`.execute(tx);
  return rows[0]?.savedAt ?? null;
}

/** Newest first. `kernen`: null for all. */
export async function draftsOf(tx: Tx, kernen: readonly string[] | null): Promise<PollDraft[]> {
  let query = tx
    .selectFrom("poll_draft")
    .select(["draft_id as draft", "kern_id as kern", "content", "saved_at as savedAt"])
    .where("municipality_id", "=", sql<string>`kernplein_municipality()`);
  if (kernen) query = query.where("kern_id", "in", kernen.length > 0 ? kernen : [""]);
  const rows = await query.orderBy("saved_at", "desc").limit(100).execute();
  return rows.map((row) => ({ ...row, content: row.content as PollDraft["content"], savedAt: row.savedAt.toISOString() }));
}

export async function kernOfDraft(tx: Tx, draft: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom("poll_draft")
    .select("kern_id")
    .where("municipality_id", "=", sql<string>`kernplein_municipality()`)
    .where("draft_id", "=", draft)
    .executeTakeFirst();
  return found?.kern_id;
}

export async function discardDraft(tx: Tx, draft: string, kern: string): Promise<void> {
  await tx
    .deleteFrom("poll_draft")
    .where("municipality_id", "=", sql<string>`kernplein_municipality()`)
    .where("draft_id", "=", draft)
    .where("kern_id", "=", kern)
    .execute();
}

/** Takes away the draft out of which a poll is made. Refuses ("changed-meanwhile") when it is not what was saved at `draftSavedAt`. */
export async function takeDraft(
  tx: Tx,
  kern: string,
  { draft, draftSavedAt }: { draft?: string | undefined; draftSavedAt?: string | undefined },
): Promise<void> {
  if (draft === undefined) return;
  if (draftSavedAt === undefined) return discardDraft(tx, draft, kern);
  const { numDeletedRows } = await tx
    .deleteFrom("poll_draft")
    .where("municipality_id", "=", sql<string>`kernplein_municipality()`)
    .where("draft_id", "=", draft)
    .where("kern_id", "=", kern)
    .where("saved_at", "=", new Date(draftSavedAt))
    .executeTakeFirst();
  if (numDeletedRows !== 1n) throw new Refused("changed-meanwhile");
}
