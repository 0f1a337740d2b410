/** Who is asking: from a session, from an account in the municipality's tenant. For the edges, before an action is performed. */
import { municipalityOf } from "../kernen/index.ts";
import { fingerprint, newSecret } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { after } from "../shared/time.ts";
import type { Actor, Channel, Tx } from "../shared/work.ts";
import { refuseBlocked } from "./block-store.ts";
import type { SessionOpened } from "./contract.ts";
import { noteMoment } from "./guest-store.ts";
import { type Assurance, sessionLivesMs } from "./rules.ts";
import { insertSession } from "./session-store.ts";
import { findPersonByOid, findRightsByOid, findRightsBySession, type Person, type RightsHolder } from "./store.ts";

/**
 * The actor behind a session (the cookie's value, with or without the municipality before it); null when there is no such session, its
 * time has passed or she is blocked. Who signed in by mail acts as resident only: staff roles need the municipality's own sign-in (BIO2 5.17.01).
 */
export async function actorForSession(tx: Tx, secret: string, channel: Channel, now: Date = new Date()): Promise<Actor | null> {
  const holder = await findRightsBySession(tx, sessionFingerprint(secret), now);
  return holder ? actorOf(holder, holder.assurance, channel) : null;
}

/**
 * The actor with this object id in the municipality's tenant (tab, bot); null when nobody here has it or she is blocked. Who is seen
 * for the first time has accepted her invitation; in the tab, has opened it.
 */
export async function actorForEntra(tx: Tx, oid: string, channel: Channel, now: Date = new Date()): Promise<Actor | null> {
  const holder = await findRightsByOid(tx, oid, now);
  if (!holder) return null;
  if (!holder.accepted) await noteMoment(tx, holder.person, "accepted_at", now);
  if (!holder.tabOpened && channel === "tab") await noteMoment(tx, holder.person, "tab_opened_at", now);
  return actorOf(holder, "entra", channel);
}

/** Opens a session for who signed in with the municipality's tenant in a browser. Refuses an object id nobody here has ("not-a-member"). */
export async function openEntraSession(tx: Tx, oid: string, now: Date): Promise<SessionOpened> {
  const person = await findPersonByOid(tx, oid);
  if (!person) throw new Refused("not-a-member");
  await refuseBlocked(tx, person.person, now);
  await noteMoment(tx, person.person, "accepted_at", now);
  return startSession(tx, person, "entra", now);
}

export async function startSession(tx: Tx, person: Person, assurance: Assurance, now: Date): Promise<SessionOpened> {
  const secret = newSecret();
  const { municipality } = await municipalityOf(tx);
  const expiresAt = after(now, sessionLivesMs[assurance]);
  await insertSession(tx, { fingerprint: fingerprint(secret), person: person.person, assurance, expiresAt });
  return { session: `${municipality}.${secret}`, expiresAt: expiresAt.toISOString(), name: person.name };
}

/** What is stored of a session; the municipality before its secret is for the edge, which must know where to look. */
export function sessionFingerprint(session: string): string {
  return fingerprint(session.slice(session.lastIndexOf(".") + 1));
}

function actorOf(
  { municipality, person, language, resident, granted }: RightsHolder,
  assurance: Assurance,
  channel: Channel,
): Actor {
  return { municipality, person, roles: assurance === "entra" ? [...resident, ...granted] : resident, channel, language };
}
