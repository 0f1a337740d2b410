import type { Team } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";
import { listMembers } from "./list-members.ts";
import { knownTeam } from "./settling.ts";

export const permission = "Team.ReadBasic.All";

/** How many are in a team. Graph's own summary is not always filled; then everybody is counted. */
export async function countMembers(graph: Graph, tenant: string, teamId: string): Promise<number> {
  const { body } = await graph.call({
    tenant,
    method: "GET",
    path: `/teams/${teamId}?$select=id,summary`,
    traits: { repeat: "harmless", settling: knownTeam },
  });
  const summary = (body as Team).summary;
  if (!summary) return (await listMembers(graph, tenant, teamId)).length;
  return (summary.ownersCount ?? 0) + (summary.membersCount ?? 0) + (summary.guestsCount ?? 0);
}
