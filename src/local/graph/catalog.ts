/** The organisation's app catalogue: apps an administrator has uploaded. Ids differ per tenant, and from the manifest's id. */
import { createHash } from "node:crypto";

export interface CatalogApp {
  /** The id in the app's manifest. */
  externalId: string;
  displayName: string;
  version: string;
  /** Resource-specific application permissions of the manifest, e.g. "TeamsTab.Create.Group". */
  resourceSpecific: readonly string[];
  /** True when the manifest has a configurable tab; without one no tab can be pinned. */
  configurableTab: boolean;
  /** Uploaded, but Graph does not show it before this moment (milliseconds since 1970); it can take hours. */
  shownFrom?: number;
}

/** The id under which a tenant's catalogue holds an app: always the same for the same pair. */
export function catalogId(tenantId: string, app: CatalogApp): string {
  const hex = createHash("sha256").update(`${tenantId}/${app.externalId}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An app as GET /appCatalogs/teamsApps shows it. */
export function showApp(tenantId: string, app: CatalogApp, withDefinitions: boolean): Record<string, unknown> {
  const id = catalogId(tenantId, app);
  const shown = { id, externalId: app.externalId, displayName: app.displayName, distributionMethod: "organization" };
  return withDefinitions ? { ...shown, appDefinitions: [showDefinition(id, app)] } : shown;
}

export function showDefinition(id: string, app: CatalogApp): Record<string, unknown> {
  return {
    id: Buffer.from(`${id}##${app.version}`).toString("base64"),
    teamsAppId: id,
    displayName: app.displayName,
    version: app.version,
    publishingState: "published",
    authorization: {
      requiredPermissionSet: {
        resourceSpecificPermissions: app.resourceSpecific.map((permissionValue) => ({
          permissionValue,
          permissionType: "application",
        })),
      },
    },
  };
}
