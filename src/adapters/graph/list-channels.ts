import type { Channel } from "@microsoft/microsoft-graph-types";
import type { WorkplaceChannel } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { freshConsent } from "./settling.ts";

export const permission = "ChannelSettings.Read.Group";

export async function listChannels(graph: Graph, tenant: string, teamId: string): Promise<WorkplaceChannel[]> {
  const path = `/teams/${teamId}/channels?$select=id,displayName,isArchived`;
  const channels = await graph.list<Channel>({ tenant, path, traits: { repeat: "harmless", settling: freshConsent } });
  return channels.flatMap(({ id, displayName, isArchived }) =>
    id ? [{ id, name: displayName ?? "", ...(isArchived == null ? {} : { archived: isArchived }) }] : [],
  );
}
