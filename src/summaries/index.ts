/** Front door of summaries. */
export { viewKernReading } from "./view-kern-reading.ts";
export { viewOverview } from "./view-overview.ts";
