import type { Graph } from "./client.ts";
import { removeMember } from "./remove-member.ts";

export const permission = "TeamMember.ReadWrite.All";

/** Takes an owner out of a team; nothing happens to who is not in it. Graph refuses this for the last owner (`GraphRefused`, 400). */
export async function removeOwner(graph: Graph, tenant: string, teamId: string, userId: string): Promise<void> {
  await removeMember(graph, tenant, teamId, userId);
}
