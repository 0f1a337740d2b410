import type { TeamsAppInstallation } from "@microsoft/microsoft-graph-types";
import type { InstalledApp, WorkplaceApp } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { knownTeam } from "./settling.ts";

export const permission = "TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All";

/** The app in a team with the version that is installed there; null when it is not. */
export async function installedApp(
  graph: Graph,
  tenant: string,
  teamId: string,
  app: WorkplaceApp,
): Promise<InstalledApp | null> {
  const path = `/teams/${teamId}/installedApps?$expand=teamsApp,teamsAppDefinition`;
  const traits = { repeat: "harmless" as const, settling: knownTeam };
  const installed = await graph.list<TeamsAppInstallation>({ tenant, path, traits });
  const own = installed.find(({ teamsApp }) => teamsApp?.id === app.id);
  return own?.id ? { installationId: own.id, version: own.teamsAppDefinition?.version ?? "" } : null;
}
