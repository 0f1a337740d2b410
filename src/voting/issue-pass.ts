/** What happens when somebody asks for a voting pass, whoever asks for it. */
import { Refused } from "../shared/refused.ts";
import type { SecretWork, Tx } from "../shared/work.ts";
import { blindSign } from "./blind-signature.ts";
import type { PassView } from "./contract.ts";
import type { PollDefinition } from "./counting/poll.ts";
import { keysOf } from "./log-store.ts";
import { openPassKey, publicPassKey } from "./poll-keys.ts";
import { ageToDeclare } from "./roll-rules.ts";
import { type Asker, markForPass, placesOf } from "./roll-store.ts";
import { stateAt } from "./rules.ts";
import { isExactBase64url, sha256 } from "./signing.ts";
import { findPoll, type StoredPoll } from "./store.ts";
import { whyRefused } from "./why-refused.ts";

export interface PassRequest {
  municipality: string;
  poll: string;
  blinded: string;
  oldEnough?: true | undefined;
}

/**
 * Marks the place of `asker` on the roll and signs the blinded message. Asking again with the same message gives the same signature; with
 * another one it refuses, saying by which way the place was marked. Refuses a closed poll with its closing time. The private key is read
 * anew each time, so that none is left once the poll has closed.
 */
export async function issuePass(
  { now, inMunicipality, vault }: SecretWork,
  { municipality, poll, blinded, oldEnough }: PassRequest,
  askerIn: (tx: Tx, poll: StoredPoll) => Promise<Asker>,
): Promise<PassView> {
  return inMunicipality(municipality, async (tx) => {
    const found = await findPoll(tx, poll);
    if (found?.level !== 2) throw new Refused("not-found");
    const { keys, definition } = await openAt(tx, found, now);
    const asker = await askerIn(tx, found);
    refuseUndeclaredAge(found, oldEnough);
    const message = Buffer.from(blinded, "base64url");
    const signature = isExactBase64url(blinded) && blindSign(openPassKey(poll, keys, vault), publicPassKey(definition), message);
    if (!signature) throw new Refused("invalid-input", { fields: [{ path: "blinded", message: "invalid-pass" }] });
    const [place = null] = await placesOf(tx, poll, [asker]);
    const binding = sha256(`${poll}/${place}/`, message);
    const verdict = await markForPass(tx, poll, { place, helper: asker.helper, binding, receivedAt: now });
    const refusal = await whyRefused(tx, found, asker, verdict);
    if (refusal) throw refusal;
    return { blindSignature: signature.toString("base64url") };
  });
}

async function openAt(tx: Tx, poll: StoredPoll, now: Date): Promise<{ keys: Buffer; definition: { n: string; e: string } }> {
  const times = { opensAt: poll.opensAt.toISOString(), closedAt: poll.closesAt.toISOString() };
  const passKey = poll.definition === null ? null : (JSON.parse(poll.definition) as PollDefinition).passKey;
  if (!passKey) throw new Refused("poll-not-open", times);
  const keys = await keysOf(tx, poll.poll);
  if (!keys?.passPrivate || stateAt(poll, now) === "closed") throw new Refused("poll-closed", times);
  return { keys: keys.passPrivate, definition: passKey };
}

/** A declaration of age is a condition; that it was made is kept nowhere. */
export function refuseUndeclaredAge({ electorate }: Pick<StoredPoll, "electorate">, oldEnough: true | undefined): void {
  const age = ageToDeclare(electorate);
  if (age !== null && !oldEnough) throw new Refused("age-to-declare", { age });
}
