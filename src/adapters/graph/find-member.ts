import type { AadUserConversationMember } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";
import { encoded } from "./odata.ts";
import { knownTeam } from "./settling.ts";

export const permission = "TeamMember.ReadWrite.All";

export interface FoundMember {
  membershipId: string;
  owner: boolean;
}

/** A person's membership of a team; null when Graph shows none (yet). */
export async function findMember(graph: Graph, tenant: string, teamId: string, userId: string): Promise<FoundMember | null> {
  const filter = encoded(`(microsoft.graph.aadUserConversationMember/userId eq '${userId}')`);
  const [member] = await graph.list<AadUserConversationMember>({
    tenant,
    path: `/teams/${teamId}/members?$filter=${filter}`,
    traits: { repeat: "harmless", settling: knownTeam },
  });
  return member?.id ? { membershipId: member.id, owner: member.roles?.includes("owner") ?? false } : null;
}
