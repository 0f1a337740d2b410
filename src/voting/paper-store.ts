/** SQL of paper ballots while they are entered, and of the batches that are published. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { Choice } from "./counting/poll.ts";
import type { PaperBallot } from "./paper-contract.ts";
import type { PaperStanding } from "./paper-rules.ts";

export interface StoredStack {
  stack: number;
  settled: PaperBallot[] | null;
  batch: number | null;
  /** In the order of the rounds; none once published. */
  entries: { person: string; name: string; ballots: PaperBallot[] }[];
  /** What was published of it; null before. */
  published: { ballots: number; spoiled: number } | null;
}

/** One at a time works at the paper of a poll, and the poll is not counted meanwhile; voters do not notice. */
export async function lockPaper(tx: Tx, poll: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`paper ${poll}`}, 0))`.execute(tx);
}

export async function stacksOf(tx: Tx, poll: string): Promise<StoredStack[]> {
  const { rows } = await sql<StoredStack>`select s.stack, s.settled, s.batch,
      coalesce((select jsonb_agg(jsonb_build_object('person', e.person_id, 'name', coalesce(p.name, ''), 'ballots', e.ballots) order by e.round)
        from paper_entry e left join person p on p.municipality_id = e.municipality_id and p.person_id = e.person_id
        where e.municipality_id = s.municipality_id and e.poll_id = s.poll_id and e.stack = s.stack), '[]') as entries,
      (select jsonb_build_object('ballots', jsonb_array_length(b.choices), 'spoiled', b.spoiled) from paper_batch b
        where b.municipality_id = s.municipality_id and b.poll_id = s.poll_id and b.batch = s.batch) as published
    from paper_stack s where s.municipality_id = kernplein_municipality() and s.poll_id = ${poll} order by s.stack`.execute(tx);
  return rows;
}

/** Gives the new stack's number. The paper must be locked. */
export async function insertStack(tx: Tx, poll: string): Promise<number> {
  const { rows } = await sql<{ stack: number }>`insert into paper_stack (municipality_id, poll_id, stack)
    select kernplein_municipality(), ${poll}, coalesce(max(stack), 0) + 1 from paper_stack
      where municipality_id = kernplein_municipality() and poll_id = ${poll}
    returning stack`.execute(tx);
  return rows[0]?.stack ?? 1;
}

export async function insertEntry(
  tx: Tx,
  poll: string,
  stack: number,
  entry: { round: 1 | 2; person: string; ballots: readonly PaperBallot[] },
): Promise<void> {
  await sql`insert into paper_entry (municipality_id, poll_id, stack, round, person_id, ballots)
    values (kernplein_municipality(), ${poll}, ${stack}, ${entry.round}, ${entry.person}, ${JSON.stringify(entry.ballots)})`.execute(
    tx,
  );
}

export async function saveSettled(tx: Tx, poll: string, stack: number, ballots: readonly PaperBallot[]): Promise<void> {
  await sql`update paper_stack set settled = ${JSON.stringify(ballots)}
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and stack = ${stack}`.execute(tx);
}

/** Makes the stack the next batch and forgets who read what in which order. Gives the batch's number. The paper must be locked. */
export async function publishStack(
  tx: Tx,
  poll: string,
  stack: number,
  { choices, spoiled }: { choices: readonly Choice[]; spoiled: number },
): Promise<number> {
  const { rows } = await sql<{ batch: number }>`insert into paper_batch (municipality_id, poll_id, batch, choices, spoiled)
    select kernplein_municipality(), ${poll}, coalesce(max(batch), 0) + 1, ${JSON.stringify(choices)}::jsonb, ${spoiled}::integer
      from paper_batch where municipality_id = kernplein_municipality() and poll_id = ${poll}
    returning batch`.execute(tx);
  const batch = rows[0]?.batch ?? 1;
  await sql`delete from paper_entry where municipality_id = kernplein_municipality() and poll_id = ${poll} and stack = ${stack}`.execute(
    tx,
  );
  await sql`update paper_stack set settled = null, batch = ${batch}
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and stack = ${stack}`.execute(tx);
  return batch;
}

/** Throws an unpublished stack away. */
export async function deleteStack(tx: Tx, poll: string, stack: number): Promise<void> {
  await sql`delete from paper_entry where municipality_id = kernplein_municipality() and poll_id = ${poll} and stack = ${stack}`.execute(
    tx,
  );
  await sql`delete from paper_stack where municipality_id = kernplein_municipality() and poll_id = ${poll} and stack = ${stack}
    and batch is null`.execute(tx);
}

export async function paperStanding(tx: Tx, poll: string): Promise<PaperStanding> {
  const { rows } =
    await sql<PaperStanding>`select coalesce(bit_count(m.paper), 0)::integer as "handedOut", p.paper_finished as finished,
      (select coalesce(sum(jsonb_array_length(choices) + spoiled), 0)::integer from paper_batch b
        where b.municipality_id = p.municipality_id and b.poll_id = p.poll_id) as published,
      (select count(*)::integer from paper_stack s
        where s.municipality_id = p.municipality_id and s.poll_id = p.poll_id and s.batch is null) as unpublished
    from poll p left join roll_marks m on m.municipality_id = p.municipality_id and m.poll_id = p.poll_id
    where p.municipality_id = kernplein_municipality() and p.poll_id = ${poll}`.execute(tx);
  return rows[0] ?? { handedOut: 0, published: 0, unpublished: 0, finished: false };
}

export async function markPaperFinished(tx: Tx, poll: string): Promise<void> {
  await sql`update poll set paper_finished = true where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(
    tx,
  );
}
