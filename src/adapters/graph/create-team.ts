import type { Sending, TeamBeingMade, TeamToMake } from "../../provisioning/workplace.ts";
import { type Graph, GraphRefused } from "./client.ts";
import { membership } from "./odata.ts";
import { settingsBody } from "./team-settings.ts";

export const permission = "Team.Create";

/**
 * Asks for a team (POST /teams, answered with 202). The team is private; guests may not make or delete channels; owners may delete
 * messages. Never sent twice: there is no idempotency key and names need not be unique, so an unclear outcome is `OutcomeUnknown`.
 */
export async function createTeam(graph: Graph, tenant: string, team: TeamToMake, sending?: Sending): Promise<TeamBeingMade> {
  const { headers } = await graph.call({
    tenant,
    method: "POST",
    path: "/teams",
    traits: { repeat: "once" },
    sending,
    body: {
      "template@odata.bind": `${graph.root}/teamsTemplates('standard')`,
      displayName: team.name,
      description: team.description,
      visibility: "private",
      firstChannelName: team.firstChannel,
      members: [membership(graph, team.ownerId, ["owner"])],
      ...settingsBody(team.settings),
    },
  });
  const teamId = /\('?([^')]+)'?\)/.exec(headers.get("Content-Location") ?? "")?.[1];
  if (!teamId) {
    const call = { tenant, method: "POST" as const, path: "/teams" };
    throw new GraphRefused(call, 202, "noContentLocation", "The answer does not name the team.");
  }
  return { teamId, operation: headers.get("Location") };
}
