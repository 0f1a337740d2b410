/** Tells all instances what changed, by NOTIFY in the transaction that changed it: nobody hears of what was rolled back. */
import { sql } from "kysely";
import { gathered, type Told } from "../../shared/live.ts";
import type { Tx } from "../../shared/work.ts";

export const channel = "kernplein_changed";

/** PostgreSQL carries 8,000 bytes at most; one change takes some 200. */
const perNotice = 20;

/** Ids and kinds only: a notice stands in no table, knows no row-level security, and is heard by every instance. */
export async function tellChanges(tx: Tx, municipality: string, told: readonly Told[]): Promise<void> {
  const all = gathered(told);
  for (let from = 0; from < all.length; from += perNotice) {
    const notice = JSON.stringify({ municipality, told: all.slice(from, from + perNotice) });
    await sql`select pg_notify(${channel}, ${notice})`.execute(tx);
  }
}
