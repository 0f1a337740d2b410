import type { Graph } from "./client.ts";
import { encoded } from "./odata.ts";

export const permission = "TeamsTab.Delete.Group";

/** Takes a tab away; one that is gone already is fine. */
export async function removeTab(graph: Graph, tenant: string, teamId: string, channelId: string, tabId: string): Promise<void> {
  await graph.call({
    tenant,
    method: "DELETE",
    path: `/teams/${teamId}/channels/${encoded(channelId)}/tabs/${encoded(tabId)}`,
    traits: { repeat: "harmless", accept: [404] },
  });
}
