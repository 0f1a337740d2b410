/** How far Microsoft 365 is from what is wanted, and what others changed. */
import { type DriftKind, driftKindOf } from "../kernen/index.ts";
import { planProvisioning } from "./apply.ts";
import type { Drift, Order, Plan, Status, Step } from "./contract.ts";
import { loadDrift, placeOf } from "./drift-store.ts";
import { limitSaid, nameOf } from "./limit-sayings.ts";
import { loadUses, type MeasuredUse } from "./limit-store.ts";
import type { Provisioner } from "./scene.ts";

/** Whether the file lets Kernplein put this right by itself. Pure. */
export function mayRepair(step: Step, repair: readonly DriftKind[]): boolean {
  const kind = step.drift === undefined ? undefined : driftKindOf(step.drift);
  return kind !== undefined && repair.includes(kind);
}

/** What is on record from the last daily check. */
interface Known {
  /** When drift was first seen, by "kern what". */
  since: ReadonlyMap<string, Date>;
  uses: readonly MeasuredUse[];
}

/** Pure. */
export function statusFrom(plan: Plan, order: Order, repair: readonly DriftKind[], { since, uses }: Known): Status {
  const drift = plan.steps.flatMap((step): Drift[] => {
    const { kern, drift: what, text: remedy } = step;
    if (what === undefined) return [];
    const at = since.get(placeOf({ kern, what }))?.toISOString() ?? null;
    return [{ kern, what, remedy, since: at, repairedByItself: mayRepair(step, repair) }];
  });
  const differs = new Set(drift.map(({ kern }) => kern));
  const left = plan.steps.filter(({ drift: what }) => what === undefined);
  const unfinished = new Set([...left, ...plan.problems].map(({ kern }) => kern));
  return {
    municipality: order.municipality,
    kernen: order.kernen.map(({ slug, name }) => ({
      kern: slug,
      name,
      state: differs.has(slug) ? "differs" : unfinished.has(slug) ? "unfinished" : "as-wanted",
    })),
    drift,
    left: left.length,
    problems: plan.problems,
    limits: uses.flatMap((use) =>
      use.threshold > 0 && isHere(order, use.kern) ? [limitSaid(use, nameOf(order, use.kern))] : [],
    ),
  };
}

function isHere({ kernen }: Order, kern: string): boolean {
  return kern === "*" || kernen.some(({ slug }) => slug === kern);
}

/** Only reads. */
export async function statusOf(provisioner: Provisioner, order: Order, repair: readonly DriftKind[]): Promise<Status> {
  const plan = await planProvisioning(provisioner, order);
  const known = await provisioner.keeper.inMunicipality(order.municipality, async (tx) => {
    return { since: await loadDrift(tx), uses: await loadUses(tx) };
  });
  return statusFrom(plan, order, repair, known);
}
