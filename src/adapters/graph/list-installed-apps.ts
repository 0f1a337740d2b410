import type { TeamsAppInstallation } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";
import { freshTeam } from "./settling.ts";

export const permission = "TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All";

/** Catalogue ids of the apps in a team. */
export async function listInstalledApps(graph: Graph, tenant: string, teamId: string): Promise<string[]> {
  const path = `/teams/${teamId}/installedApps?$expand=teamsApp`;
  const installed = await graph.list<TeamsAppInstallation>({ tenant, path, traits: { repeat: "harmless", settling: freshTeam } });
  return installed.flatMap(({ teamsApp }) => teamsApp?.id ?? []);
}
