/** Plan and apply for every municipality of the files. */

import permissions from "../../infra/entra/permissions.json" with { type: "json" };
import { machineTime } from "../adapters/graph/index.ts";
import type { Config } from "../config.ts";
import type { MunicipalityFile } from "../kernen/index.ts";
import type { Applied, Plan, Progress } from "../provisioning/contract.ts";
import { applyProvisioning, type Order, orderFor, type Provisioner, planProvisioning } from "../provisioning/index.ts";
import type { Workshop } from "../shared/work.ts";
import type { WorkplaceMeans } from "./graph.ts";
import { appOrder } from "./municipalities.ts";
import { teamsApp } from "./teams-app.ts";

export interface Chosen {
  municipality?: string | undefined;
}

export interface ProvisionMeans {
  config: Config;
  workshop: Workshop;
  files: readonly MunicipalityFile[];
  workplace: WorkplaceMeans;
  /** Where the tabs point to. */
  publicUrl: string;
}

function ordersOf(app: ProvisionMeans, { municipality }: Chosen): Order[] {
  const { externalId, permissions: consent } = teamsApp(app.config, permissions.resourceSpecific);
  return app.files
    .filter(({ slug }) => municipality === undefined || slug === municipality)
    .map((file) => orderFor(file, appOrder(file.slug, externalId, consent, app.publicUrl)));
}

function provisionerOf({ workplace, workshop }: ProvisionMeans): Provisioner {
  return {
    workplace: workplace.workplace,
    keeper: workshop,
    time: machineTime,
    ...(workplace.settle ? { settle: workplace.settle } : {}),
  };
}

export async function planEverything(app: ProvisionMeans, chosen: Chosen = {}): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const order of ordersOf(app, chosen)) plans.push(await planProvisioning(provisionerOf(app), order));
  return plans;
}

/** Municipalities one after the other; a kern that fails is named and left for the next time. */
export async function provisionAll(
  app: ProvisionMeans,
  chosen: Chosen = {},
  onProgress: (municipality: string, progress: Progress) => void = () => undefined,
): Promise<{ applied: Applied[]; done: number; failures: Applied["failures"] }> {
  const applied: Applied[] = [];
  for (const order of ordersOf(app, chosen)) {
    applied.push(await applyProvisioning(provisionerOf(app), order, (progress) => onProgress(order.municipality, progress)));
  }
  return {
    applied,
    done: applied.reduce((sum, { done }) => sum + done, 0),
    failures: applied.flatMap(({ failures }) => failures),
  };
}
