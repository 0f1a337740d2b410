/** Takes the steps of a plan, kernen side by side, and tells how far it is. */
import { themePrefix } from "../kernen/index.ts";
import { addMember, addOwner, addResidents, removeMember, removeOwner } from "./change-people.ts";
import { changeSettings, renameTeam, shelveTeam } from "./change-team.ts";
import type { Applied, Order, Progress, Said, Step } from "./contract.ts";
import { installApp, makeChannel, pinTab, removeTab, renameChannel, shelveChannel, upgradeApp } from "./furnish-team.ts";
import { inParallel } from "./in-parallel.ts";
import { awaitTeam, makeTeam } from "./make-team.ts";
import type { Planned } from "./plan.ts";
import { makeAmount } from "./progress.ts";
import type { RecordBook } from "./record.ts";
import { faultSaid, steps } from "./sayings.ts";
import { type Provisioner, type Scene, usualSettle, usualWidth } from "./scene.ts";
import type { WorkplaceApp } from "./workplace.ts";

/** A kern to be looked at, and then to be worked on. */
export interface Errand {
  kern: string;
  look(): Promise<{ record: RecordBook; app: WorkplaceApp | null; planned: Planned }>;
}

interface Work {
  order: Order;
  errands: readonly Errand[];
  onProgress(progress: Progress): void;
  signal: AbortSignal | undefined;
}

/** A kern at which something goes wrong is left and named in `failures`; the others go on. Once `signal` fires no step is begun. */
export async function carryOut(provisioner: Provisioner, { order, errands, onProgress, signal }: Work): Promise<Applied> {
  const { workplace, time, settle = usualSettle } = provisioner;
  const applied: Applied = { problems: [], done: 0, stopped: false, failures: [] };
  const amount = makeAmount(errands.length, time.now());

  async function workOn({ kern, look }: Errand): Promise<void> {
    let step = steps.look();
    try {
      if (stopping()) return;
      const { record, app, planned } = await look();
      applied.problems.push(...planned.problems);
      amount.planned(planned.steps);
      for (const next of planned.steps) {
        if (stopping()) return;
        step = next.text;
        tell(null);
        await takeStep({ workplace, order, record, time, settle, app, kern, say: tell }, next);
        applied.done += 1;
        amount.did(next);
        if (next !== planned.steps.at(-1)) tell(null);
      }
      amount.kernDone();
      if (planned.steps.length > 0) tell(null);
    } catch (error) {
      applied.failures.push({ kern, step, reason: (error as Error).message, said: faultSaid(error) });
    }

    function tell(waitingFor: Said | null): void {
      onProgress({ kern, step, done: applied.done, ...amount.shown(time.now()), waitingFor });
    }
  }

  function stopping(): boolean {
    if (signal?.aborted) applied.stopped = true;
    return applied.stopped;
  }

  await inParallel(errands, provisioner.parallel ?? usualWidth, workOn);
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
    case "rename-team":
      return renameTeam(scene, step);
    case "change-settings":
      return changeSettings(scene, step);
    case "archive-team":
    case "unarchive-team":
      return shelveTeam(scene, step);
    case "install-app":
      return installApp(scene);
    case "upgrade-app":
      return upgradeApp(scene, step);
    case "make-channel":
      return makeChannel(scene, step);
    case "rename-channel":
      return renameChannel(scene, step);
    case "archive-channel":
    case "unarchive-channel":
      return shelveChannel(scene, step);
    case "pin-tab":
      return pinTab(scene, step);
    case "remove-tab":
      return removeTab(scene, step);
    case "add-owner":
      return addOwner(scene, step);
    case "remove-owner":
      return removeOwner(scene, step);
    case "add-residents":
      return addResidents(scene, step);
    case "add-member":
      return addMember(scene, step);
    case "remove-member":
      return removeMember(scene, step);
    case "note":
      return note(scene, step);
  }
}

async function note({ record, kern }: Scene, step: Extract<Step, { do: "note" }>): Promise<void> {
  const { resource, key, graphId, marker, details } = step;
  const row = { resource, key, kern, state: "created" as const, graphId, marker, details };
  if (resource !== "team") return record.put(row);
  if (record.get("team", kern)?.graphId !== graphId) await record.forgetParts(kern);
  const isTheme = kern.startsWith(themePrefix);
  await record.put(row, isTheme ? undefined : { fact: "team-ready", kern, teamId: graphId, url: details.url ?? "" });
}
