import type { Team } from "@microsoft/microsoft-graph-types";
import type { TeamSize } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { listMembers } from "./list-members.ts";
import { knownTeam } from "./settling.ts";

export const permission = "Team.ReadBasic.All";

/** How many are in a team, owners included. Graph's own summary is not always filled; then everybody is counted. */
export async function teamSize(graph: Graph, tenant: string, teamId: string): Promise<TeamSize> {
  const { body } = await graph.call({
    tenant,
    method: "GET",
    path: `/teams/${teamId}?$select=id,summary`,
    traits: { repeat: "harmless", settling: knownTeam },
  });
  const summary = (body as Team).summary;
  if (!summary) {
    const members = await listMembers(graph, tenant, teamId);
    return { members: members.length, owners: members.filter(({ owner }) => owner).length };
  }
  const owners = summary.ownersCount ?? 0;
  return { members: owners + (summary.membersCount ?? 0) + (summary.guestsCount ?? 0), owners };
}
