import type { Graph } from "./client.ts";
import { findMember } from "./find-member.ts";

export const permission = "TeamMember.ReadWrite.All";

/** Takes a person out of a team; the account stays in the directory. False when Graph shows no membership. */
export async function removeMember(graph: Graph, tenant: string, teamId: string, userId: string): Promise<boolean> {
  const member = await findMember(graph, tenant, teamId, userId);
  if (!member) return false;
  await graph.call({
    tenant,
    method: "DELETE",
    path: `/teams/${teamId}/members/${member.membershipId}`,
    traits: { repeat: "harmless", accept: [404] },
  });
  return true;
}
