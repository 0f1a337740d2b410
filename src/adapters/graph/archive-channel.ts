import { archiving } from "./archiving.ts";
import type { Graph } from "./client.ts";
import { listChannels } from "./list-channels.ts";
import { encoded } from "./odata.ts";

/** There is no resource-specific permission for this. */
export const permission = "ChannelSettings.ReadWrite.All";

/** Makes a channel read-only, and waits until it is. Graph refuses this for the team's first channel. */
export function archiveChannel(graph: Graph, tenant: string, teamId: string, channelId: string): Promise<void> {
  const path = `/teams/${teamId}/channels/${encoded(channelId)}/archive`;
  return archiving(graph, tenant, path, () => isArchived(graph, tenant, teamId, channelId));
}

/** Makes an archived channel usable again, and waits until it is. */
export function unarchiveChannel(graph: Graph, tenant: string, teamId: string, channelId: string): Promise<void> {
  const path = `/teams/${teamId}/channels/${encoded(channelId)}/unarchive`;
  return archiving(graph, tenant, path, async () => {
    const archived = await isArchived(graph, tenant, teamId, channelId);
    return archived === undefined ? undefined : !archived;
  });
}

async function isArchived(graph: Graph, tenant: string, teamId: string, channelId: string): Promise<boolean | undefined> {
  const channels = await listChannels(graph, tenant, teamId);
  return channels.find(({ id }) => id === channelId)?.archived;
}
