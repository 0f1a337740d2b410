import type { TeamsApp } from "@microsoft/microsoft-graph-types";
import type { WorkplaceApp } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { quoted } from "./odata.ts";

export const permission = "AppCatalog.Read.All";

/** The app in the tenant's catalogue by the id of its manifest, with what its newest definition asks for; null when it is not there. */
export async function findApp(graph: Graph, tenant: string, externalId: string): Promise<WorkplaceApp | null> {
  const path = `/appCatalogs/teamsApps?$filter=externalId%20eq%20${quoted(externalId)}&$expand=appDefinitions`;
  const [app] = await graph.list<TeamsApp>({ tenant, path });
  if (!app?.id) return null;
  const newest = app.appDefinitions?.filter(({ publishingState }) => publishingState !== "rejected").at(-1);
  const asked = newest?.authorization?.requiredPermissionSet?.resourceSpecificPermissions ?? [];
  const permissions = asked.flatMap(({ permissionValue }) => permissionValue ?? []);
  return { id: app.id, permissions, version: newest?.version ?? "" };
}
