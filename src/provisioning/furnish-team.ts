/** What goes into a team: the app, channels and tabs, each exactly once. */
import type { ResourceDetails, ResourceKind, Step } from "./contract.ts";
import type { Scene } from "./scene.ts";
import { sameName } from "./wanted.ts";
import { OutcomeUnknown, type WorkplaceApp } from "./workplace.ts";

export type StepOf<Deed extends Step["do"]> = Extract<Step, { do: Deed }>;

/** The team of this kern; the steps before this one made it. */
export function teamIdOf({ record, kern }: Scene): string {
  const id = record.get("team", kern)?.graphId;
  if (!id) throw new Error(`The team of ${kern} is not there yet.`);
  return id;
}

function appOf({ app }: Scene): WorkplaceApp {
  if (!app) throw new Error("The app is not in the catalogue.");
  return app;
}

type Made = { resource: ResourceKind; key: string; graphId: string; marker: string; details?: ResourceDetails };

/** Writes down that something is there. */
export async function created({ record, kern }: Scene, { details = {}, ...made }: Made): Promise<void> {
  await record.put({ ...made, kern, state: "created", details });
}

export async function installApp(scene: Scene): Promise<void> {
  const app = appOf(scene);
  await scene.workplace.installApp(scene.order.tenantId, teamIdOf(scene), app);
  await noteApp(scene, app);
}

async function noteApp(scene: Scene, { id, version }: WorkplaceApp): Promise<void> {
  const { kern, order } = scene;
  await created(scene, { resource: "app", key: kern, graphId: id, marker: order.app.externalId, details: { version } });
}

export async function upgradeApp(scene: Scene, { installationId }: StepOf<"upgrade-app">): Promise<void> {
  const app = appOf(scene);
  await scene.workplace.upgradeApp(scene.order.tenantId, teamIdOf(scene), app, installationId);
  await noteApp(scene, app);
}

/**
 * The first channel is there since the team was made, and is only written down. Others are made; a name that is taken already, or a
 * call without an answer, leads to the channel that bears the name.
 */
export async function makeChannel(scene: Scene, { key, name, description, first }: StepOf<"make-channel">): Promise<void> {
  const { workplace, order, record, kern } = scene;
  const teamId = teamIdOf(scene);
  const at = `${kern}/${key}`;
  const mainChannelId = first ? record.get("team", kern)?.details.mainChannelId : null;
  const before = record.get("channel", at);
  const asked = before?.state === "intent";
  let id = mainChannelId ?? (first || asked ? await channelNamed(scene, teamId, name) : null);
  for (let tries = 1; !id; tries += 1) {
    await record.put({ resource: "channel", key: at, kern, state: "intent", graphId: null, marker: name, details: { name } });
    try {
      const made = await workplace.makeChannel(order.tenantId, teamId, { name, description });
      id = made?.id ?? (await channelNamed(scene, teamId, name));
      if (!id) {
        // It is still the channel that was deleted: the record says so again.
        if (before) await record.put(before);
        throw new Error(`The name ${name} is taken by a channel that was deleted less than 30 days ago.`);
      }
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || tries >= mostTries) throw error;
      id = await channelNamed(scene, teamId, name);
    }
  }
  await created(scene, { resource: "channel", key: at, graphId: id, marker: name, details: { name } });
}

export async function renameChannel(scene: Scene, step: StepOf<"rename-channel">): Promise<void> {
  const { key, channelId, name, description } = step;
  await scene.workplace.renameChannel(scene.order.tenantId, teamIdOf(scene), channelId, { name, description });
  const channel = { resource: "channel" as const, key: `${scene.kern}/${key}`, graphId: channelId, marker: name };
  await created(scene, { ...channel, details: { name } });
}

/** Into the archive, or out of it; nothing that people wrote is lost. */
export async function shelveChannel(
  scene: Scene,
  { do: deed, key, channelId, name }: StepOf<"archive-channel" | "unarchive-channel">,
): Promise<void> {
  const { workplace, order, kern } = scene;
  const archived = deed === "archive-channel";
  await workplace[archived ? "archiveChannel" : "unarchiveChannel"](order.tenantId, teamIdOf(scene), channelId);
  const channel = { resource: "channel" as const, key: `${kern}/${key}`, graphId: channelId, marker: name };
  await created(scene, { ...channel, details: { name, archived } });
}

const mostTries = 5;

async function channelNamed({ workplace, order }: Scene, teamId: string, name: string): Promise<string | null> {
  const channels = await workplace.listChannels(order.tenantId, teamId);
  return channels.find((channel) => sameName(channel.name, name))?.id ?? null;
}

/** A second call would pin a second tab, so after a call without an answer the tab is looked for until it would certainly show. */
export async function pinTab(scene: Scene, { key, channel, tab }: StepOf<"pin-tab">): Promise<void> {
  const { workplace, order, record, kern, time, settle } = scene;
  const teamId = teamIdOf(scene);
  const channelId = record.get("channel", `${kern}/${channel}`)?.graphId;
  if (!channelId) throw new Error(`Channel ${channel} of ${kern} is not there yet.`);
  const at = `${kern}/${key}`;

  async function lookUntilSettled(): Promise<string | null> {
    const until = Date.parse(record.get("tab", at)?.details.askedAt ?? "") + settle.partMs;
    for (;;) {
      const last = !(time.now() < until);
      const tabs = await workplace.listTabs(order.tenantId, teamId, channelId ?? "", appOf(scene));
      const found = tabs.find(({ entityId }) => entityId === tab.entityId);
      if (found || last) return found?.id ?? null;
      await time.sleep(settle.everyMs);
    }
  }

  const sending = () => {
    const details = { name: tab.name, askedAt: new Date(time.now()).toISOString() };
    return record.put({ resource: "tab", key: at, kern, state: "intent", graphId: null, marker: tab.entityId, details });
  };
  let id = record.get("tab", at)?.state === "intent" ? await lookUntilSettled() : null;
  for (let tries = 1; !id; tries += 1) {
    try {
      id = (await workplace.pinTab(order.tenantId, teamId, channelId, appOf(scene), tab, sending)).id;
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || tries >= mostTries) throw error;
      id = await lookUntilSettled();
    }
  }
  await created(scene, { resource: "tab", key: at, graphId: id, marker: tab.entityId, details: { name: tab.name } });
}

/** Gone when it was gone already. */
export async function removeTab({ workplace, order, record, ...scene }: Scene, step: StepOf<"remove-tab">): Promise<void> {
  await workplace.removeTab(order.tenantId, teamIdOf({ workplace, order, record, ...scene }), step.channelId, step.tabId);
  await record.forget("tab", step.key);
}
