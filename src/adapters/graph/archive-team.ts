import { archiving } from "./archiving.ts";
import type { Graph } from "./client.ts";
import { getTeam } from "./get-team.ts";

export const permission = "TeamSettings.ReadWrite.Group";

/** Makes a team read-only, and waits until it is. Members and content stay; memberships can still change. */
export function archiveTeam(graph: Graph, tenant: string, teamId: string): Promise<void> {
  return archiving(graph, tenant, `/teams/${teamId}/archive`, async () => (await getTeam(graph, tenant, teamId))?.archived);
}

/** Makes an archived team usable again, and waits until it is. */
export function unarchiveTeam(graph: Graph, tenant: string, teamId: string): Promise<void> {
  return archiving(graph, tenant, `/teams/${teamId}/unarchive`, async () => {
    const team = await getTeam(graph, tenant, teamId);
    return team ? !team.archived : undefined;
  });
}
