/** Front door of summaries. */
export { noteVisit } from "./note-visit.ts";
export { makeViewInsight } from "./view-insight.ts";
export { viewKernReading } from "./view-kern-reading.ts";
export { viewOverview } from "./view-overview.ts";
export { viewTrends } from "./view-trends.ts";
