import type { Graph } from "./client.ts";
import { knownTeam } from "./settling.ts";

export const permission = "TeamSettings.ReadWrite.Group";

/** Gives a team another name and description. The right comes with the app, which must be installed. */
export async function renameTeam(
  graph: Graph,
  tenant: string,
  teamId: string,
  { name, description }: { name: string; description: string },
): Promise<void> {
  await graph.call({
    tenant,
    method: "PATCH",
    path: `/teams/${teamId}`,
    traits: { repeat: "harmless", settling: knownTeam },
    body: { displayName: name, description },
  });
}
