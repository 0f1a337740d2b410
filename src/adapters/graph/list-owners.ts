import type { AadUserConversationMember } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";

export const permission = "TeamMember.ReadWrite.All";

/** Object ids of a team's owners. A filter on roles is refused now and then (known issue), so all members are read. */
export async function listOwners(graph: Graph, tenant: string, teamId: string): Promise<string[]> {
  const members = await graph.list<AadUserConversationMember>({ tenant, path: `/teams/${teamId}/members?$top=999` });
  return members.flatMap(({ userId, roles }) => (userId && roles?.includes("owner") ? [userId] : []));
}
