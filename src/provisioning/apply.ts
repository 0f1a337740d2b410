/** Makes Microsoft 365 match the order. Can be interrupted at any moment and run again; two runs never interleave. */
import { loadAcceptances, withAccepted } from "./acceptance-store.ts";
import { carryOut } from "./carry-out.ts";
import type { Applied, Order, Part, Plan, Progress, Step } from "./contract.ts";
import { look } from "./look.ts";
import { onlyPart, plan } from "./plan.ts";
import { openRecord, type RecordBook } from "./record.ts";
import { waits } from "./sayings.ts";
import { type Provisioner, usualWidth } from "./scene.ts";
import { loadResidents, lockRollOut } from "./store.ts";

export interface Choice {
  /** Left out: everything. */
  only?: Part;
  /** Further steps to leave out. */
  which?(step: Step): boolean;
}

export interface ApplyOptions extends Choice {
  onProgress?(progress: Progress): void;
  /** Once it fires no further step is begun; the next run goes on where this one stopped. */
  signal?: AbortSignal;
}

/** What `applyProvisioning` would do now. Only reads. */
export async function planProvisioning(provisioner: Provisioner, order: Order, choice: Choice = {}): Promise<Plan> {
  const record = await openRecord(provisioner.keeper, order.municipality, provisioner.time.now);
  return (await lookAndPlan(provisioner, order, record, choice)).plan;
}

/**
 * Looks, plans, and does what is left, kernen side by side. A kern at which something goes wrong is left for the next time and named
 * in `failures`; the others go on. Waits while another run for this municipality is busy.
 */
export async function applyProvisioning(provisioner: Provisioner, order: Order, options: ApplyOptions = {}): Promise<Applied> {
  const { onProgress = () => undefined, signal, ...choice } = options;
  const waiting = { kern: "", step: waits.otherApply, done: 0, total: 0, kernenDone: 0, kernenTotal: 0, remainingMs: null };
  const onWait = () => onProgress({ ...waiting, waitingFor: waits.otherApply });
  return provisioner.keeper.inMunicipality(order.municipality, async (tx) => {
    await lockRollOut(tx, order.municipality, onWait);
    const record = await openRecord(provisioner.keeper, order.municipality, provisioner.time.now);
    const { plan: planned, seen } = await lookAndPlan(provisioner, order, record, choice);
    return carryOut(provisioner, { order, record, planned, seen, onProgress, signal });
  });
}

async function lookAndPlan(provisioner: Provisioner, given: Order, record: RecordBook, { only, which = () => true }: Choice) {
  const { workplace, time, parallel, keeper } = provisioner;
  const [residents, accepted] = await keeper.inMunicipality(given.municipality, async (tx) => [
    await loadResidents(tx, new Date(time.now())),
    await loadAcceptances(tx),
  ]);
  const order = withAccepted(given, accepted);
  const seen = await look(workplace, order, record, parallel ?? usualWidth);
  const whole = plan({ order, recorded: record, seen, residents, now: time.now() });
  const steps = (only ? onlyPart(whole.steps, only) : whole.steps).filter(which);
  return { seen, plan: { ...whole, steps } };
}
