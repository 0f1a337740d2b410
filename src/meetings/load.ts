import { Refused } from "../shared/refused.ts";
import type { Actor, Tx } from "../shared/work.ts";
import { askerOf } from "./asker.ts";
import type { Asker } from "./rules.ts";
import { findMeeting, lockMeeting, type StoredMeeting } from "./store.ts";

export interface Loaded {
  found: StoredMeeting;
  asker: Asker;
}

/** The meeting to read, and who asks. Refuses "not-found". */
export async function loadMeeting(tx: Tx, actor: Actor, meeting: string): Promise<Loaded> {
  return known(actor, await findMeeting(tx, meeting));
}

/** The same to change it or who comes: nobody else does until the transaction ends. */
export async function loadToChange(tx: Tx, actor: Actor, meeting: string): Promise<Loaded> {
  return known(actor, await lockMeeting(tx, meeting));
}

function known(actor: Actor, found: StoredMeeting | undefined): Loaded {
  if (!found) throw new Refused("not-found");
  return { found, asker: askerOf(actor, found) };
}
