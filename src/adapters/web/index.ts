/** Front door of the web edge. */
export type { Actions } from "./actions.ts";
export { certificateAssertion, managedIdentityAssertion } from "./client-assertion.ts";
export type { EntraSettings } from "./entra-token.ts";
export type { Readiness } from "./health.ts";
export type { LimitSettings } from "./limits.ts";
export type { BrowserSignInSettings } from "./microsoft-sign-in.ts";
export type { Municipality } from "./municipalities.ts";
export { openApiDocument } from "./openapi.ts";
export type { ExtraHandler } from "./own-routes.ts";
export type { WebLog } from "./request-log.ts";
export { makeRoutes } from "./routes.ts";
export { startWeb, type Web, type WebOptions } from "./server.ts";
export type { People } from "./who-is-asking.ts";
