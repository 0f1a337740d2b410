/** SQL of sign-in links and sessions. Only fingerprints of secrets are stored. */
import type { Tx } from "../shared/work.ts";
import type { Assurance } from "./rules.ts";
import { here } from "./store.ts";

export async function insertSignInLink(tx: Tx, person: string, tokenFingerprint: string, expiresAt: Date): Promise<void> {
  await tx
    .insertInto("sign_in_link")
    .values({ municipality_id: here, person_id: person, token_fingerprint: tokenFingerprint, expires_at: expiresAt })
    .execute();
}

export interface SignInLink {
  person: string;
  expiresAt: Date;
  usedAt: Date | null;
}

function linksWith(tx: Tx, tokenFingerprint: string) {
  return tx
    .selectFrom("sign_in_link")
    .select(["person_id as person", "expires_at as expiresAt", "used_at as usedAt"])
    .where("token_fingerprint", "=", tokenFingerprint);
}

export function findSignInLink(tx: Tx, tokenFingerprint: string): Promise<SignInLink | undefined> {
  return linksWith(tx, tokenFingerprint).executeTakeFirst();
}

/** Holds the link until the transaction ends, so that two devices cannot both use it. */
export function lockSignInLink(tx: Tx, tokenFingerprint: string): Promise<SignInLink | undefined> {
  return linksWith(tx, tokenFingerprint).forUpdate().executeTakeFirst();
}

export async function markUsed(tx: Tx, tokenFingerprint: string, usedAt: Date): Promise<void> {
  await tx.updateTable("sign_in_link").set({ used_at: usedAt }).where("token_fingerprint", "=", tokenFingerprint).execute();
}

export async function countLinksExpiringAfter(tx: Tx, person: string, at: Date): Promise<number> {
  const { links } = await tx
    .selectFrom("sign_in_link")
    .select((eb) => eb.fn.countAll<number>().as("links"))
    .where("person_id", "=", person)
    .where("expires_at", ">", at)
    .executeTakeFirstOrThrow();
  return links;
}

export async function insertSession(
  tx: Tx,
  session: { fingerprint: string; person: string; assurance: Assurance; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto("session")
    .values({
      municipality_id: here,
      session_fingerprint: session.fingerprint,
      person_id: session.person,
      assurance: session.assurance,
      expires_at: session.expiresAt,
    })
    .execute();
}

export async function deleteSession(tx: Tx, fingerprint: string): Promise<void> {
  await tx.deleteFrom("session").where("session_fingerprint", "=", fingerprint).execute();
}

/** Clears what this person can no longer use: sessions past their time and links that expired before `linksBefore`. */
export async function deleteExpired(tx: Tx, person: string, now: Date, linksBefore: Date): Promise<void> {
  await tx.deleteFrom("session").where("person_id", "=", person).where("expires_at", "<=", now).execute();
  await tx.deleteFrom("sign_in_link").where("person_id", "=", person).where("expires_at", "<", linksBefore).execute();
}
