/** SQL of new addresses that wait for their owner's confirmation. */
import type { Tx } from "../shared/work.ts";
import { here } from "./store.ts";

export interface EmailChange {
  person: string;
  email: string;
  expiresAt: Date;
  usedAt: Date | null;
}

export async function insertEmailChange(
  tx: Tx,
  change: { person: string; email: string; askedAt: Date; tokenFingerprint: string; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto("email_change")
    .values({
      municipality_id: here,
      token_fingerprint: change.tokenFingerprint,
      person_id: change.person,
      email: change.email,
      asked_at: change.askedAt,
      expires_at: change.expiresAt,
    })
    .execute();
}

export async function countChangesAskedSince(tx: Tx, person: string, since: Date): Promise<number> {
  const { asked } = await tx
    .selectFrom("email_change")
    .select((eb) => eb.fn.countAll<number>().as("asked"))
    .where("person_id", "=", person)
    .where("asked_at", ">", since)
    .executeTakeFirstOrThrow();
  return asked;
}

function changesWith(tx: Tx, tokenFingerprint: string) {
  return tx
    .selectFrom("email_change")
    .select(["person_id as person", "email", "expires_at as expiresAt", "used_at as usedAt"])
    .where("token_fingerprint", "=", tokenFingerprint);
}

export function findEmailChange(tx: Tx, tokenFingerprint: string): Promise<EmailChange | undefined> {
  return changesWith(tx, tokenFingerprint).executeTakeFirst();
}

/** Holds it until the transaction ends, so that two presses change it once. */
export function lockEmailChange(tx: Tx, tokenFingerprint: string): Promise<EmailChange | undefined> {
  return changesWith(tx, tokenFingerprint).forUpdate().executeTakeFirst();
}

/** Used now; whatever else she asked for before works no longer. */
export async function closeEmailChanges(tx: Tx, person: string, tokenFingerprint: string, now: Date): Promise<void> {
  await tx.updateTable("email_change").set({ used_at: now }).where("token_fingerprint", "=", tokenFingerprint).execute();
  await tx
    .updateTable("email_change")
    .set({ expires_at: now })
    .where("person_id", "=", person)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .execute();
}
