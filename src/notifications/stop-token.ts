/**
 * The token in a mail that stops one kind of mail for one person, without signing in (RFC 8058): `<person>~<kind>~<seal>`. It never
 * expires, for a mail is read years later too, and can do nothing else. Not bound to the municipality: after a merger it still works.
 */
import { timingSafeEqual } from "node:crypto";
import type { Vault } from "../shared/vault.ts";
import { type MailKind, mailKinds } from "./mail-setting-contract.ts";

export type Sealer = Pick<Vault, "fingerprint">;

const shape = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})~([a-z-]{1,30})~([\w-]{22})$/;

function seal(vault: Sealer, person: string, mail: MailKind): string {
  return vault.fingerprint(`${person} ${mail}`, "stop-mail").subarray(0, 16).toString("base64url");
}

/** `person`: her id, a uuid in lower case. */
export function stopToken(vault: Sealer, person: string, mail: MailKind): string {
  return `${person}~${mail}~${seal(vault, person, mail)}`;
}

/** Whose mail of which kind it stops; null for every token that we did not make. */
export function readStopToken(vault: Sealer, token: string): { person: string; mail: MailKind } | null {
  const [, person, named, sealed] = shape.exec(token) ?? [];
  const mail = mailKinds.find((kind) => kind === named);
  if (person === undefined || sealed === undefined || mail === undefined) return null;
  return timingSafeEqual(Buffer.from(sealed), Buffer.from(seal(vault, person, mail))) ? { person, mail } : null;
}
