/** The steps inside one team: app, channels, tabs. Pure. */
import type { KernOrder, Order, ResourceDetails, ResourceKind, Said, Step } from "./contract.ts";
import { steps, things } from "./sayings.ts";
import { age, freshMs, type Recorded, type ResourceRow, type SeenKern } from "./seen.ts";
import { isAccepted, sameName, type WantedChannel, wantedChannels, wantedTabs } from "./wanted.ts";
import type { WorkplaceApp, WorkplaceChannel } from "./workplace.ts";

export interface Furnishing {
  order: Order;
  kern: KernOrder;
  recorded: Recorded;
  seen: SeenKern;
  /** Null when the team is still to be made. */
  teamId: string | null;
  /** Null when the app cannot be installed: then channels and tabs wait, for the rights to make them come with it. */
  app: WorkplaceApp | null;
  now: number;
}

export function planFurnishing(input: Furnishing): Step[] {
  if (!input.app) return [];
  const planned = [...planApp(input, input.app), ...planChannels(input), ...planTabs(input)];
  return planned.filter(({ drift }) => drift === undefined || !isAccepted(input.kern, drift));
}

/** Writes down what is there already, unless the record says so. */
export function note(
  { kern, recorded }: Pick<Furnishing, "kern" | "recorded">,
  resource: ResourceKind,
  what: { key: string; graphId: string; marker: string; details?: ResourceDetails; thing: Said },
): Step[] {
  const key = `${kern.slug}${what.key}`;
  const row = recorded.get(resource, key);
  // The id of a person says nothing about which team: that is in the marker.
  const sameTeam = (resource !== "owner" && resource !== "member") || row?.marker === what.marker;
  if (row?.state === "created" && row.graphId === what.graphId && sameTeam) return [];
  const { graphId, marker, details = {} } = what;
  return [{ kern: kern.slug, do: "note", resource, key, graphId, marker, details, text: steps.note(what.thing) }];
}

/** Made for the team that is there now: a new team begins with an empty record. */
function wasMade({ seen }: Furnishing, row: ResourceRow | undefined): row is ResourceRow {
  return seen.team !== null && row?.state === "created";
}

function planApp(input: Furnishing, app: WorkplaceApp): Step[] {
  const { kern, recorded, seen, order, now } = input;
  const row = recorded.get("app", kern.slug);
  if (!seen.app) {
    const step: Step = { kern: kern.slug, do: "install-app", text: steps.installApp() };
    return [wasMade(input, row) ? { ...step, drift: "app-removed" } : step];
  }
  const { installationId, version } = seen.app;
  const late = row?.details.version === app.version && age(row, now) < freshMs;
  if (version === app.version || late)
    return note(input, "app", { key: "", graphId: app.id, marker: order.app.externalId, thing: things.app() });
  const text = steps.upgradeApp(version, app.version);
  return [{ kern: kern.slug, do: "upgrade-app", installationId, text, drift: "app-outdated" }];
}

function planChannels(input: Furnishing): Step[] {
  const { channels } = wantedChannels(input.kern);
  return [...channels.flatMap((channel) => planChannel(input, channel)), ...planLeavingChannels(input, channels)];
}

function planChannel(input: Furnishing, channel: WantedChannel): Step[] {
  const { kern, recorded, now } = input;
  const { key, name, description, first } = channel;
  const present = findChannel(input, channel);
  const row = recorded.get("channel", `${kern.slug}/${key}`);
  if (!present) {
    if (isAccepted(kern, `channel-deleted/${key}`)) return [];
    const make: Step = { kern: kern.slug, do: "make-channel", key, name, description, first, text: steps.makeChannel(name) };
    return [wasMade(input, row) ? { ...make, drift: `channel-deleted/${key}` } : make];
  }
  const known = row?.state === "created" && row.graphId === present.id;
  const trusted = known && age(row, now) < freshMs;
  const planned = note(input, "channel", {
    key: `/${key}`,
    graphId: present.id,
    marker: name,
    details: { name: present.name },
    thing: things.channel(name),
  });
  const at = { kern: kern.slug, key, channelId: present.id };
  const byUs = known && row.details.archived === true;
  if (byUs || (present.archived && !trusted)) {
    const step: Step = { ...at, do: "unarchive-channel", name, text: steps.unarchiveChannel(name) };
    planned.push(byUs ? step : { ...step, drift: `channel-archived/${key}` });
  }
  // The first channel is named with the team; what the client calls it differs by language.
  if (known && !first && !trusted && present.name !== name) {
    const text = steps.renameChannel(present.name, name);
    planned.push({ ...at, do: "rename-channel", name, description, text, drift: `channel-renamed/${key}` });
  }
  return planned;
}

/** A village group that left the file: its channel is archived, never deleted. */
function planLeavingChannels({ kern, recorded, seen }: Furnishing, wanted: readonly WantedChannel[]): Step[] {
  const rows = recorded.all("channel").filter((row) => row.kern === kern.slug && row.state === "created");
  return rows.flatMap(({ key: at, graphId, details, marker }): Step[] => {
    const key = at.slice(kern.slug.length + 1);
    const present = seen.channels?.find(({ id }) => id === graphId);
    if (!present || wanted.some((channel) => channel.key === key) || details.archived) return [];
    const name = details.name ?? marker;
    return [{ kern: kern.slug, do: "archive-channel", key, channelId: present.id, name, text: steps.archiveChannel(name) }];
  });
}

/** By the id on record, as the team's own first channel, or by name: so a channel renamed in Teams is not made a second time. */
function findChannel({ kern, recorded, seen }: Furnishing, { key, name, first }: WantedChannel): WorkplaceChannel | undefined {
  const id = recorded.get("channel", `${kern.slug}/${key}`)?.graphId ?? (first ? seen.team?.mainChannelId : null);
  return seen.channels?.find((channel) => channel.id === id) ?? seen.channels?.find((channel) => sameName(channel.name, name));
}

function planTabs(input: Furnishing): Step[] {
  const { kern, recorded, seen } = input;
  const { channels } = wantedChannels(kern);
  const tabs = wantedTabs(input.order, kern);
  const leaving = recorded.all("tab").flatMap((row): Step[] => {
    if (row.kern !== kern.slug || tabs.some(({ key }) => row.key === `${kern.slug}/${key}`)) return [];
    const [channelId] = [...seen.tabs].find(([, pinned]) => pinned.some(({ id }) => id === row.graphId)) ?? [];
    if (!channelId || !row.graphId) return [];
    const text = steps.removeTab(row.details.name ?? row.marker);
    return [{ kern: kern.slug, do: "remove-tab", key: row.key, channelId, tabId: row.graphId, text }];
  });
  const pinning = tabs.flatMap(({ key, channel: channelKey, tab }): Step[] => {
    const wanted = channels.find((channel) => channel.key === channelKey);
    const channel = wanted && findChannel(input, wanted);
    const present = channel && seen.tabs.get(channel.id)?.find(({ entityId }) => entityId === tab.entityId);
    if (present) {
      const what = { key: `/${key}`, graphId: present.id, marker: tab.entityId, details: { name: tab.name } };
      return note(input, "tab", { ...what, thing: things.tab(tab.name) });
    }
    if (!channel && isAccepted(kern, `channel-deleted/${channelKey}`)) return [];
    const text = steps.pinTab(tab.name, wanted?.name ?? channelKey);
    const pin: Step = { kern: kern.slug, do: "pin-tab", key, channel: channelKey, tab, text };
    return [
      channel && wasMade(input, recorded.get("tab", `${kern.slug}/${key}`))
        ? { ...pin, drift: `tab-removed/${tab.entityId}` }
        : pin,
    ];
  });
  return [...leaving, ...pinning];
}
