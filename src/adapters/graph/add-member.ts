import type { AadUserConversationMember } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";
import { findMember } from "./find-member.ts";
import { membership } from "./odata.ts";
import { freshGuest } from "./settling.ts";

export const permission = "TeamMember.ReadWrite.All";

/**
 * Makes a person a member. Looks first: adding somebody twice has been seen to remove him (graph-docs-contrib #4502). A guest made
 * a moment ago is waited for.
 */
export async function addMember(graph: Graph, tenant: string, teamId: string, userId: string): Promise<void> {
  if (await findMember(graph, tenant, teamId, userId)) return;
  await post(graph, tenant, teamId, userId, []);
}

/** Makes a person owner: one at a time, and the role is read back, because Graph drops it in silence at times. */
export async function addOwner(graph: Graph, tenant: string, teamId: string, userId: string): Promise<void> {
  const present = await findMember(graph, tenant, teamId, userId);
  if (present?.owner) return;
  const added = present ? null : await post(graph, tenant, teamId, userId, ["owner"]);
  if (added?.roles?.includes("owner")) return;
  const membershipId = present?.membershipId ?? added?.id;
  await graph.call({
    tenant,
    method: "PATCH",
    path: `/teams/${teamId}/members/${membershipId}`,
    traits: { repeat: "harmless", settling: freshGuest },
    body: { "@odata.type": "#microsoft.graph.aadUserConversationMember", roles: ["owner"] },
  });
}

async function post(graph: Graph, tenant: string, teamId: string, userId: string, roles: readonly string[]) {
  const { body } = await graph.call({
    tenant,
    method: "POST",
    path: `/teams/${teamId}/members`,
    traits: { repeat: "harmless", settling: freshGuest },
    body: membership(graph, userId, roles),
  });
  return body as AadUserConversationMember;
}
