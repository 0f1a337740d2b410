/** From the code on a letter to a place on the roll. */
import { contactOf } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import type { Vault } from "../shared/vault.ts";
import type { Tx } from "../shared/work.ts";
import { placeOfFingerprint } from "./letter-store.ts";
import type { Asker } from "./roll-store.ts";
import type { StoredPoll } from "./store.ts";

/** What is stored of a code: HMAC under the deployment's secret, bound to the poll. */
export function letterFingerprint(vault: Vault, poll: string, code: string): Buffer {
  return vault.fingerprint(code, `letter ${poll}`);
}

/** Refuses "letter-unknown", the answer that the web edge counts against guessing (adapters/web/limits.ts). */
export async function letterAsker(tx: Tx, vault: Vault, { poll, kern }: StoredPoll, code: string): Promise<Asker> {
  const place = await placeOfFingerprint(tx, poll, letterFingerprint(vault, poll, code));
  if (place === null) throw new Refused("letter-unknown", { ...(await contactOf(tx, kern)) });
  return { place, helper: null };
}
