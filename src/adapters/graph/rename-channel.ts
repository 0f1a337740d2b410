import type { Graph } from "./client.ts";
import { encoded } from "./odata.ts";
import { freshConsent } from "./settling.ts";

export const permission = "ChannelSettings.ReadWrite.Group";

/** Gives a channel another name and description. A name that Teams refuses or that is taken is `GraphRefused` with 400. */
export async function renameChannel(
  graph: Graph,
  tenant: string,
  teamId: string,
  channelId: string,
  { name, description }: { name: string; description: string },
): Promise<void> {
  await graph.call({
    tenant,
    method: "PATCH",
    path: `/teams/${teamId}/channels/${encoded(channelId)}`,
    traits: { repeat: "harmless", settling: freshConsent },
    body: { displayName: name, description },
  });
}
