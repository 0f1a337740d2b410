/** SQL of the ballot box: what was chosen, never by whom. Nothing here reads the roll. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { Choice } from "./counting/poll.ts";

export interface StoredSlip {
  /** Hex. */
  commitment: string;
  caster: string;
  version: number;
  key: string;
  salt: string;
  choice: Choice;
  pass: string | null;
}

export interface SlipToCast extends StoredSlip {
  /** The place on the roll to mark, or null where that place has been marked for the pass (level 2) or does not exist. */
  place: number | null;
  helper: string | null;
  receivedAt: Date;
}

const bytes = (text: string): Buffer => Buffer.from(text, "base64url");

/**
 * Hands a batch of one poll to the database; gives a verdict for each, in the order given (see migration 0011), and how many batches the
 * log has by now. `marking`: whether places on the roll are marked with it. `others`: commitments of waiting slips to mix with, hex.
 */
export async function castSlips(
  tx: Tx,
  poll: string,
  batch: readonly SlipToCast[],
  { marking, others }: { marking: boolean; others: readonly string[] },
): Promise<{ verdicts: string[]; sealed: number | null }> {
  const of = <Value>(read: (slip: SlipToCast) => Value) => batch.map(read);
  const { rows } = await sql<{ verdicts: string[]; sealed: number | null }>`select * from kernplein_cast_slips(${poll},
    ${marking ? of((slip) => slip.place) : null}::integer[],
    ${of((slip) => slip.helper)}::uuid[],
    ${of((slip) => Buffer.from(slip.commitment, "hex"))}::bytea[],
    ${of((slip) => bytes(slip.caster))}::bytea[],
    ${of((slip) => slip.version)}::smallint[],
    ${of((slip) => bytes(slip.key))}::bytea[],
    ${of((slip) => bytes(slip.salt))}::bytea[],
    ${of((slip) => JSON.stringify(slip.choice))}::jsonb[],
    ${of((slip) => (slip.pass === null ? null : bytes(slip.pass)))}::bytea[],
    ${of((slip) => slip.receivedAt)}::timestamptz[],
    ${others.map((commitment) => Buffer.from(commitment, "hex"))}::bytea[])`.execute(tx);
  return rows[0] ?? { verdicts: [], sealed: null };
}

/** Commitments (hex) of the slips that wait for the log, in no order. */
export async function waitingSlips(tx: Tx, poll: string): Promise<string[]> {
  const { rows } = await sql<{ commitment: Buffer }>`select commitment from slip
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and batch is null order by commitment`.execute(tx);
  return rows.map(({ commitment }) => commitment.toString("hex"));
}

/** How many different voters have cast a slip. */
export async function casters(tx: Tx, poll: string): Promise<number> {
  const { rows } = await sql<{ casters: number }>`select count(distinct caster) as casters from slip
    where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(tx);
  return rows[0]?.casters ?? 0;
}

/** All slips in the order of the log. Only the count calls this. */
export async function slipsInLog(tx: Tx, poll: string): Promise<StoredSlip[]> {
  type Raw = { [Name in "commitment" | "caster" | "key" | "salt"]: Buffer } & {
    version: number;
    choice: Choice;
    pass: Buffer | null;
  };
  const { rows } = await sql<Raw>`select commitment, caster, version, key, salt, choice, pass from slip
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and batch is not null order by batch, commitment`.execute(
    tx,
  );
  return rows.map(({ commitment, caster, version, key, salt, choice, pass }) => ({
    commitment: commitment.toString("hex"),
    caster: caster.toString("base64url"),
    version,
    key: key.toString("base64url"),
    salt: salt.toString("base64url"),
    choice,
    pass: pass?.toString("base64url") ?? null,
  }));
}

/** Keeps or replaces what this person chose in a poll of level 0; true when it replaced. */
export async function keepNamed(tx: Tx, poll: string, person: string, choice: Choice): Promise<boolean> {
  const { rows } = await sql<{ replaced: boolean }>`insert into named_ballot (municipality_id, poll_id, person_id, choice)
    values (kernplein_municipality(), ${poll}, ${person}, ${JSON.stringify(choice)})
    on conflict (municipality_id, poll_id, person_id) do update set choice = excluded.choice
    returning xmax <> 0 as replaced`.execute(tx);
  return rows[0]?.replaced ?? false;
}

export async function namedBallots(tx: Tx, poll: string): Promise<{ person: string; name: string; choice: Choice }[]> {
  const { rows } = await sql<{
    person: string;
    name: string;
    choice: Choice;
  }>`select b.person_id as person, coalesce(p.name, '') as name, b.choice
    from named_ballot b left join person p on p.municipality_id = b.municipality_id and p.person_id = b.person_id
    where b.municipality_id = kernplein_municipality() and b.poll_id = ${poll} order by p.name, b.person_id`.execute(tx);
  return rows;
}

export interface PaperBatch {
  batch: number;
  choices: Choice[];
  spoiled: number;
}

/** Paper ballots that were entered twice alike, by batch. */
export async function paperBatches(tx: Tx, poll: string): Promise<PaperBatch[]> {
  const { rows } = await sql<PaperBatch>`select batch, choices, spoiled from paper_batch
    where municipality_id = kernplein_municipality() and poll_id = ${poll} order by batch`.execute(tx);
  return rows;
}
