/** The addresses of /v1 behind the pages about whole kernen. */
import type { InsightView, KernReading, OverviewView, TrendsView, VisitNews } from "../../summaries/contract.ts";
import { call } from "../call.ts";

export const summariesApi = {
  overview: () => call<OverviewView>("GET", "overzichten"),
  reading: (kern: string) => call<KernReading>("GET", `kernen/${encodeURIComponent(kern)}/overzichten`),
  trends: (kern: string) => call<TrendsView>("GET", "trends", { query: { kern: kern || undefined } }),
  insight: (kern: string) => call<InsightView>("GET", "inzichten", { query: { kern: kern || undefined } }),
  noteVisit: () => call<VisitNews>("PUT", "raadsbezoeken/ik", { body: {} }),
};

export const summariesKeys = {
  overview: ["overview"] as const,
  reading: (kern: string) => ["overview", kern] as const,
  /** Of all kernen with "". */
  trends: (kern: string) => ["trends", kern] as const,
  insight: (kern: string) => ["insight", kern] as const,
  news: ["news"] as const,
};
