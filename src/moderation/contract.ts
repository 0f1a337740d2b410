/** The officer's desk: everything that waits for her, oldest first. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";
import type { JoinRequestView } from "../members/contract.ts";

const written = (most: number) => z.string().normalize("NFC").trim().max(most, "too-long");

/** A message that the officer should look at. `report`: an id that whoever reports made, so that sending twice is one report. */
export const reportMessageInput = z.object({
  report: z.uuid("invalid-id"),
  kern: kernId,
  /** What stands there, word for word. */
  text: written(2000).min(2, "too-short"),
  /** What is wrong with it. */
  why: written(500).default(""),
  /** Where it stands in Teams. */
  link: z
    .url({ protocol: /^https$/, hostname: /^teams\.(microsoft\.com|cloud\.microsoft)$/ })
    .max(2000)
    .nullable()
    .default(null),
});

export interface MessageReportedView {
  report: string;
}

export type ModerationFact = {
  fact: "message-reported";
  report: string;
  kern: string;
  text: string;
  why: string;
  link: string | null;
};

export const viewDeskInput = z.object({ kern: kernId.optional() });

interface DeskItemCommon {
  kern: string;
  kernName: string;
  /** ISO 8601, UTC. */
  waitingSince: string;
  /** When it should be done: in three working days a join request, in five a proposal, in ten an answer that was not promised for a day. */
  dueAt: string;
  late: boolean;
}

export type DeskItem =
  | (DeskItemCommon & { kind: "proposal"; proposal: string; title: string; authorName: string })
  | (DeskItemCommon & { kind: "join-request"; request: JoinRequestView })
  | (DeskItemCommon & AnswerDue);

/** A published proposal that the municipality owes an answer, or at least a word on who looks at it and by when. */
export interface AnswerDue {
  kind: "answer";
  proposal: string;
  title: string;
  authorName: string;
  supportCount: number;
  /** The day that was promised and has passed: "2026-12-24". Null when none was. */
  promised: string | null;
}

export interface DeskView {
  items: DeskItem[];
  kernen: { kern: string; name: string; waiting: number }[];
  serverTime: string;
}
