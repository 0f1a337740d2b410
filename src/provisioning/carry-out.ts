/** Takes the steps of a plan, kernen side by side, and tells how far it is. */
import { themePrefix } from "../kernen/index.ts";
import { addMember, addOwner, addResidents, removeMember, removeOwner } from "./change-people.ts";
import { changeSettings, renameTeam, shelveTeam } from "./change-team.ts";
import type { Applied, Order, Plan, Progress, Said, Step } from "./contract.ts";
import { installApp, makeChannel, pinTab, removeTab, renameChannel, shelveChannel, upgradeApp } from "./furnish-team.ts";
import { inParallel } from "./in-parallel.ts";
import { awaitTeam, makeTeam } from "./make-team.ts";
import { remainingMs, weightOf } from "./progress.ts";
import type { RecordBook } from "./record.ts";
import { faultSaid } from "./sayings.ts";
import { type Provisioner, type Scene, usualSettle, usualWidth } from "./scene.ts";
import type { Seen } from "./seen.ts";

interface Work {
  order: Order;
  record: RecordBook;
  planned: Plan;
  seen: Seen;
  onProgress(progress: Progress): void;
  signal: AbortSignal | undefined;
}

export async function carryOut(provisioner: Provisioner, work: Work): Promise<Applied> {
  const { order, record, planned, seen, onProgress, signal } = work;
  const { workplace, time, settle = usualSettle } = provisioner;
  const applied: Applied = { plan: planned, done: 0, stopped: false, failures: [] };
  const byKern = Map.groupBy(planned.steps, ({ kern }) => kern);
  const begun = time.now();
  const weight = { done: 0, total: planned.steps.reduce((sum, step) => sum + weightOf(step), 0) };
  let kernenDone = 0;

  async function takeStepsOf(kern: string, steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const tell = (waitingFor: Said | null) =>
        onProgress({
          kern,
          step: step.text,
          done: applied.done,
          total: planned.steps.length,
          kernenDone,
          kernenTotal: byKern.size,
          remainingMs: remainingMs(weight.done, weight.total, time.now() - begun),
          waitingFor,
        });
      if (signal?.aborted) {
        applied.stopped = true;
        return;
      }
      tell(null);
      try {
        await takeStep({ workplace, order, record, time, settle, app: seen.app, kern, say: tell }, step);
      } catch (error) {
        applied.failures.push({ kern, step: step.text, reason: (error as Error).message, said: faultSaid(error) });
        return;
      }
      applied.done += 1;
      weight.done += weightOf(step);
      if (step === steps.at(-1)) kernenDone += 1;
      tell(null);
    }
  }

  await inParallel([...byKern], provisioner.parallel ?? usualWidth, ([kern, steps]) => takeStepsOf(kern, steps));
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
