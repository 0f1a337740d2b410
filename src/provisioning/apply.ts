/** Makes Microsoft 365 match the order. Can be interrupted at any moment and run again; two runs never interleave. */
import type { Applied, Order, Plan, Progress, Said, Step } from "./contract.ts";
import { addOwner, installApp, makeChannel, pinTab } from "./furnish-team.ts";
import { inParallel } from "./in-parallel.ts";
import { look } from "./look.ts";
import { awaitTeam, makeTeam } from "./make-team.ts";
import { plan } from "./plan.ts";
import { openRecord, type RecordBook, type RecordKeeper } from "./record.ts";
import { waits } from "./sayings.ts";
import { type Clock, type Scene, type Settle, usualSettle } from "./scene.ts";
import type { Seen } from "./seen.ts";
import { lockRollOut } from "./store.ts";
import type { Workplace } from "./workplace.ts";

export interface Provisioner {
  workplace: Workplace;
  keeper: RecordKeeper;
  time: Clock;
  settle?: Settle;
  /** Kernen worked on at once; 20 when left out. The limits of Graph are kept elsewhere. */
  parallel?: number;
}

const usualWidth = 20;

/** What `applyProvisioning` would do now. Only reads. */
export async function planProvisioning(provisioner: Provisioner, order: Order): Promise<Plan> {
  const record = await openRecord(provisioner.keeper, order.municipality, provisioner.time.now);
  return (await lookAndPlan(provisioner, order, record)).plan;
}

/**
 * Looks, plans, and does what is left, kernen side by side. A kern at which something goes wrong is left for the next time and named
 * in `failures`; the others go on. Waits while another run for this municipality is busy.
 */
export async function applyProvisioning(
  provisioner: Provisioner,
  order: Order,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Applied> {
  const onWait = () => onProgress({ kern: "", step: waits.otherApply, done: 0, total: 0, waitingFor: waits.otherApply });
  return provisioner.keeper.inMunicipality(order.municipality, async (tx) => {
    await lockRollOut(tx, order.municipality, onWait);
    const record = await openRecord(provisioner.keeper, order.municipality, provisioner.time.now);
    const { plan: planned, seen } = await lookAndPlan(provisioner, order, record);
    return carryOut(provisioner, { order, record, planned, seen, onProgress });
  });
}

async function lookAndPlan({ workplace, time, parallel }: Provisioner, order: Order, record: RecordBook) {
  const seen = await look(workplace, order, record, parallel ?? usualWidth);
  return { seen, plan: plan({ order, recorded: record, seen, now: time.now() }) };
}

interface Work {
  order: Order;
  record: RecordBook;
  planned: Plan;
  seen: Seen;
  onProgress(progress: Progress): void;
}

async function carryOut(provisioner: Provisioner, { order, record, planned, seen, onProgress }: Work): Promise<Applied> {
  const applied: Applied = { plan: planned, done: 0, failures: [] };
  const byKern = Map.groupBy(planned.steps, ({ kern }) => kern);
  await inParallel([...byKern], provisioner.parallel ?? usualWidth, async ([kern, steps]) => {
    for (const step of steps) {
      const tell = (waitingFor: Said | null) =>
        onProgress({ kern, step: step.text, done: applied.done, total: planned.steps.length, waitingFor });
      const { workplace, time, settle = usualSettle } = provisioner;
      tell(null);
      try {
        await takeStep({ workplace, order, record, time, settle, app: seen.app, kern, say: tell }, step);
      } catch (error) {
        applied.failures.push({ kern, step: step.text, reason: (error as Error).message });
        return;
      }
      applied.done += 1;
      tell(null);
    }
  });
  return applied;
}

async function takeStep(scene: Scene, step: Step): Promise<void> {
  switch (step.do) {
    case "make-team": {
      const team = await makeTeam(scene, step);
      const { record, kern } = scene;
      const owner = { resource: "owner" as const, key: `${kern}/${step.ownerId}`, kern, graphId: step.ownerId, details: {} };
      return record.put({ ...owner, state: "created", marker: team.id });
    }
    case "await-team":
      await awaitTeam(scene, step);
      return;
    case "install-app":
      return installApp(scene);
    case "make-channel":
      return makeChannel(scene, step);
    case "pin-tab":
      return pinTab(scene, step);
    case "add-owner":
      return addOwner(scene, step.personId);
    case "note":
      return note(scene, step);
  }
}

async function note({ record, kern }: Scene, step: Extract<Step, { do: "note" }>): Promise<void> {
  const { resource, key, graphId, marker, details } = step;
  const row = { resource, key, kern, state: "created" as const, graphId, marker, details };
  if (resource !== "team") return record.put(row);
  if (record.get("team", kern)?.graphId !== graphId) await record.forgetParts(kern);
  await record.put(row, { fact: "team-ready", kern, teamId: graphId, url: details.url ?? "" });
}
