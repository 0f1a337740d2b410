import type { AadUserConversationMemberResult } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";
import { membership } from "./odata.ts";
import { knownTeam } from "./settling.ts";

export const permission = "TeamMember.ReadWrite.All";

const mostPerCall = 200;

/** Pauses before who failed is tried again: a guest made a moment ago is not known to Teams yet, and a part may be throttled. */
const pausesMs = [1_000, 4_000, 20_000, 60_000];
const mayPass = /NotFound|TooManyRequests|ServiceUnavailable|Timeout|BadGateway|InternalServerError/i;

/** Adds plain members, 200 a call. Gives who was not added, with Graph's reason; an answer of 207 names them one by one. */
export async function addMembers(
  graph: Graph,
  tenant: string,
  teamId: string,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  let failed = await addOnce(graph, tenant, teamId, userIds);
  for (const pause of pausesMs) {
    const again = [...failed].flatMap(([userId, { code }]) => (mayPass.test(code) ? [userId] : []));
    if (again.length === 0) break;
    await graph.time.sleep(pause);
    const stillFailed = await addOnce(graph, tenant, teamId, again);
    failed = new Map([...[...failed].filter(([userId]) => !again.includes(userId)), ...stillFailed]);
  }
  return new Map([...failed].map(([userId, { reason }]) => [userId, reason]));
}

async function addOnce(graph: Graph, tenant: string, teamId: string, userIds: readonly string[]) {
  const failed = new Map<string, { code: string; reason: string }>();
  for (let start = 0; start < userIds.length; start += mostPerCall) {
    const { body } = await graph.call({
      tenant,
      method: "POST",
      path: `/teams/${teamId}/members/add`,
      traits: { repeat: "harmless", settling: knownTeam },
      body: { values: userIds.slice(start, start + mostPerCall).map((userId) => membership(graph, userId, [])) },
    });
    for (const { userId, error } of (body as { value: AadUserConversationMemberResult[] }).value) {
      if (userId && error) failed.set(userId, { code: error.code ?? "", reason: error.message ?? error.code ?? "unknown" });
    }
  }
  return failed;
}
