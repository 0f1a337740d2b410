/** What of notifications crosses the wire: the poster for the notice board. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";
import { meetingId } from "../meetings/contract.ts";
import { proposalId } from "../proposals/contract.ts";
import { pollId } from "../voting/contract.ts";

/** Sheets that a village printer takes: the notice board of the shop, and that of the village hall. */
export const posterSize = z.enum(["a4", "a3"]);
export type PosterSize = z.output<typeof posterSize>;

/** About a kern, or about one proposal, poll or meeting; the kern of these is found by itself. */
export const viewPosterInput = z
  .object({
    kern: kernId.optional(),
    proposal: proposalId.optional(),
    poll: pollId.optional(),
    meeting: meetingId.optional(),
    size: posterSize.default("a4"),
  })
  .refine(
    ({ kern, proposal, poll, meeting }) => [kern, proposal, poll, meeting].filter((given) => given !== undefined).length === 1,
    { message: "one-of-these", path: ["kern"] },
  );

/** A sentence in Dutch with the English beside it. */
export interface Bilingual {
  nl: string;
  en: string;
}

/** All words of a poster, and where its code leads. */
export interface PosterView {
  size: PosterSize;
  municipalityName: string;
  kernName: string;
  accent: string;
  silhouette: string;
  /** "Stemming" */
  kind: Bilingual;
  /** What it is about, large. Somebody's own words: in the language they were written in. */
  title: string;
  /** What one can do, and until when. */
  ask: Bilingual;
  /** Path that the code leads to. */
  path: string;
  /** Path that is short enough to type; `find` says what to choose there. */
  shortPath: string;
  find: Bilingual | null;
  contact: { name: string; phone: string };
}
