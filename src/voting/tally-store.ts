/** SQL of what was counted and published. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { TallyView } from "./contract.ts";
import type { PollOutcome } from "./counting/count-poll.ts";
import { leadingOptions } from "./rules.ts";
import type { StoredPoll } from "./store.ts";

export interface NewTally {
  countedAt: Date;
  ballots: number;
  spoiled: number;
  outcome: PollOutcome;
  seed: string | null;
  /** Canonical JSON and signature; null at level 0. */
  result: string | null;
  signature: string | null;
  beside: TallyView["beside"];
  names: TallyView["names"];
}

const here = sql<string>`kernplein_municipality()`;

export async function recordTally(tx: Tx, poll: string, tally: NewTally): Promise<void> {
  await tx
    .insertInto("tally")
    .values({
      municipality_id: here,
      poll_id: poll,
      counted_at: tally.countedAt,
      voters: tally.ballots,
      spoiled: tally.spoiled,
      outcome: JSON.stringify(tally.outcome),
      seed: tally.seed,
      result: tally.result,
      signature: tally.signature,
      beside: tally.beside && JSON.stringify(tally.beside),
      names: tally.names && JSON.stringify(tally.names),
    })
    .execute();
}

/** The tallies of those of these polls that have been counted, by poll. */
export async function talliesOf(
  tx: Tx,
  polls: readonly Pick<StoredPoll, "poll" | "count" | "rollSize">[],
): Promise<Map<string, TallyView>> {
  const ids = polls.map(({ poll }) => poll);
  if (ids.length === 0) return new Map();
  type Row = Pick<NewTally, "outcome" | "seed" | "beside" | "names" | "spoiled"> & {
    poll: string;
    at: Date;
    voters: number;
    options: { option: string; label: string }[];
  };
  const { rows } =
    await sql<Row>`select t.poll_id as poll, t.counted_at as at, t.voters, t.spoiled, t.outcome, t.seed, t.beside, t.names,
      (select json_agg(json_build_object('option', o.option_id, 'label', o.label) order by o.position) from poll_option o
        where o.municipality_id = t.municipality_id and o.poll_id = t.poll_id) as options
    from tally t where t.municipality_id = kernplein_municipality() and t.poll_id = any(${ids}::uuid[])`.execute(tx);
  const byId = new Map(polls.map((poll) => [poll.poll, poll]));
  return new Map(
    rows.flatMap((row) => {
      const poll = byId.get(row.poll);
      if (!poll) return [];
      const counts = row.options.map(({ option, label }) => ({ option, label, votes: row.outcome.votes[option] ?? 0 }));
      const tally: TallyView = {
        countedAt: row.at.toISOString(),
        rollSize: poll.rollSize ?? 0,
        voters: row.voters,
        spoiled: row.spoiled,
        counts,
        leading: leadingOptions({ counts }, row.outcome.winners, poll.count),
        outcome: row.outcome,
        seed: row.seed,
        beside: row.beside,
        names: row.names,
      };
      return [[row.poll, tally] as const];
    }),
  );
}

export async function saveExport(tx: Tx, poll: string, gzip: Uint8Array): Promise<void> {
  await tx
    .insertInto("poll_export")
    .values({ municipality_id: here, poll_id: poll, gzip: Buffer.from(gzip) })
    .execute();
}

export async function exportOf(tx: Tx, poll: string): Promise<Buffer | undefined> {
  const found = await tx
    .selectFrom("poll_export")
    .select("gzip")
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .executeTakeFirst();
  return found?.gzip;
}
