/** SQL of messages that must leave once. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

/** A message before it leaves. The last three are for `Bereik`: null where a message is nobody's to look up. */
export interface Message {
  key: string;
  channel: "mail" | "chat";
  /** What it is about, the same for all who get it: "poll-opened <id>". */
  about: string | null;
  kern: string | null;
  person: string | null;
}

export type Claim = "claimed" | "sent" | "failed" | "unwanted" | "busy";

/**
 * Claims a message for whoever will send it now. "sent", "failed" and "unwanted": it left before, or never will. "busy": another job is
 * sending it; its claim lapses at `lapsedBefore`, because that job may have died.
 */
export async function claimMessage(tx: Tx, message: Message, now: Date, lapsedBefore: Date): Promise<Claim> {
  const { key, channel, about, kern, person } = message;
  const { rows } =
    await sql`insert into message_sent (municipality_id, message_key, channel, state, at, about, kern_id, person_id)
    values (kernplein_municipality(), ${key}, ${channel}, 'sending', ${now}, ${about}, ${kern}, ${person})
    on conflict (municipality_id, message_key) do update set at = excluded.at
      where message_sent.state = 'sending' and message_sent.at < ${lapsedBefore}
    returning 1`.execute(tx);
  if (rows.length === 1) return "claimed";
  const row = await tx.selectFrom("message_sent").select("state").where("message_key", "=", key).executeTakeFirst();
  return row?.state === "sent" || row?.state === "failed" || row?.state === "unwanted" ? row.state : "busy";
}

/** Gives a claim back, so that the next attempt need not wait for it to lapse. */
export async function releaseMessage(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom("message_sent").where("message_key", "=", key).where("state", "=", "sending").execute();
}

/** `detail`: why it was not taken, in the other side's words. */
export async function recordMessage(
  tx: Tx,
  key: string,
  state: "sent" | "failed",
  detail: string | null,
  at: Date,
): Promise<void> {
  await tx.updateTable("message_sent").set({ state, detail, at }).where("message_key", "=", key).execute();
}

const untilMorning = "until her morning overview";

/** Kept for her morning overview; nothing when it left already. */
export async function holdMessage(tx: Tx, { key, about, kern, person }: Message, now: Date): Promise<void> {
  await sql`insert into message_sent (municipality_id, message_key, channel, state, detail, at, about, kern_id, person_id)
    values (kernplein_municipality(), ${key}, 'chat', 'sending', ${untilMorning}, ${now}, ${about}, ${kern}, ${person})
    on conflict (municipality_id, message_key) do nothing`.execute(tx);
}

/** What was kept for her left with the overview, by this channel; null: none of it was needed any longer. */
export async function settleHeld(tx: Tx, person: string, channel: Message["channel"] | null, at: Date): Promise<void> {
  const held = sql`person_id = ${person} and state = 'sending' and detail = ${untilMorning}`;
  await (channel === null
    ? sql`delete from message_sent where ${held}`
    : sql`update message_sent set state = 'sent', channel = ${channel}, detail = null, at = ${at} where ${held}`
  ).execute(tx);
}

/** Mails about one thing that do not leave, because these people do not want them. */
export async function recordUnwanted(
  tx: Tx,
  mails: readonly { key: string; person: string }[],
  { about, kern }: Pick<Message, "about" | "kern">,
  now: Date,
): Promise<void> {
  if (mails.length === 0) return;
  await sql`insert into message_sent (municipality_id, message_key, channel, state, at, about, kern_id, person_id)
    select kernplein_municipality(), m.key, 'mail', 'unwanted', ${now}, ${about}, ${kern}, m.person
    from unnest(${mails.map(({ key }) => key)}::text[], ${mails.map(({ person }) => person)}::uuid[]) as m (key, person)
    on conflict (municipality_id, message_key) do nothing`.execute(tx);
}

export async function isSent(tx: Tx, key: string): Promise<boolean> {
  const row = await tx.selectFrom("message_sent").select("state").where("message_key", "=", key).executeTakeFirst();
  return row?.state === "sent";
}

/** Which of these messages are done with: sent, refused for good, or not wanted. */
export async function findDone(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ message_key: string }>`select message_key from message_sent
    where message_key = any(${keys as string[]}) and state <> 'sending'`.execute(tx);
  return new Set(rows.map((row) => row.message_key));
}
