import type { TeamSettings } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { knownTeam } from "./settling.ts";
import { settingsBody } from "./team-settings.ts";

export const permission = "TeamSettings.ReadWrite.Group";

/** What members of a team may do. The right comes with the app, which must be installed. */
export async function changeSettings(graph: Graph, tenant: string, teamId: string, settings: TeamSettings): Promise<void> {
  await graph.call({
    tenant,
    method: "PATCH",
    path: `/teams/${teamId}`,
    traits: { repeat: "harmless", settling: knownTeam },
    body: settingsBody(settings),
  });
}
