import type { Team } from "@microsoft/microsoft-graph-types";
import type { WorkplaceTeam } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { freshTeam } from "./settling.ts";
import { readSettings } from "./team-settings.ts";

export const permission = "Team.ReadBasic.All";

const wanted = "id,displayName,description,internalId,isArchived,webUrl,memberSettings,guestSettings,messagingSettings";
const path = (teamId: string) => `/teams/${teamId}?$select=${wanted}`;

/** A team, or null when Graph does not know the id. */
export async function getTeam(graph: Graph, tenant: string, teamId: string): Promise<WorkplaceTeam | null> {
  const traits = { repeat: "harmless" as const, accept: [404] };
  const { status, body } = await graph.call({ tenant, method: "GET", path: path(teamId), traits });
  return status === 404 ? null : read(teamId, body as Team);
}

/** A team that was made a moment ago: 404 only means that it is not there yet. Looking too often would eat up the limit on reads. */
export async function readFreshTeam(graph: Graph, tenant: string, teamId: string): Promise<WorkplaceTeam> {
  const traits = { repeat: "harmless" as const, settling: { ...freshTeam, firstMs: graph.polling.firstMs / 2 } };
  const { body } = await graph.call({ tenant, method: "GET", path: path(teamId), traits });
  return read(teamId, body as Team);
}

function read(id: string, team: Team): WorkplaceTeam {
  const settings = readSettings(team);
  return {
    id,
    name: team.displayName ?? "",
    description: team.description ?? "",
    archived: team.isArchived ?? false,
    url: team.webUrl ?? "",
    mainChannelId: team.internalId ?? null,
    ...(settings ? { settings } : {}),
  };
}
