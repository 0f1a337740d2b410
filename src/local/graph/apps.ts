/** The app catalogue and the apps installed in a team, with their resource-specific consent. */
import { z } from "zod";
import { badRequest, boundId, type Call, GraphFault, notFound, type Route, read, teamOf } from "./call.ts";
import { type CatalogApp, catalogId, showApp, showDefinition } from "./catalog.ts";
import { collection } from "./odata.ts";
import type { GraphInstallation } from "./state.ts";

const withConsent = [
  "TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All",
  "TeamsAppInstallation.ReadWriteAndConsentForTeam.All",
];
const withoutConsent = ["TeamsAppInstallation.ReadWriteSelfForTeam.All", "TeamsAppInstallation.ReadWriteForTeam.All"];

const consent = z.strictObject({
  resourceSpecificPermissions: z.array(
    z.strictObject({ permissionValue: z.string(), permissionType: z.enum(["application", "delegated"]) }),
  ),
});
const installBody = z.strictObject({ "teamsApp@odata.bind": z.string(), consentedPermissionSet: consent.optional() });
const upgradeBody = z.strictObject({ consentedPermissionSet: consent.optional() }).default({});

/** The permissions consented to; refused unless they are exactly those of the app's definition. */
function consentFor(call: Call, app: CatalogApp, given: z.output<typeof consent> | undefined): string[] {
  const consented = (given?.resourceSpecificPermissions ?? []).map(({ permissionValue }) => permissionValue);
  if (app.resourceSpecific.length > 0 && !call.roles.some((role) => withConsent.includes(role))) {
    throw new GraphFault(
      403,
      "Authorization_RequestDenied",
      "The permission of this app does not cover resource-specific consent.",
    );
  }
  if ([...consented].sort().join() !== [...app.resourceSpecific].sort().join()) {
    throw badRequest("The consented permissions do not equal the resource-specific permissions of the app definition.");
  }
  return consented;
}

const uploaded = (call: Call) => call.catalog.filter(({ shownFrom = 0 }) => call.now >= shownFrom);

function install(call: Call) {
  const team = teamOf(call);
  const body = read(installBody, call.body);
  const appId = boundId(body["teamsApp@odata.bind"]);
  const app = uploaded(call).find((one) => catalogId(call.tenant.id, one) === appId);
  if (!app) throw new GraphFault(404, "NotFound", "App could not be found in the catalog of the tenant.");
  if (team.installedApps.some((installed) => installed.appId === appId)) {
    throw new GraphFault(409, "Conflict", "The requested app is already installed in the target team.");
  }
  const consented = consentFor(call, app, body.consentedPermissionSet);
  const id = Buffer.from(`${team.id}##${appId}`).toString("base64");
  team.installedApps.push({ id, appId, version: app.version, consented });
  call.changed();
  return { status: 201, headers: { Location: `/teams('${team.id}')/installedApps('${id}')` } };
}

function installationOf(call: Call): GraphInstallation {
  const installed = teamOf(call).installedApps.find(({ id }) => id === call.params.installation);
  if (!installed) throw notFound("The app is not installed in the team.");
  return installed;
}

/** To the catalogue's version; consent is given anew, since the new version may ask for other permissions. */
function upgrade(call: Call) {
  const installed = installationOf(call);
  const body = read(upgradeBody, call.body);
  const app = uploaded(call).find((one) => catalogId(call.tenant.id, one) === installed.appId);
  if (!app) throw new GraphFault(404, "NotFound", "App could not be found in the catalog of the tenant.");
  installed.consented = consentFor(call, app, body.consentedPermissionSet);
  installed.version = app.version;
  call.changed();
  return { status: 204 };
}

function uninstall(call: Call) {
  const team = teamOf(call);
  team.installedApps.splice(team.installedApps.indexOf(installationOf(call)), 1);
  call.changed();
  return { status: 204 };
}

function showInstallation(call: Call, installed: GraphInstallation): Record<string, unknown> {
  const app = call.catalog.find((one) => catalogId(call.tenant.id, one) === installed.appId);
  const expand = call.query.get("$expand") ?? "";
  return {
    id: installed.id,
    consentedPermissionSet: {
      resourceSpecificPermissions: installed.consented.map((permissionValue) => ({
        permissionValue,
        permissionType: "application",
      })),
    },
    ...(app && /\bteamsApp\b/.test(expand) ? { teamsApp: showApp(call.tenant.id, app, false) } : {}),
    ...(app && /\bteamsAppDefinition\b/.test(expand)
      ? { teamsAppDefinition: showDefinition(installed.appId, { ...app, version: installed.version }) }
      : {}),
  };
}

export const appRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/appCatalogs/teamsApps",
    permissions: ["AppCatalog.Read.All", "AppCatalog.ReadWrite.All"],
    handle(call) {
      const expanded = (call.query.get("$expand") ?? "").startsWith("appDefinitions");
      const shown = uploaded(call).map((app) => showApp(call.tenant.id, app, expanded));
      return collection(call, shown, ["externalId", "id", "displayName", "distributionMethod"]);
    },
  },
  {
    method: "GET",
    path: "/teams/{team}/installedApps",
    permissions: [...withConsent, ...withoutConsent, "TeamsAppInstallation.Read.All", "TeamsAppInstallation.ReadForTeam.All"],
    specific: ["TeamsAppInstallation.Read.Group"],
    handle: (call) =>
      collection(
        call,
        teamOf(call).installedApps.map((installed) => showInstallation(call, installed)),
        ["id"],
      ),
  },
  { method: "POST", path: "/teams/{team}/installedApps", permissions: [...withConsent, ...withoutConsent], handle: install },
  {
    method: "POST",
    path: "/teams/{team}/installedApps/{installation}/upgrade",
    permissions: [...withConsent, ...withoutConsent],
    handle: upgrade,
  },
  {
    method: "DELETE",
    path: "/teams/{team}/installedApps/{installation}",
    permissions: withoutConsent,
    handle: uninstall,
  },
];
