import { Refused } from "../shared/refused.ts";
import type { Actor, Tx } from "../shared/work.ts";
import { askerOf } from "./asker.ts";
import { type Asker, isVisible } from "./rules.ts";
import { findProposal, lockProposal, type StoredProposal } from "./store.ts";

export interface Loaded {
  found: StoredProposal;
  asker: Asker;
}

/** The proposal to read, and who asks. Refuses "not-found" also when this person may not know that it exists. */
export async function loadProposal(tx: Tx, actor: Actor, proposal: string): Promise<Loaded> {
  return visible(actor, await findProposal(tx, proposal));
}

/** The same to change it: nobody else does until the transaction ends. */
export async function loadToChange(tx: Tx, actor: Actor, proposal: string): Promise<Loaded> {
  return visible(actor, await lockProposal(tx, proposal));
}

function visible(actor: Actor, found: StoredProposal | undefined): Loaded {
  if (!found) throw new Refused("not-found");
  const asker = askerOf(actor, found);
  if (!isVisible(found, asker)) throw new Refused("not-found");
  return { found, asker };
}
