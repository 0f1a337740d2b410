/** SQL of what is told beside a poll. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { NextSteps, PollBackground } from "./contract.ts";

const here = sql<string>`kernplein_municipality()`;

export async function backgroundOf(tx: Tx, poll: string): Promise<PollBackground> {
  const { background } = await tx
    .selectFrom("poll")
    .select("background")
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .executeTakeFirstOrThrow();
  return background as unknown as PollBackground;
}

export async function keepBackground(tx: Tx, poll: string, background: PollBackground): Promise<void> {
  await tx
    .updateTable("poll")
    .set({ background: JSON.stringify(background) })
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .execute();
}

export async function nextStepsOf(tx: Tx, poll: string): Promise<NextSteps | null> {
  const { rows } = await sql<{ words: string; by: string; at: Date }>`select words, name as by, written_at as at
    from poll_next_steps n join person p on p.municipality_id = n.municipality_id and p.person_id = n.written_by
    where n.municipality_id = kernplein_municipality() and n.poll_id = ${poll}`.execute(tx);
  const [found] = rows;
  return found ? { ...found, at: found.at.toISOString() } : null;
}

/** Replaces what was said before. */
export async function keepNextSteps(tx: Tx, poll: string, words: string, by: string, at: Date): Promise<void> {
  await sql`insert into poll_next_steps (municipality_id, poll_id, words, written_by, written_at)
    values (kernplein_municipality(), ${poll}, ${words}, ${by}, ${at})
    on conflict (municipality_id, poll_id) do update
      set words = excluded.words, written_by = excluded.written_by, written_at = excluded.written_at`.execute(tx);
}

/** Which of these polls have next steps. */
export async function withNextSteps(tx: Tx, polls: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ poll: string }>`select poll_id as poll from poll_next_steps
    where municipality_id = kernplein_municipality() and poll_id = any(${[...polls]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ poll }) => poll));
}
