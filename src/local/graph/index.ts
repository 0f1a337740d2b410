/** The local Microsoft Graph. */
export { type CatalogApp, catalogId } from "./catalog.ts";
export { type Fault, type LocalGraphOptions, type Pace, startLocalGraph } from "./server.ts";
