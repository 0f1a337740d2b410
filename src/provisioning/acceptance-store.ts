/** Differences that an administrator lets be; those that the municipality file accepts stand in the file. */
import type { Tx } from "../shared/work.ts";
import type { Order } from "./contract.ts";

export interface Acceptance {
  kern: string;
  /** "tab-removed/voorstellen-arkel" */
  what: string;
  /** Name of the administrator. */
  by: string;
  at: Date;
}

/** All of the municipality of this transaction, in the order of kernen. */
export async function loadAcceptances(tx: Tx): Promise<Acceptance[]> {
  const rows = await tx
    .selectFrom("provisioning_acceptance as a")
    .innerJoin("person as p", (join) =>
      join.onRef("p.municipality_id", "=", "a.municipality_id").onRef("p.person_id", "=", "a.accepted_by"),
    )
    .select(["a.kern_id as kern", "a.what", "p.name as by", "a.accepted_at as at"])
    .orderBy("a.kern_id")
    .orderBy("a.what")
    .execute();
  return rows;
}

/** Twice is once: who accepted first stays on record. */
export async function saveAcceptance(
  tx: Tx,
  municipality: string,
  { kern, what, person, now }: { kern: string; what: string; person: string; now: Date },
): Promise<void> {
  await tx
    .insertInto("provisioning_acceptance")
    .values({ municipality_id: municipality, kern_id: kern, what, accepted_by: person, accepted_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeAcceptance(tx: Tx, municipality: string, kern: string, what: string): Promise<void> {
  await tx
    .deleteFrom("provisioning_acceptance")
    .where("municipality_id", "=", municipality)
    .where("kern_id", "=", kern)
    .where("what", "=", what)
    .execute();
}

/** The order with what was accepted beside the file. Pure. */
export function withAccepted(order: Order, accepted: readonly Pick<Acceptance, "kern" | "what">[]): Order {
  if (accepted.length === 0) return order;
  const byKern = Map.groupBy(accepted, ({ kern }) => kern);
  const kernen = order.kernen.map((one) => {
    const more = byKern.get(one.slug)?.map(({ what }) => what) ?? [];
    return more.length === 0 ? one : { ...one, accepted: [...(one.accepted ?? []), ...more] };
  });
  return { ...order, kernen };
}
