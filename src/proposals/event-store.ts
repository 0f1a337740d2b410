/** SQL of a proposal's history. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { ProposalEventView } from "./contract.ts";

export interface NewEvent {
  event: ProposalEventView["event"];
  at: Date;
  person: string | null;
  reason?: string | null;
  /** By when an answer is promised with it: "2026-12-24". */
  answerDue?: string | null;
}

/** Adds to the history. The proposal must be locked or new, so that two events cannot take one number. */
export async function addEvent(tx: Tx, municipality: string, proposal: string, happened: NewEvent): Promise<void> {
  await sql`insert into proposal_event (municipality_id, proposal_id, sequence, at, event, person_id, reason, answer_due)
    select ${municipality}, ${proposal}::uuid, coalesce(max(sequence), 0) + 1, ${happened.at}, ${happened.event},
      ${happened.person}::uuid, ${happened.reason ?? null}, ${happened.answerDue ?? null}::date
    from proposal_event where municipality_id = ${municipality} and proposal_id = ${proposal}::uuid`.execute(tx);
}

export interface StoredEvent {
  event: ProposalEventView["event"];
  at: Date;
  reason: string | null;
  answerDue: string | null;
}

/** Oldest first. */
export async function eventsOf(tx: Tx, proposal: string): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`select event, at, reason, answer_due::text as "answerDue" from proposal_event
    where municipality_id = kernplein_municipality() and proposal_id = ${proposal}::uuid order by sequence`.execute(tx);
  return rows;
}
