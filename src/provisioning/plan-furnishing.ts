/** The steps inside one team: app, channels, tabs, owners. Pure. */
import type { KernOrder, Order, ResourceDetails, ResourceKind, Said, Step } from "./contract.ts";
import { steps, things } from "./sayings.ts";
import { age, type Owner, type Recorded, type SeenKern } from "./seen.ts";
import { sameName, wantedChannels, wantedTabs } from "./wanted.ts";
import type { WorkplaceChannel } from "./workplace.ts";

/** Graph shows a new member after minutes or hours; until then our own record counts. */
const trustedMs = 24 * 3_600_000;

export interface FurnishingInput {
  order: Order;
  kern: KernOrder;
  recorded: Recorded;
  seen: SeenKern;
  /** Null when the team is still to be made. */
  teamId: string | null;
  owners: readonly Owner[];
  /** Null when the app cannot be installed: then channels and tabs wait, for the rights to make them come with it. */
  appId: string | null;
  now: number;
}

export function planFurnishing(input: FurnishingInput): Step[] {
  return [
    ...(input.appId === null ? [] : [...planApp(input, input.appId), ...planChannels(input), ...planTabs(input)]),
    ...planOwners(input),
  ];
}

/** Writes down what is there already, unless the record says so. */
function note(
  { kern, recorded }: FurnishingInput,
  resource: ResourceKind,
  what: { key: string; graphId: string; marker: string; details?: ResourceDetails; thing: Said },
): Step[] {
  const key = `${kern.slug}${what.key}`;
  const row = recorded.get(resource, key);
  if (row?.state === "created" && row.graphId === what.graphId) return [];
  const text = steps.note(what.thing);
  return [
    { kern: kern.slug, do: "note", resource, key, graphId: what.graphId, marker: what.marker, details: what.details ?? {}, text },
  ];
}

function planApp(input: FurnishingInput, appId: string): Step[] {
  if (!input.seen.hasApp) return [{ kern: input.kern.slug, do: "install-app", text: steps.installApp() }];
  return note(input, "app", { key: "", graphId: appId, marker: input.order.app.externalId, thing: things.app() });
}

function planChannels(input: FurnishingInput): Step[] {
  return wantedChannels(input.kern).channels.flatMap((channel): Step[] => {
    const present = findChannel(input, channel);
    const { key, name, description, first } = channel;
    if (!present)
      return [{ kern: input.kern.slug, do: "make-channel", key, name, description, first, text: steps.makeChannel(name) }];
    return note(input, "channel", {
      key: `/${key}`,
      graphId: present.id,
      marker: name,
      details: { name },
      thing: things.channel(name),
    });
  });
}

/** By the id on record, as the team's own first channel, or by name: so a channel renamed in Teams is not made a second time. */
function findChannel(
  { kern, recorded, seen }: FurnishingInput,
  { key, name, first }: { key: string; name: string; first: boolean },
): WorkplaceChannel | undefined {
  const id = recorded.get("channel", `${kern.slug}/${key}`)?.graphId ?? (first ? seen.team?.mainChannelId : null);
  return seen.channels?.find((channel) => channel.id === id) ?? seen.channels?.find((channel) => sameName(channel.name, name));
}

function planTabs(input: FurnishingInput): Step[] {
  const { channels } = wantedChannels(input.kern);
  return wantedTabs(input.order, input.kern).flatMap(({ key, channel: channelKey, tab }): Step[] => {
    const wanted = channels.find((channel) => channel.key === channelKey);
    const channel = wanted && findChannel(input, wanted);
    const present = channel && input.seen.tabs.get(channel.id)?.find(({ entityId }) => entityId === tab.entityId);
    const text = steps.pinTab(tab.name, wanted?.name ?? channelKey);
    if (!present) return [{ kern: input.kern.slug, do: "pin-tab", key, channel: channelKey, tab, text }];
    return note(input, "tab", {
      key: `/${key}`,
      graphId: present.id,
      marker: tab.entityId,
      details: { name: tab.name },
      thing: things.tab(tab.name),
    });
  });
}

function planOwners({ kern, teamId, owners, seen, recorded, now }: FurnishingInput): Step[] {
  return owners.flatMap(({ id, email }): Step[] => {
    const row = recorded.get("owner", `${kern.slug}/${id}`);
    const justAdded = row?.state === "created" && row.marker === teamId && age(row, now) < trustedMs;
    if (seen.owners.includes(id) || justAdded) return [];
    return [{ kern: kern.slug, do: "add-owner", personId: id, email, text: steps.addOwner(email) }];
  });
}
