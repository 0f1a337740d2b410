import type { WorkplaceApp } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { consentTo, encoded } from "./odata.ts";
import { knownTeam } from "./settling.ts";

export const permission = "TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All";

/** Brings the app in a team to the catalogue's version. The consent is given anew: the new version may ask for other permissions. */
export async function upgradeApp(
  graph: Graph,
  tenant: string,
  teamId: string,
  app: WorkplaceApp,
  installationId: string,
): Promise<void> {
  await graph.call({
    tenant,
    method: "POST",
    path: `/teams/${teamId}/installedApps/${encoded(installationId)}/upgrade`,
    traits: { repeat: "harmless", settling: knownTeam },
    body: { consentedPermissionSet: consentTo(app.permissions) },
  });
}
