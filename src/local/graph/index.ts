/** The local Microsoft Graph. */
export type { Pace } from "./call.ts";
export { type CatalogApp, catalogId } from "./catalog.ts";
export { type Fault, type FaultKind, type FaultSetting, faultKinds, seeded } from "./faults.ts";
export { type LocalGraph, type LocalGraphOptions, startLocalGraph } from "./server.ts";
