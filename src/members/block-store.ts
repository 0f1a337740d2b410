/** SQL of blocks, and the refusal that follows from one. */
import { Refused } from "../shared/refused.ts";
import type { Tx } from "../shared/work.ts";
import { here } from "./store.ts";

export interface Block {
  block: string;
  person: string;
  kern: string;
  reason: string;
  since: Date;
  until: Date | null;
}

/** The block that holds at `now`; undefined when she may act. */
export function findBlock(tx: Tx, person: string, now: Date): Promise<Block | undefined> {
  return tx
    .selectFrom("person_block")
    .select(["block_id as block", "person_id as person", "kern_id as kern", "reason", "since", "until"])
    .where("person_id", "=", person)
    .where("lifted_at", "is", null)
    .where("since", "<=", now)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", now)]))
    .orderBy("since", "desc")
    .executeTakeFirst();
}

export async function findBlocked(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom("person_block")
    .select("person_id as person")
    .distinct()
    .where("lifted_at", "is", null)
    .where("since", "<=", now)
    .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", now)]))
    .execute();
  return rows.map(({ person }) => person);
}

/** Refuses who is blocked at `now`, with the end when it has one. */
export async function refuseBlocked(tx: Tx, person: string, now: Date): Promise<void> {
  const block = await findBlock(tx, person, now);
  if (block) throw new Refused("not-allowed", { blockedUntil: block.until?.toISOString() ?? null });
}

export async function insertBlock(tx: Tx, block: Block & { blockedBy: string }): Promise<void> {
  await tx
    .insertInto("person_block")
    .values({
      municipality_id: here,
      block_id: block.block,
      person_id: block.person,
      kern_id: block.kern,
      reason: block.reason,
      blocked_by: block.blockedBy,
      since: block.since,
      until: block.until,
    })
    .execute();
}

/** Lifts every block that is not lifted yet. False when none held. */
export async function liftBlocks(tx: Tx, person: string, liftedBy: string, at: Date): Promise<boolean> {
  const held = await findBlock(tx, person, at);
  await tx
    .updateTable("person_block")
    .set({ lifted_at: at, lifted_by: liftedBy })
    .where("person_id", "=", person)
    .where("lifted_at", "is", null)
    .execute();
  return held !== undefined;
}

/** Signs a person out everywhere; links that were mailed to her work no longer. */
export async function endSessions(tx: Tx, person: string, now: Date): Promise<void> {
  await tx.deleteFrom("session").where("person_id", "=", person).execute();
  await tx
    .updateTable("sign_in_link")
    .set({ expires_at: now })
    .where("person_id", "=", person)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .execute();
}
