/** The Graph adapter. */
export { type Check, checkGraph } from "./check.ts";
export { type Graph, type GraphOptions, GraphRefused, openGraph } from "./client.ts";
export type { SentRequest } from "./middleware.ts";
export { machineTime, type Time } from "./time.ts";
export { clientCredentialTokens, type EntraIdentity, entraTokens, type TokenSource } from "./token-source.ts";
export { graphWorkplace } from "./workplace.ts";
