/** Since when a difference made by others is known. */
import type { Tx } from "../shared/work.ts";

export interface KnownDrift {
  kern: string;
  what: string;
}

export async function loadDrift(tx: Tx): Promise<Map<string, Date>> {
  const rows = await tx.selectFrom("provisioning_drift").selectAll().execute();
  return new Map(rows.map(({ kern_id, what, found_at }) => [placeOf({ kern: kern_id, what }), found_at]));
}

export function placeOf({ kern, what }: KnownDrift): string {
  return `${kern} ${what}`;
}

/** Keeps exactly these; gives those that were not known before. */
export async function keepDrift(tx: Tx, municipality: string, drift: readonly KnownDrift[], now: Date): Promise<KnownDrift[]> {
  const known = await loadDrift(tx);
  const present = new Set(drift.map(placeOf));
  for (const place of known.keys()) {
    if (present.has(place)) continue;
    const [kern = "", what = ""] = place.split(" ");
    await tx
      .deleteFrom("provisioning_drift")
      .where("municipality_id", "=", municipality)
      .where("kern_id", "=", kern)
      .where("what", "=", what)
      .execute();
  }
  const fresh = drift.filter((one) => !known.has(placeOf(one)));
  for (const { kern, what } of fresh) {
    await tx
      .insertInto("provisioning_drift")
      .values({ municipality_id: municipality, kern_id: kern, what, found_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return fresh;
}
