/** Makes Microsoft 365 match the order. Can be interrupted at any moment and run again; two runs never interleave. */
import { loadAcceptances, withAccepted } from "./acceptance-store.ts";
import { carryOut, type Errand } from "./carry-out.ts";
import type { Applied, KernOrder, Order, Part, Plan, Progress, Step } from "./contract.ts";
import { inParallel } from "./in-parallel.ts";
import { lookAround, lookAtKern } from "./look.ts";
import { onlyPart, type Planned, planAround, planKern } from "./plan.ts";
import { openRecord } from "./record.ts";
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
  const { ending, errands } = await survey(provisioner, order, choice);
  const planned = new Map<string, Planned>();
  await inParallel(errands, provisioner.parallel ?? usualWidth, async ({ kern, look }) => {
    planned.set(kern, (await look()).planned);
  });
  const kernen = errands.flatMap(({ kern }) => planned.get(kern) ?? []);
  return {
    municipality: order.municipality,
    steps: kernen.flatMap(({ steps }) => steps),
    problems: [...ending.problems, ...kernen.flatMap(({ problems }) => problems)],
  };
}

/**
 * Looks at each kern, plans, and does what is left there, kernen side by side. A kern at which something goes wrong is left for the
 * next time and named in `failures`; the others go on. Waits while another run for this municipality is busy.
 */
export async function applyProvisioning(provisioner: Provisioner, order: Order, options: ApplyOptions = {}): Promise<Applied> {
  const { onProgress = () => undefined, signal, ...choice } = options;
  const waiting = { kern: "", step: waits.otherApply, done: 0, total: 0, kernenDone: 0, kernenTotal: 0, remainingMs: null };
  const onWait = () => onProgress({ ...waiting, waitingFor: waits.otherApply });
  return provisioner.keeper.inMunicipality(order.municipality, async (tx) => {
    await lockRollOut(tx, order.municipality, onWait);
    const { ending, errands } = await survey(provisioner, order, choice);
    const applied = await carryOut(provisioner, { order, errands, onProgress, signal });
    return { ...applied, problems: [...ending.problems, ...applied.problems] };
  });
}

/** What is to be looked at, kern by kern; only then it is known what is to be done there, so that no more is kept than is worked on. */
async function survey(provisioner: Provisioner, given: Order, { only, which = () => true }: Choice) {
  const { workplace, time, keeper } = provisioner;
  const { municipality } = given;
  const chosen = (steps: Step[]) => (only ? onlyPart(steps, only) : steps).filter(which);
  const [residents, accepted] = await keeper.inMunicipality(municipality, async (tx) => [
    await loadResidents(tx, new Date(time.now())),
    await loadAcceptances(tx),
  ]);
  const order = withAccepted(given, accepted);
  const around = await lookAround(workplace, order);
  const teams = await openRecord(keeper, municipality, time.now, { resource: "team" });
  const ending = planAround(order, around.app, teams);
  const errands = order.kernen.map((kern): Errand => ({ kern: kern.slug, look: () => lookAndPlan(kern) }));

  async function lookAndPlan(kern: KernOrder) {
    const record = await openRecord(keeper, municipality, time.now, { kern: kern.slug });
    const seen = { ...around, kernen: new Map([[kern.slug, await lookAtKern(workplace, order, kern, record, around.app)]]) };
    const { steps, problems } = planKern({ order, recorded: record, seen, residents, now: time.now() }, kern);
    return { record, app: around.app, planned: { steps: chosen(steps), problems } };
  }

  for (const [kern, steps] of Map.groupBy(chosen(ending.steps), (step) => step.kern)) {
    const look = async () => {
      const record = await openRecord(keeper, municipality, time.now, { kern });
      return { record, app: around.app, planned: { steps, problems: [] } };
    };
    errands.push({ kern, look });
  }
  return { ending, errands };
}
