/** SQL of who got which message. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import { messageKinds } from "./contract.ts";
import type { SentRow } from "./reach-rules.ts";

export interface MessageRow {
  about: string;
  kern: string;
  at: Date;
}

const kinds = [...messageKinds] as string[];

/** Messages in these kernen, the newest first; `after`: the last one that was seen. */
export async function findMessages(
  tx: Tx,
  kernen: readonly string[],
  after: { at: Date; about: string } | null,
  most: number,
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`select about, kern_id as kern, min(at) as at from message_sent
    where about is not null and kern_id = any(${kernen as string[]}::text[]) and split_part(about, ' ', 1) = any(${kinds}::text[])
    group by about, kern_id
    having ${after === null} or (min(at), about) < (${after?.at ?? new Date(0)}, ${after?.about ?? ""})
    order by min(at) desc, about desc limit ${most}`.execute(tx);
  return rows;
}

export async function findSent(tx: Tx, kern: string, about: string): Promise<SentRow[]> {
  return tx
    .selectFrom("message_sent")
    .select(["channel", "state", "detail", "at", "person_id as person"])
    .where("about", "=", about)
    .where("kern_id", "=", kern)
    .orderBy("at")
    .execute();
}
