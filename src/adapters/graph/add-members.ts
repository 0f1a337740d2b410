import type { AadUserConversationMemberResult } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";
import { membership } from "./odata.ts";

export const permission = "TeamMember.ReadWrite.All";

const mostPerCall = 200;

/** Adds plain members, 200 a call. Gives who was not added, with Graph's reason; an answer of 207 names them one by one. */
export async function addMembers(
  graph: Graph,
  tenant: string,
  teamId: string,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  const failed = new Map<string, string>();
  for (let start = 0; start < userIds.length; start += mostPerCall) {
    const { body } = await graph.call({
      tenant,
      method: "POST",
      path: `/teams/${teamId}/members/add`,
      body: { values: userIds.slice(start, start + mostPerCall).map((userId) => membership(graph, userId, [])) },
    });
    for (const { userId, error } of (body as { value: AadUserConversationMemberResult[] }).value) {
      if (userId && error) failed.set(userId, error.message ?? error.code ?? "unknown");
    }
  }
  return failed;
}
