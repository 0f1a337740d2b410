import type { AadUserConversationMember } from "@microsoft/microsoft-graph-types";
import type { WorkplaceMember } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { knownTeam } from "./settling.ts";

export const permission = "TeamMember.ReadWrite.All";

/** Everybody in a team, 999 a page. */
export async function listMembers(graph: Graph, tenant: string, teamId: string): Promise<WorkplaceMember[]> {
  const members = await graph.list<AadUserConversationMember>({
    tenant,
    path: `/teams/${teamId}/members?$top=999`,
    traits: { repeat: "harmless", settling: knownTeam },
  });
  return members.flatMap(({ userId, email, roles }) =>
    userId
      ? [
          {
            id: userId,
            email: email?.toLowerCase() ?? "",
            owner: roles?.includes("owner") ?? false,
            guest: roles?.includes("guest") ?? false,
          },
        ]
      : [],
  );
}

/** Object ids of the owners. A filter on roles is refused now and then (known issue), so all members are read. */
export async function listOwners(graph: Graph, tenant: string, teamId: string): Promise<string[]> {
  return (await listMembers(graph, tenant, teamId)).flatMap(({ id, owner }) => (owner ? [id] : []));
}
