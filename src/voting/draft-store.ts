/** SQL of polls in the making. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { PollDraft } from "./contract.ts";

/** Keeps or replaces it; false when this id is a draft of another kern. */
export async function keepDraft(tx: Tx, draft: Omit<PollDraft, "savedAt">, owner: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into poll_draft (municipality_id, draft_id, kern_id, owner_id, content, saved_at)
    values (kernplein_municipality(), ${draft.draft}, ${draft.kern}, ${owner}, ${JSON.stringify(draft.content)}, ${at})
    on conflict (municipality_id, draft_id) do update set content = excluded.content, saved_at = excluded.saved_at
      where poll_draft.kern_id = excluded.kern_id`.execute(tx);
  return numAffectedRows === 1n;
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
