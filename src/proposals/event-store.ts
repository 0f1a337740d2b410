/** SQL of a proposal's history. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { FormerAnswer, ProposalEventView } from "./contract.ts";

export interface NewEvent {
  event: ProposalEventView["event"];
  at: Date;
  person: string | null;
  reason?: string | null;
  /** By when an answer is promised with it: "2026-12-24". */
  answerDue?: string | null;
  /** Of a correction: the answer that stood there. */
  former?: FormerAnswer;
}

/** Adds to the history and gives its number there. The proposal must be locked or new, so that two events cannot take one number. */
export async function addEvent(tx: Tx, municipality: string, proposal: string, happened: NewEvent): Promise<number> {
  const { rows } = await sql<{
    turn: number;
  }>`insert into proposal_event (municipality_id, proposal_id, sequence, at, event, person_id, reason, answer_due,
      former_answer, former_outcome, former_signed_by)
    select ${municipality}, ${proposal}::uuid, coalesce(max(sequence), 0) + 1, ${happened.at}, ${happened.event},
      ${happened.person}::uuid, ${happened.reason ?? null}, ${happened.answerDue ?? null}::date,
      ${happened.former?.text ?? null}, ${happened.former?.outcome ?? null}, ${happened.former?.signedBy ?? null}
    from proposal_event where municipality_id = ${municipality} and proposal_id = ${proposal}::uuid
    returning sequence as turn`.execute(tx);
  return rows[0]?.turn ?? 0;
}

/** The number of the last event of this kind; undefined when there was none. */
export async function lastTurn(tx: Tx, proposal: string, event: NewEvent["event"]): Promise<number | undefined> {
  const { rows } = await sql<{ turn: number | null }>`select max(sequence) as turn from proposal_event
    where municipality_id = kernplein_municipality() and proposal_id = ${proposal}::uuid and event = ${event}`.execute(tx);
  return rows[0]?.turn ?? undefined;
}

export interface StoredEvent {
  turn: number;
  event: ProposalEventView["event"];
  at: Date;
  reason: string | null;
  answerDue: string | null;
  former: FormerAnswer | null;
}

/** Oldest first. */
export async function eventsOf(tx: Tx, proposal: string): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`select sequence as turn, event, at, reason, answer_due::text as "answerDue",
      case when former_answer is not null then jsonb_build_object('outcome', former_outcome, 'text', former_answer,
        'signedBy', former_signed_by) end as former
    from proposal_event
    where municipality_id = kernplein_municipality() and proposal_id = ${proposal}::uuid order by sequence`.execute(tx);
  return rows;
}
