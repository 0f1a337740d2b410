/** All that others may know of provisioning: what is asked, what it takes, what is announced, and the administrators' page. */
export type { Said } from "../shared/said.ts";
export * from "./admin-contract.ts";
export * from "./fact-contract.ts";
export * from "./order-contract.ts";
export * from "./plan-contract.ts";
