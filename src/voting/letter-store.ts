/** SQL of voting letters. Codes are here as fingerprints only. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

export interface NewLetter {
  serial: number;
  /** Null for a spare. */
  place: number | null;
  fingerprint: Buffer;
}

export async function insertLetters(tx: Tx, poll: string, letters: readonly NewLetter[]): Promise<void> {
  await sql`insert into letter (municipality_id, poll_id, serial, place, fingerprint, spare)
    select kernplein_municipality(), ${poll}, serial, place, fingerprint, place is null
    from unnest(${letters.map(({ serial }) => serial)}::integer[], ${letters.map(({ place }) => place)}::integer[],
      ${letters.map(({ fingerprint }) => fingerprint)}::bytea[]) as given (serial, place, fingerprint)`.execute(tx);
}

/** Throws away all letters of a poll; gives how many there were. */
export async function deleteLetters(tx: Tx, poll: string): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from letter where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export async function countLetters(tx: Tx, poll: string): Promise<{ made: number; spares: number }> {
  const { rows } = await sql<{ made: number; spares: number }>`select count(*) filter (where place is not null)::integer as made,
      count(*) filter (where place is null and fingerprint is not null)::integer as spares
    from letter where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(tx);
  return rows[0] ?? { made: 0, spares: 0 };
}

/** The place of the letter with this code; null for a code that is not (any more) of this poll, or of an unused spare. */
export async function placeOfFingerprint(tx: Tx, poll: string, fingerprint: Buffer): Promise<number | null> {
  const { rows } = await sql<{ place: number | null }>`select place from letter
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and fingerprint = ${fingerprint}`.execute(tx);
  return rows[0]?.place ?? null;
}

export interface StoredLetter {
  serial: number;
  place: number | null;
  isVoid: boolean;
}

/** Locked until the transaction ends. */
export async function lockLetters(tx: Tx, poll: string, serials: readonly number[]): Promise<StoredLetter[]> {
  const { rows } = await sql<StoredLetter>`select serial, place, fingerprint is null as "isVoid" from letter
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and serial = any(${serials as number[]}::integer[])
    order by serial for update`.execute(tx);
  return rows;
}

/** The spare takes the place; the lost letter keeps its number and nothing else. */
export async function swapLetters(tx: Tx, poll: string, lost: number, spare: number, place: number): Promise<void> {
  await sql`update letter set place = null, fingerprint = null
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and serial = ${lost}`.execute(tx);
  await sql`update letter set place = ${place}
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and serial = ${spare}`.execute(tx);
}

/** Whether somebody voted, or took a pass, at this place. The marks stay as they are until the transaction ends. */
export async function lockMark(tx: Tx, poll: string, place: number): Promise<boolean> {
  const { rows } = await sql<{ marked: boolean }>`select get_bit(marks, ${place}) = 1 as marked from roll_marks
    where municipality_id = kernplein_municipality() and poll_id = ${poll} for update`.execute(tx);
  return rows[0]?.marked ?? false;
}
