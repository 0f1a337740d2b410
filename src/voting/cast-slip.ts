/** What happens to a slip, whoever brings it: looked at, put into the box, a receipt given. */
import { Refused } from "../shared/refused.ts";
import type { Vault } from "../shared/vault.ts";
import type { InMunicipality } from "../shared/work.ts";
import { type CastRequest, putInBox, refusalOf } from "./ballot-box.ts";
import { isPass } from "./blind-signature.ts";
import type { BallotReceipt } from "./contract.ts";
import { refuseChoice } from "./counting/choices.ts";
import { forgetPoll, type OpenPoll, openPollOf } from "./open-polls.ts";
import { stateAt } from "./rules.ts";
import { commitmentOf, isExactBase64url, keyFits, type Slip, signedAside } from "./signing.ts";
import { findPoll } from "./store.ts";
import { whyRefused } from "./why-refused.ts";

export interface Casting {
  inMunicipality: InMunicipality;
  vault: Vault;
  municipality: string;
  /** When the slip reached the server. */
  receivedAt: Date;
  asker: CastRequest["asker"];
  /** The voter says that she has the age this poll asks. */
  oldEnough?: true | undefined;
}

/**
 * Gives the receipt: the same one for a slip that is in the box already. Refuses what docs/ballot-format.md calls wrong with the faulty
 * field; "version-behind" with the highest version of this caster; by a closed poll with its closing time.
 */
export async function castSlip(casting: Casting, slip: Slip, pass: string | null): Promise<BallotReceipt> {
  const { inMunicipality, vault, municipality, receivedAt, asker } = casting;
  const open = await openPollOf(inMunicipality, vault, municipality, slip.poll);
  if (!open || (open.definition.level === 2) !== (pass !== null)) throw await whyNot(casting, slip.poll, "not-found");
  if (asker && open.ageToDeclare !== null && !casting.oldEnough) throw new Refused("age-to-declare", { age: open.ageToDeclare });
  const fault = await faultOf(open, slip, pass);
  if (fault) throw new Refused("invalid-input", { fields: [fault] });
  const { poll, caster, version, key, salt, choice } = slip;
  const commitment = commitmentOf(slip);
  const inBox = putInBox(inMunicipality, open, { commitment, caster, version, key, salt, choice, pass, asker, receivedAt });
  // Signed while the slip is written; nobody sees it before the slip is safe.
  const [verdict, receipt] = await Promise.all([inBox, signedAside("receipt", { poll, commitment }, open.signKey)]);
  if (verdict === "poll-closed" || verdict === "poll-not-open") throw await whyNot(casting, poll, verdict);
  if (refusalOf(verdict, {})) throw await exactly(casting, poll, verdict);
  return { receipt };
}

interface Fault {
  path: string;
  message: string;
}

async function faultOf(open: OpenPoll, slip: Slip, pass: string | null): Promise<Fault | null> {
  const { form, options } = open.definition;
  for (const path of ["caster", "key", "salt"] as const)
    if (!isExactBase64url(slip[path])) return { path, message: "invalid-ballot" };
  const wrong = refuseChoice(form, options, open.budget, slip.choice);
  if (wrong) return { path: "choice", message: wrong.code };
  if (!keyFits(slip)) return { path: "key", message: "invalid-ballot" };
  if (pass === null) return null;
  const isValid =
    open.passKey !== null &&
    isExactBase64url(pass) &&
    (await isPass(open.passKey, Buffer.from(slip.caster, "base64url"), Buffer.from(pass, "base64url")));
  return isValid ? null : { path: "pass", message: "invalid-pass" };
}

/** The refusal with the reason why her place cannot be used. */
async function exactly({ inMunicipality, municipality, asker }: Casting, poll: string, verdict: string): Promise<Refused> {
  const plain = refusalOf(verdict, {}) ?? new Refused("not-found");
  if (!asker) return plain;
  return inMunicipality(municipality, async (tx) => {
    const found = await findPoll(tx, poll);
    return (found && (await whyRefused(tx, found, asker, verdict))) ?? plain;
  });
}

/** The refusal with the poll's times as they are now. */
async function whyNot({ inMunicipality, municipality, receivedAt }: Casting, poll: string, verdict: string): Promise<Refused> {
  const found = await inMunicipality(municipality, (tx) => findPoll(tx, poll));
  if (!found) return new Refused("not-found");
  // Not by its time alone: until the poll is closed its keys are there, and each ballot that comes too late would have all be read anew.
  if (found.state === "closed") forgetPoll(municipality, poll);
  const details = { opensAt: found.opensAt.toISOString(), closedAt: found.closesAt.toISOString() };
  if (verdict !== "not-found") return refusalOf(verdict, details) ?? new Refused("not-found");
  const state = stateAt(found, receivedAt);
  if (state === "planned") return new Refused("poll-not-open", details);
  return state === "closed" ? new Refused("poll-closed", details) : new Refused("not-found");
}
