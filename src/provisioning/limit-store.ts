/** How full what Microsoft limits was when last measured, and which channels were seen. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { LimitKind, Use } from "./limits.ts";

export interface MeasuredUse extends Use {
  /** Percent that was told; 0: nothing was. */
  threshold: number;
  measuredAt: Date;
}

export async function loadUses(tx: Tx): Promise<MeasuredUse[]> {
  const rows = await tx.selectFrom("platform_limit").selectAll().orderBy("kern_id").orderBy("what").execute();
  return rows.map(({ what, kern_id: kern, used, most, threshold, measured_at: measuredAt }) => {
    return { what: what as LimitKind, kern, used, most, threshold, measuredAt };
  });
}

/** Keeps exactly these. */
export async function keepUses(tx: Tx, municipality: string, uses: readonly MeasuredUse[]): Promise<void> {
  await tx.deleteFrom("platform_limit").where("municipality_id", "=", municipality).execute();
  if (uses.length === 0) return;
  const rows = uses.map(({ what, kern, used, most, threshold, measuredAt }) => {
    return { municipality_id: municipality, what, kern_id: kern, used, most, threshold, measured_at: measuredAt };
  });
  await tx.insertInto("platform_limit").values(rows).execute();
}

/** Notes the channels that are there now; gives how many there were at any time since `since`. */
export async function noteChannels(tx: Tx, kern: string, ids: readonly string[], now: Date, since: Date): Promise<number> {
  await sql`insert into channel_seen (municipality_id, kern_id, channel_id, seen_at)
    select distinct kernplein_municipality(), ${kern}, id, ${now}::timestamptz from unnest(${ids as string[]}::text[]) as id
    on conflict (municipality_id, kern_id, channel_id) do update set seen_at = excluded.seen_at`.execute(tx);
  await tx.deleteFrom("channel_seen").where("kern_id", "=", kern).where("seen_at", "<", since).execute();
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from channel_seen where kern_id = ${kern}`.execute(tx);
  return rows[0]?.n ?? 0;
}
