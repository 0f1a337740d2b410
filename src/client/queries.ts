/** How answers of the server are kept: what counts as fresh, when to ask again. */
import { QueryClient } from "@tanstack/react-query";
import { Problem } from "./problem.ts";

/** Tries twice more when no answer came or the server stumbled; a refusal is final, and without network trying is no use. */
export function shouldRetry(failures: number, fault: unknown): boolean {
  return (
    failures < 2 &&
    globalThis.navigator?.onLine !== false &&
    fault instanceof Problem &&
    fault.mayPass &&
    fault.code !== "timed-out"
  );
}

/** Pages of a list that are asked for again together, one after the other. */
const mostPages = 10;

/**
 * Whether somebody paged on so far in a list that asking for it all again, at every change and at every return, would be a hundred
 * questions. Such a list stays as it was read until it is opened by another choice or later anew.
 */
export function isDeep({ state }: { state: { data: unknown } }): boolean {
  return pagesIn(state.data) > mostPages;
}

/** How many pages of a list were fetched; 0 for an answer that is no list of pages. */
export function pagesIn(data: unknown): number {
  const pages: unknown = typeof data === "object" && data !== null && "pages" in data ? data.pages : null;
  return Array.isArray(pages) ? pages.length : 0;
}

export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: shouldRetry,
        refetchOnWindowFocus: (query) => !isDeep(query),
        refetchOnMount: (query) => !isDeep(query),
        refetchOnReconnect: (query) => !isDeep(query),
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** Names under which answers are kept; a change clears everything under its first word. */
export const keys = {
  me: ["me"] as const,
  kernen: ["kernen"] as const,
  kern: (municipality: string, kern: string) => ["kernen", municipality, kern] as const,
  proposals: (filter: object) => ["proposals", "list", filter] as const,
  proposal: (id: string) => ["proposals", "one", id] as const,
  similar: (kern: string, text: string) => ["similar", kern, text] as const,
  polls: (kern: string | undefined) => ["polls", "list", kern ?? ""] as const,
  poll: (id: string) => ["polls", "one", id] as const,
  publicPoll: (id: string) => ["polls", "public", id] as const,
  invitations: ["meetings", "invitations"] as const,
  desk: ["desk"] as const,
};
