/** Plan, apply, status and the daily check for every municipality of the files. */

import permissions from "../../infra/entra/permissions.json" with { type: "json" };
import { machineTime } from "../adapters/graph/index.ts";
import type { Config } from "../config.ts";
import { dutchDay, type MunicipalityFile } from "../kernen/index.ts";
import type { Applied, Plan, Progress, Status } from "../provisioning/contract.ts";
import {
  type ApplyOptions,
  applyOnRecord,
  askRun,
  type Choice,
  carryOutRun,
  type DriftCheck,
  leavingOrder,
  type Order,
  orderFor,
  type Provisioner,
  planProvisioning,
  statusOf,
  watchDrift,
  watchLimits,
} from "../provisioning/index.ts";
import type { Workshop } from "../shared/work.ts";
import type { WorkplaceMeans } from "./graph.ts";
import { appOrder } from "./municipalities.ts";
import { onboardingOf } from "./onboarding.ts";
import { teamsApp } from "./teams-app.ts";

export interface Chosen {
  municipality?: string | undefined;
  /** Slugs of kernen, or "thema:…" of theme teams. */
  kern?: readonly string[] | undefined;
}

export interface ProvisionMeans {
  config: Config;
  workshop: Workshop;
  files: readonly MunicipalityFile[];
  workplace: WorkplaceMeans;
  /** Where the tabs point to. */
  publicUrl: string;
}

/** Throws a sentence when a municipality or kern is chosen that no file has. */
function ordersOf(app: ProvisionMeans, { municipality, kern }: Chosen): { file: MunicipalityFile; order: Order }[] {
  const { externalId, permissions: consent } = teamsApp(app.config, permissions.resourceSpecific);
  const files = app.files.filter(({ slug }) => municipality === undefined || slug === municipality);
  if (files.length === 0) throw new Error(`There is no municipality “${municipality}” in infra/municipalities.`);
  const today = dutchDay(app.workshop.clock());
  const orders = files.map((file) => ({
    file,
    order: orderFor(file, appOrder(file.slug, externalId, consent, app.publicUrl), today, kern),
  }));
  for (const slug of kern ?? []) {
    if (orders.some(({ order }) => order.kernen.some((one) => one.slug === slug))) continue;
    throw new Error(`There is no kern or theme team “${slug}” that takes part (rollout: later does not).`);
  }
  return kern ? orders.filter(({ order }) => order.kernen.length > 0) : orders;
}

/** Archives every team of a municipality that leaves. What is archived already stays so. */
export async function archiveAll(app: ProvisionMeans, file: MunicipalityFile): Promise<Applied> {
  const { externalId, permissions: consent } = teamsApp(app.config, permissions.resourceSpecific);
  const order = leavingOrder(file, appOrder(file.slug, externalId, consent, app.publicUrl));
  return applyOnRecord(provisionerOf(app), order, { byCommand: true });
}

function provisionerOf({ workplace, workshop }: ProvisionMeans): Provisioner {
  return {
    workplace: workplace.workplace,
    keeper: workshop,
    time: machineTime,
    ...(workplace.settle ? { settle: workplace.settle } : {}),
  };
}

/** Municipalities one after the other. Only reads. */
export async function planEverything(app: ProvisionMeans, chosen: Chosen = {}, choice: Choice = {}): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const { order } of ordersOf(app, chosen)) plans.push(await planProvisioning(provisionerOf(app), order, choice));
  return plans;
}

export type ProvisionOptions = Omit<ApplyOptions, "onProgress"> & {
  onProgress?: (municipality: string, progress: Progress) => void;
  /** Somebody asks for it at the command line. */
  byCommand?: boolean;
};

/** Municipalities one after the other; a kern that fails is named and left for the next time. */
export async function provisionAll(
  app: ProvisionMeans,
  chosen: Chosen = {},
  { onProgress, ...options }: ProvisionOptions = {},
): Promise<{ applied: Applied[]; done: number; stopped: boolean; failures: Applied["failures"] }> {
  const applied: Applied[] = [];
  for (const { order } of ordersOf(app, chosen)) {
    if (options.signal?.aborted) break;
    const tell = (progress: Progress) => onProgress?.(order.municipality, progress);
    const kernen = chosen.kern ? { kernen: order.kernen.map(({ slug }) => slug) } : {};
    applied.push(await applyOnRecord(provisionerOf(app), order, { ...options, ...kernen, onProgress: tell }));
  }
  return {
    applied,
    done: applied.reduce((sum, { done }) => sum + done, 0),
    stopped: options.signal?.aborted ?? false,
    failures: applied.flatMap(({ failures }) => failures),
  };
}

/** Municipalities one after the other. Only reads. */
export async function statusOfAll(app: ProvisionMeans, chosen: Chosen = {}): Promise<Status[]> {
  const found: Status[] = [];
  for (const { file, order } of ordersOf(app, chosen)) found.push(await statusOf(provisionerOf(app), order, file.drift.repair));
  return found;
}

/** The daily check of one municipality: what people changed, and how full what Microsoft limits is. For the job queue; null when it has no file any more. */
export async function checkDrift(app: ProvisionMeans, municipality: string): Promise<DriftCheck | null> {
  if (!app.files.some(({ slug }) => slug === municipality)) return null;
  const [found] = ordersOf(app, { municipality });
  if (!found) return null;
  const checked = await watchDrift(provisionerOf(app), found.order, found.file.drift.repair);
  await watchLimits(provisionerOf(app), found.order);
  // The administrators' page shows in the morning what the night found.
  await app.workshop.inMunicipality(municipality, async (tx) => {
    const look = await askRun(tx, municipality, { kind: "look", askedBy: null }, app.workshop.clock());
    if (look) await app.workshop.queueReactions(tx, municipality, look.facts);
  });
  return checked;
}

/** What an administrator asked for on her page, for the job queue. `stopping`: the process is to end. */
export function carryOutAsked(app: ProvisionMeans, municipality: string, run: string, stopping: AbortSignal): Promise<void> {
  const fileOf = (slug: string) => app.files.find((file) => file.slug === slug);
  return carryOutRun(
    {
      workshop: app.workshop,
      provisioner: provisionerOf(app),
      orderOf: (slug) => {
        const [found] = fileOf(slug) ? ordersOf(app, { municipality: slug }) : [];
        return found ? { order: found.order, repair: found.file.drift.repair } : null;
      },
      checks: async (slug) => {
        const file = fileOf(slug);
        return file ? (await onboardingOf(app, file)).checks : [];
      },
      stopping,
    },
    municipality,
    run,
  );
}
