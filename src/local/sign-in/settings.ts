/** What the local sign-in plays: one app registration and its permissions. */

/** Client id of the app as the local Entra knows it. Plainly no real one. */
export const localClientId = "10ca1000-0000-4000-8000-000000000001";

/** Where the local Entra stands, on the origin of this very server. */
export const authorityPath = "/local/entra";

/** The scope that the tab and scripts ask for. */
export const ownScope = "access_as_user";

export const graphAudience = "https://graph.microsoft.com";
/** Entra's id of Microsoft Graph, which stands as audience in some tokens. */
export const graphScope = `${graphAudience}/.default`;
