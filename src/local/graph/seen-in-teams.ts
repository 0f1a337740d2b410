/** What a person sees of her tenant in the window of Teams, and does there by hand; for the local frame, which plays that window. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, notFound, read } from "./call.ts";
import type { GraphState } from "./keeping.ts";
import { type GraphChannel, type GraphTab, isArchived } from "./state.ts";

const tenantId = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/);
const tabBody = z.strictObject({
  tenant: tenantId,
  team: z.string(),
  channel: z.string(),
  displayName: z.string().min(1).max(128),
  configuration: z.strictObject({ entityId: z.string(), contentUrl: z.url(), websiteUrl: z.url() }),
});

const showTab = ({ id, displayName: name, configuration }: GraphTab) => ({ id, name, ...configuration });
const showChannel = ({ id, displayName: name, tabs }: GraphChannel) => ({ id, name, tabs: tabs.map(showTab) });

/** Every team that is there and not archived, with its channels, their tabs, and the ids of its members. */
export function teamsSeen(state: GraphState, query: URLSearchParams, now: number): Answer {
  const { teams } = state.tenant(read(tenantId, query.get("tenant")));
  const seen = [...teams.values()].filter((team) => team.visibleAt <= now && !isArchived(team.archive, now));
  const body = seen.map(({ id, internalId, displayName: name, description, members, channels }) => ({
    id,
    internalId,
    name,
    description: description ?? "",
    members: members.map(({ userId }) => userId),
    channels: channels.filter(({ archive }) => !isArchived(archive, now)).map(showChannel),
  }));
  return { status: 200, body };
}

/** A tab that somebody added to a channel by the plus sign. */
export function addTabByHand(state: GraphState, body: unknown): Answer {
  const given = read(tabBody, body);
  const tenant = state.tenant(given.tenant);
  const team = tenant.teams.get(given.team);
  const channel = team?.channels.find(({ id }) => id === given.channel);
  if (!team || !channel) throw notFound("There is no such channel.");
  const appId = team.installedApps[0]?.appId;
  if (!appId) throw notFound("The app is not installed in the team.");
  const tab: GraphTab = {
    id: randomUUID(),
    displayName: given.displayName,
    appId,
    configuration: { ...given.configuration, removeUrl: null },
  };
  channel.tabs.push(tab);
  state.touch(tenant);
  return { status: 201, body: showTab(tab) };
}
