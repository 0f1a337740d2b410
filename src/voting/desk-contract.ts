/** What crosses the wire about the officer's work on a poll: what she tells beside the ballot, and what waits for her. Never a count. */
import { z } from "zod";
import { pollId } from "./ballot-schemas.ts";

const moment = z.iso.datetime({ offset: true, message: "invalid-time" });

/** A plan that experts judged and that is not on the ballot. */
const leftOff = z.object({
  label: z.string().trim().min(1, "too-short").max(140, "too-long"),
  /** Why it cannot be done, for everybody to read. */
  reason: z.string().trim().min(5, "too-short").max(600, "too-long"),
  /** Who judged it. */
  by: z.string().trim().min(1, "too-short").max(120, "too-long"),
  proposal: z.uuid("invalid-id").nullable().default(null),
});

/** Told beside the ballot. The vote itself has its own times; a phase that is left out is not told. */
export const background = z.object({
  leftOff: z.array(leftOff).max(200, "too-many").default([]),
  phases: z
    .object({ proposalsUntil: moment.optional(), judgedUntil: moment.optional(), decidedBy: moment.optional() })
    .default({}),
});
export type PollBackground = z.output<typeof background>;

export const cancelPollInput = z.object({ poll: pollId });
export const viewPollDeskInput = z.object({});
export const tellNextStepsInput = z.object({
  poll: pollId,
  words: z.string().trim().min(5, "too-short").max(2000, "too-long"),
});

export interface NextSteps {
  words: string;
  /** Name of the officer who wrote it. */
  by: string;
  /** ISO 8601, UTC. */
  at: string;
}

/**
 * `paper-second`: a stack waits for somebody else to enter it; `paper-differs`: two entries differ; `paper-publish`: both agree;
 * `count-waits`: the closing time has passed, paper is still to come; `closes-soon`: within two days; `next-steps`: counted, and nobody
 * has said what happens now.
 */
export type PollTask =
  | "letters-missing"
  | "paper-second"
  | "paper-differs"
  | "paper-publish"
  | "count-waits"
  | "closes-soon"
  | "next-steps";

export interface DeskPoll {
  poll: string;
  question: string;
  kern: string;
  kernName: string;
  state: "planned" | "open" | "closed";
  /** ISO 8601, UTC. */
  opensAt: string;
  closesAt: string;
  /** Null below 10 and while the poll is planned. */
  turnout: number | null;
  rollSize: number | null;
  tasks: PollTask[];
}

export interface PollDeskView {
  /** Planned and open ones, and closed ones in which something waits. */
  polls: DeskPoll[];
  serverTime: string;
}
