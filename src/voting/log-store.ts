/** SQL of a poll's keys and of its public log. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { LogHead } from "./contract.ts";
import type { Frontier } from "./merkle-log.ts";
import type { PublicKeys, SealedKeys } from "./poll-keys.ts";

const here = sql<string>`kernplein_municipality()`;

export async function insertKeys(tx: Tx, poll: string, keys: PublicKeys & SealedKeys): Promise<void> {
  await tx
    .insertInto("poll_key")
    .values({
      municipality_id: here,
      poll_id: poll,
      sign_public: keys.signKey,
      sign_private: keys.signPrivate,
      pass_private: keys.passPrivate,
    })
    .execute();
}

export interface StoredKeys {
  signKey: string;
  signPrivate: Buffer | null;
  passPrivate: Buffer | null;
}

export async function keysOf(tx: Tx, poll: string): Promise<StoredKeys | undefined> {
  return tx
    .selectFrom("poll_key")
    .select(["sign_public as signKey", "sign_private as signPrivate", "pass_private as passPrivate"])
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .executeTakeFirst();
}

/** Nothing can be signed for this poll any more, by anybody. */
export async function destroyKeys(tx: Tx, poll: string): Promise<void> {
  await tx
    .updateTable("poll_key")
    .set({ sign_private: null, pass_private: null })
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .execute();
}

export async function beginLog(tx: Tx, poll: string, at: Date): Promise<void> {
  await tx.insertInto("poll_log").values({ municipality_id: here, poll_id: poll, last_at: at }).execute();
}

export interface StoredLog extends Frontier {
  batches: number;
  lastAt: Date;
}

/** Locked until the transaction ends, so that two batches never get one number. */
export async function lockLog(tx: Tx, poll: string): Promise<StoredLog | undefined> {
  const { rows } = await sql<StoredLog>`select batches, size, peaks, last_at as "lastAt" from poll_log
    where municipality_id = kernplein_municipality() and poll_id = ${poll} for update`.execute(tx);
  return rows[0];
}

/** How many slips wait for the log. */
export async function waiting(tx: Tx, poll: string): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from slip
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and batch is null`.execute(tx);
  return rows[0]?.waiting ?? 0;
}

/** Enters all waiting slips as this batch; their commitments, in the order of the log. */
export async function sealWaiting(tx: Tx, poll: string, batch: number): Promise<Buffer[]> {
  const { rows } = await sql<{
    commitment: Buffer;
  }>`select commitment from kernplein_seal_batch(${poll}, ${batch}) as commitment`.execute(tx);
  return rows.map(({ commitment }) => commitment).sort(Buffer.compare);
}

export async function saveLog(tx: Tx, poll: string, log: StoredLog, head: LogHead): Promise<void> {
  await tx
    .updateTable("poll_log")
    .set({ batches: log.batches, size: log.size, peaks: [...log.peaks], last_at: log.lastAt })
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .execute();
  await tx
    .insertInto("log_head")
    .values({ municipality_id: here, poll_id: poll, ...head })
    .execute();
}

export async function headsOf(tx: Tx, poll: string): Promise<LogHead[]> {
  return tx
    .selectFrom("log_head")
    .select(["batch", "size", "root", "signature"])
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .orderBy("batch")
    .execute();
}

/** Commitments (hex) in the order of the log. */
export async function leavesOf(tx: Tx, poll: string): Promise<string[]> {
  const { rows } = await sql<{ leaf: string }>`select encode(commitment, 'hex') as leaf from slip
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and batch is not null order by batch, commitment`.execute(
    tx,
  );
  return rows.map(({ leaf }) => leaf);
}

export async function follow(tx: Tx, poll: string, person: string, following: boolean): Promise<void> {
  if (following)
    await sql`insert into log_follower values (kernplein_municipality(), ${poll}, ${person}) on conflict do nothing`.execute(tx);
  else
    await sql`delete from log_follower where municipality_id = kernplein_municipality() and poll_id = ${poll}
      and person_id = ${person}`.execute(tx);
}

export async function followers(tx: Tx, poll: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("log_follower")
    .select("person_id")
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
