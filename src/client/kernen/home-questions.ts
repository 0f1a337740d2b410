/** The addresses of /v1 that the home of a kern asks, in one place: early.ts asks them before the page has begun. */
import type { Question } from "../call.ts";

const part = encodeURIComponent;

export interface ProposalsFilter {
  kern?: string;
  q?: string;
  sort?: "newest" | "most-supported" | "most-discussed";
  show?: "published" | "mine";
  treatment?: "in-treatment" | "answered" | "done";
  cursor?: string;
  limit?: number;
}

export const questions = {
  me: (): Question => ["personen/ik"],
  kern: (municipality: string, kern: string): Question => [`kernen/${part(kern)}`, { gemeente: municipality }],
  polls: (kern?: string, state?: string): Question => ["stemmingen", { kern, state }],
  invitations: (): Question => ["personen/ik/uitnodigingen"],
  proposals: (filter: ProposalsFilter): Question => ["voorstellen", { ...filter }],
};

/** One's own proposals in a kern, to see which of them ask something. */
export const mineIn = (kern: string) => ({ kern, show: "mine", limit: 50 }) satisfies ProposalsFilter;

/** The newest proposals of a kern. */
export const newsOf = (kern: string) => ({ kern, sort: "newest", limit: 5 }) satisfies ProposalsFilter;
