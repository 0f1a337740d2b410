/** SQL of how far a tenant's guests were read. */
import type { Tx } from "../shared/work.ts";

export async function findWatchLink(tx: Tx): Promise<string | null> {
  const row = await tx.selectFrom("guest_watch").select("link").executeTakeFirst();
  return row?.link ?? null;
}

export async function saveWatchLink(tx: Tx, municipality: string, link: string, readAt: Date): Promise<void> {
  const values = { link, read_at: readAt };
  await tx
    .insertInto("guest_watch")
    .values({ municipality_id: municipality, ...values })
    .onConflict((conflict) => conflict.column("municipality_id").doUpdateSet(values))
    .execute();
}
