/** What one kern should have in Teams, and by what marks it is recognised. Pure. */
import type { KernOrder, Order, TabOrder, TabTemplate } from "./contract.ts";

export interface WantedChannel {
  key: string;
  name: string;
  description: string;
  /** Comes into being together with the team. */
  first: boolean;
}

export interface WantedTab {
  key: string;
  channel: string;
  tab: TabOrder;
}

/**
 * The sign by which a team is recognised as that of a kern, whatever its name is: Graph has no idempotency key, and names of teams
 * need not be unique. The bracket keeps "giessen" apart from "giessenburg".
 */
export function markerOf(municipality: string, kern: string): string {
  return `[kernplein:${municipality}/${kern}]`;
}

/** What people read under the team's name, with the marker at the end. */
export function descriptionOf(municipality: string, kern: KernOrder): string {
  const about = kern.theme?.about || `Het dorpsplein van ${kern.name}: nieuws, voorstellen en stemmingen.`;
  return `${about} ${markerOf(municipality, kern.slug)}`;
}

/**
 * Algemeen, Voorstellen (not in a theme team: it brings no proposals), then one channel per village group. A group whose channel name is empty or already taken is in `leftOut`,
 * for Teams refuses both.
 */
export function wantedChannels(kern: KernOrder): { channels: WantedChannel[]; leftOut: string[] } {
  const channels: WantedChannel[] = [
    { key: "algemeen", name: "Algemeen", description: `Voor iedereen in ${kern.name}.`, first: true },
  ];
  if (!kern.theme)
    channels.push({
      key: "voorstellen",
      name: "Voorstellen",
      description: `Voorstellen en stemmingen in ${kern.name}.`,
      first: false,
    });
  const leftOut: string[] = [];
  for (const { name, channel } of kern.villageGroups) {
    const taken = channels.some((other) => sameName(other.name, channel));
    if (channel === "" || taken) leftOut.push(name);
    else channels.push({ key: groupKey(channel, channels), name: channel, description: `Kanaal van ${name}.`, first: false });
  }
  return { channels, leftOut };
}

/** `drift`: "tab-removed/voorstellen-arkel". */
export function isAccepted({ accepted }: KernOrder, drift: string): boolean {
  return accepted?.includes(drift) ?? false;
}

/** Teams compares channel names without regard to capitals. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** "groep-" and the name in small letters and dashes; a number behind it when two names come to the same. */
function groupKey(name: string, taken: readonly WantedChannel[]): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const key = `groep-${plain || "zonder-letters"}`;
  let number = 2;
  let free = key;
  while (taken.some((other) => other.key === free)) free = `${key}-${number++}`;
  return free;
}

/** None in a theme team: it has no page of its own. */
export function wantedTabs(order: Order, kern: KernOrder): WantedTab[] {
  if (kern.theme) return [];
  return order.app.tabs.map((template) => {
    const tab = filledIn(template, kern.slug);
    return { key: `${template.channel}/${tab.entityId}`, channel: template.channel, tab };
  });
}

function filledIn({ name, entityId, contentUrl, websiteUrl }: TabTemplate, slug: string): TabOrder {
  const fill = (text: string) => text.replaceAll("{kern}", slug);
  return { name, entityId: fill(entityId), contentUrl: fill(contentUrl), websiteUrl: fill(websiteUrl) };
}
