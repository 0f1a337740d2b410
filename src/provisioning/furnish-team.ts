/** What goes into a team: the app, channels, tabs and owners, each exactly once. */
import type { ResourceKind, Step } from "./contract.ts";
import type { Scene } from "./scene.ts";
import { sameName } from "./wanted.ts";
import { OutcomeUnknown, type WorkplaceApp } from "./workplace.ts";

type StepOf<Deed extends Step["do"]> = Extract<Step, { do: Deed }>;

/** The team of this kern; the steps before this one made it. */
function teamIdOf({ record, kern }: Scene): string {
  const id = record.get("team", kern)?.graphId;
  if (!id) throw new Error(`The team of ${kern} is not there yet.`);
  return id;
}

function appOf({ app }: Scene): WorkplaceApp {
  if (!app) throw new Error("The app is not in the catalogue.");
  return app;
}

async function created(scene: Scene, resource: ResourceKind, key: string, graphId: string, marker: string, name?: string) {
  const { record, kern } = scene;
  await record.put({ resource, key, kern, state: "created", graphId, marker, details: name === undefined ? {} : { name } });
}

export async function installApp(scene: Scene): Promise<void> {
  const app = appOf(scene);
  await scene.workplace.installApp(scene.order.tenantId, teamIdOf(scene), app);
  await created(scene, "app", scene.kern, app.id, scene.order.app.externalId);
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
  const asked = record.get("channel", at)?.state === "intent";
  let id = mainChannelId ?? (first || asked ? await channelNamed(scene, teamId, name) : null);
  for (let tries = 1; !id; tries += 1) {
    await record.put({ resource: "channel", key: at, kern, state: "intent", graphId: null, marker: name, details: { name } });
    try {
      const made = await workplace.makeChannel(order.tenantId, teamId, { name, description });
      id = made?.id ?? (await channelNamed(scene, teamId, name));
      if (!id) throw new Error(`The name ${name} is taken by a channel that was deleted less than 30 days ago.`);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || tries >= mostTries) throw error;
      id = await channelNamed(scene, teamId, name);
    }
  }
  await created(scene, "channel", at, id, name, name);
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

  let id = record.get("tab", at)?.state === "intent" ? await lookUntilSettled() : null;
  for (let tries = 1; !id; tries += 1) {
    const details = { name: tab.name, askedAt: new Date(time.now()).toISOString() };
    await record.put({ resource: "tab", key: at, kern, state: "intent", graphId: null, marker: tab.entityId, details });
    try {
      id = (await workplace.pinTab(order.tenantId, teamId, channelId, appOf(scene), tab)).id;
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || tries >= mostTries) throw error;
      id = await lookUntilSettled();
    }
  }
  await created(scene, "tab", at, id, tab.entityId, tab.name);
}

/** The marker of an owner is the team: a record of the team before it says nothing about this one. */
export async function addOwner(scene: Scene, personId: string): Promise<void> {
  const teamId = teamIdOf(scene);
  await scene.workplace.addOwner(scene.order.tenantId, teamId, personId);
  await created(scene, "owner", `${scene.kern}/${personId}`, personId, teamId);
}
