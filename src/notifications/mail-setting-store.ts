/** SQL of mail_stopped. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { MailKind } from "./mail-setting-contract.ts";

export async function findStopped(tx: Tx, person: string): Promise<Set<string>> {
  const rows = await tx.selectFrom("mail_stopped").select("kind").where("person_id", "=", person).execute();
  return new Set(rows.map(({ kind }) => kind));
}

/** Those of these people who do not want this kind. */
export async function findWhoStopped(tx: Tx, mail: MailKind, persons: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ person: string }>`select person_id as person from mail_stopped
    where municipality_id = kernplein_municipality() and kind = ${mail} and person_id = any(${persons as string[]}::uuid[])`.execute(
    tx,
  );
  return new Set(rows.map(({ person }) => person));
}

export async function saveStopped(tx: Tx, municipality: string, person: string, mail: MailKind, now: Date): Promise<void> {
  await tx
    .insertInto("mail_stopped")
    .values({ municipality_id: municipality, person_id: person, kind: mail, since: now })
    .onConflict((conflict) => conflict.columns(["municipality_id", "person_id", "kind"]).doNothing())
    .execute();
}

export async function removeStopped(tx: Tx, person: string, mail: MailKind): Promise<void> {
  await tx.deleteFrom("mail_stopped").where("person_id", "=", person).where("kind", "=", mail).execute();
}
