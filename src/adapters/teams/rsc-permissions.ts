/**
 * What the app asks for in each team it is installed in (resource-specific consent), application permissions only. The manifest
 * declares this list and provisioning consents to exactly this list at installation: Graph refuses any difference.
 * The bot needs none of them; they keep provisioning from needing the same rights in every team of the municipality.
 */
export const resourceSpecificPermissions = [
  "Channel.Create.Group",
  "ChannelSettings.Read.Group",
  "TeamsTab.Create.Group",
  "TeamsTab.Read.Group",
] as const;
