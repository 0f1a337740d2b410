/** SQL of join requests. A request is open while it is neither decided nor past its time. */
import type { Language, Tx } from "../shared/work.ts";
import { here } from "./store.ts";

export interface JoinRequest {
  joinRequest: string;
  kern: string;
  kernName: string;
  /** The kern she leaves for this one; null when she does not move. */
  movesFrom: string | null;
  name: string;
  email: string;
  language: Language;
  expiresAt: Date;
  confirmedAt: Date | null;
  decidedAt: Date | null;
  decision: "accepted" | "refused" | null;
  decidedBy: string | null;
  reason: string | null;
}

function requests(tx: Tx) {
  return tx
    .selectFrom("join_request as r")
    .innerJoin("kern as k", "k.kern_id", "r.kern_id")
    .select([
      "r.join_request_id as joinRequest",
      "r.kern_id as kern",
      "k.name as kernName",
      "r.from_kern_id as movesFrom",
      "r.name",
      "r.email",
      "r.language",
      "r.expires_at as expiresAt",
      "r.confirmed_at as confirmedAt",
      "r.decided_at as decidedAt",
      "r.decision",
      "r.decided_by as decidedBy",
      "r.reason",
    ])
    .$castTo<JoinRequest>();
}

export function findRequest(tx: Tx, joinRequest: string): Promise<JoinRequest | undefined> {
  return requests(tx).where("r.join_request_id", "=", joinRequest).executeTakeFirst();
}

export function findRequestByToken(tx: Tx, tokenFingerprint: string): Promise<JoinRequest | undefined> {
  return requests(tx).where("r.token_fingerprint", "=", tokenFingerprint).executeTakeFirst();
}

/** Confirmed requests that wait for an officer of these kernen, longest waiting first. */
export function findWaiting(tx: Tx, kernen: readonly string[]): Promise<JoinRequest[]> {
  if (kernen.length === 0) return Promise.resolve([]);
  return requests(tx)
    .where("r.kern_id", "in", [...kernen])
    .where("r.confirmed_at", "is not", null)
    .where("r.decided_at", "is", null)
    .orderBy("r.confirmed_at")
    .orderBy("r.join_request_id")
    .execute();
}

export function findWaitingOf(tx: Tx, kern: string, email: string): Promise<JoinRequest | undefined> {
  return requests(tx)
    .where("r.kern_id", "=", kern)
    .where("r.email", "=", email)
    .where("r.confirmed_at", "is not", null)
    .where("r.decided_at", "is", null)
    .executeTakeFirst();
}

export async function countAskedSince(tx: Tx, email: string, since: Date): Promise<number> {
  const { asked } = await tx
    .selectFrom("join_request")
    .select((eb) => eb.fn.countAll<number>().as("asked"))
    .where("email", "=", email)
    .where("asked_at", ">", since)
    .executeTakeFirstOrThrow();
  return asked;
}

export interface NewJoinRequest {
  joinRequest: string;
  kern: string;
  name: string;
  email: string;
  language: Language;
  consentText: string;
  askedAt: Date;
  tokenFingerprint: string;
  expiresAt: Date;
}

/** Stores a request; the unconfirmed ones this address made for this kern before can no longer be confirmed. */
export async function replaceRequest(tx: Tx, request: NewJoinRequest): Promise<void> {
  await tx
    .updateTable("join_request")
    .set({ expires_at: request.askedAt })
    .where("kern_id", "=", request.kern)
    .where("email", "=", request.email)
    .where("confirmed_at", "is", null)
    .where("expires_at", ">", request.askedAt)
    .execute();
  await tx
    .insertInto("join_request")
    .values({
      municipality_id: here,
      join_request_id: request.joinRequest,
      kern_id: request.kern,
      name: request.name,
      email: request.email,
      language: request.language,
      consent_text: request.consentText,
      asked_at: request.askedAt,
      token_fingerprint: request.tokenFingerprint,
      expires_at: request.expiresAt,
    })
    .execute();
}

export async function saveMove(tx: Tx, joinRequest: string, from: string): Promise<void> {
  await tx.updateTable("join_request").set({ from_kern_id: from }).where("join_request_id", "=", joinRequest).execute();
}

export async function saveConfirmation(tx: Tx, joinRequest: string, confirmedAt: Date): Promise<void> {
  await tx.updateTable("join_request").set({ confirmed_at: confirmedAt }).where("join_request_id", "=", joinRequest).execute();
}

export interface JoinDecision {
  decision: "accepted" | "refused";
  /** Null when the kern's policy decided. */
  decidedBy: string | null;
  decidedAt: Date;
  reason: string | null;
}

export async function saveDecision(tx: Tx, joinRequest: string, decided: JoinDecision): Promise<void> {
  await tx
    .updateTable("join_request")
    .set({
      decision: decided.decision,
      decided_by: decided.decidedBy,
      decided_at: decided.decidedAt,
      reason: decided.reason,
    })
    .where("join_request_id", "=", joinRequest)
    .execute();
}
