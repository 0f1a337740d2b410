/** Says why a place on the roll cannot be used: who stands there already, by which way, and whom to call. */
import { contactOf } from "../kernen/index.ts";
import { type RefusalCode, Refused } from "../shared/refused.ts";
import type { Tx } from "../shared/work.ts";
import { refusalOf } from "./ballot-box.ts";
import { placeMark } from "./roll-reads.ts";
import { type Asker, placesOf } from "./roll-store.ts";
import type { StoredPoll } from "./store.ts";

/** The refusal that belongs to a verdict of the database (migration 0011), made exact; undefined when it is none. */
export async function whyRefused(tx: Tx, poll: StoredPoll, asker: Asker, verdict: string): Promise<Refused | undefined> {
  const times = { opensAt: poll.opensAt.toISOString(), closedAt: poll.closesAt.toISOString() };
  const refusal = refusalOf(verdict, times);
  if (!refusal) return undefined;
  const concernsRoll = ["not-on-the-roll", "already-voted", "pass-taken", "voted-on-paper"].includes(refusal.code);
  if (!concernsRoll) return refusal;
  const { name, phone } = await contactOf(tx, poll.kern);
  return new Refused(await exactCode(tx, poll, asker, refusal.code), { name, phone });
}

async function exactCode(tx: Tx, poll: StoredPoll, asker: Asker, code: RefusalCode): Promise<RefusalCode> {
  if (code === "not-on-the-roll") return poll.electorate.assurance === "letter" ? "letter-needed" : code;
  const [place = null] = await placesOf(tx, poll.poll, [asker]);
  if (place === null) return code;
  const { marked, shares } = await placeMark(tx, poll.poll, place);
  if (shares > 0) return "household-voted";
  if (marked === "paper") return "voted-on-paper";
  if (marked === "help") return "voted-with-help";
  return poll.level === 2 ? "pass-taken" : "already-voted";
}
