/** SQL of posting_sent and posting_pause. */
import { sql } from "kysely";
import type { Tx } from "../../shared/work.ts";

/**
 * Takes the next turn in the thread, at `now` or later; null, and nothing taken, when it would come more than `longestMs` later.
 * `longestMs` null: it is said now, whatever the limits.
 */
export async function takeTurn(tx: Tx, thread: string, now: Date, longestMs: number | null): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select kernplein_posting_turn(${thread}, ${now},
    make_interval(secs => ${(longestMs ?? 0) / 1000}), ${longestMs !== null}) as at`.execute(tx);
  return rows[0]?.at ?? null;
}

/** Until when nothing may be said in the municipality; of two that were asked for the later. */
export async function savePause(tx: Tx, until: Date): Promise<void> {
  await sql`insert into posting_pause (municipality_id, until) values (kernplein_municipality(), ${until})
    on conflict (municipality_id) do update set until = greatest(posting_pause.until, excluded.until)`.execute(tx);
}

export async function findPauseEnd(tx: Tx): Promise<Date | undefined> {
  return (await tx.selectFrom("posting_pause").select("until").executeTakeFirst())?.until;
}
