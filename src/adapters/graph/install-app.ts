import type { WorkplaceApp } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { appReference, consentTo } from "./odata.ts";
import { knownTeam } from "./settling.ts";

export const permission = "TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All";

/** Installs the app and consents to exactly its resource-specific permissions. 409 means that it is there already. */
export async function installApp(graph: Graph, tenant: string, teamId: string, app: WorkplaceApp): Promise<void> {
  await graph.call({
    tenant,
    method: "POST",
    path: `/teams/${teamId}/installedApps`,
    traits: { repeat: "harmless", accept: [409], settling: knownTeam },
    body: { "teamsApp@odata.bind": appReference(graph, app.id), consentedPermissionSet: consentTo(app.permissions) },
  });
}
