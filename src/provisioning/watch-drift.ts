/** The daily look at what others changed: tells the officer what is new, and puts right only what the file lets it. */
import type { DriftKind } from "../kernen/index.ts";
import { applyOnRecord } from "./apply-on-record.ts";
import type { Applied, DriftFound, Order, Status } from "./contract.ts";
import { keepDrift, placeOf } from "./drift-store.ts";
import type { Provisioner } from "./scene.ts";
import { mayRepair, statusOf } from "./status.ts";

export interface DriftCheck {
  /** Differences that are left. */
  status: Status;
  repaired: number;
  failures: Applied["failures"];
  /** How many differences were not known before. */
  news: number;
}

/**
 * Carries out what a day brings (the end of a theme team or of a leave) and the repairs in `repair`. What is left and new is announced
 * per kern ("drift-found"), once: a second run announces nothing. What was put right and comes back is new.
 */
export async function watchDrift(provisioner: Provisioner, order: Order, repair: readonly DriftKind[]): Promise<DriftCheck> {
  const which = (step: Parameters<typeof mayRepair>[0]) => step.dated === true || mayRepair(step, repair);
  const { done, failures } = await applyOnRecord(provisioner, order, { which });
  const status = await statusOf(provisioner, order, repair);
  const { keeper, time } = provisioner;
  const { municipality } = order;
  const news = await keeper.inMunicipality(municipality, async (tx) => {
    const now = new Date(time.now());
    const fresh = await keepDrift(tx, municipality, status.drift, now);
    const places = new Set(fresh.map(placeOf));
    const byKern = Map.groupBy(
      status.drift.filter((one) => places.has(placeOf(one))),
      ({ kern }) => kern,
    );
    const facts = [...byKern].map(
      ([kern, drift]): DriftFound => ({
        fact: "drift-found",
        at: now.toISOString(),
        kern,
        name: order.kernen.find(({ slug }) => slug === kern)?.name ?? kern,
        drift: drift.map(({ what, remedy }) => ({ what, text: remedy })),
      }),
    );
    if (facts.length > 0) await keeper.queueReactions(tx, municipality, facts);
    return fresh.length;
  });
  return { status, repaired: done, failures, news };
}
