import permissions from "../../../infra/entra/permissions.json" with { type: "json" };

/**
 * What the app asks for in each team it is installed in (resource-specific consent), application permissions only; the list with its
 * reasons stands in infra/entra/permissions.json. The manifest declares exactly this list and provisioning consents to exactly what
 * the installed app declares: Graph refuses any difference. The bot itself needs none of them.
 */
export const resourceSpecificPermissions: readonly string[] = permissions.resourceSpecific.map(({ name }) => name);
