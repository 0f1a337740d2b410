/** What crosses the wire about polls (stemmingen). A ballot's content never leaves with a name, and no count before the closing time. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";

export const pollId = z.uuid("invalid-id");
export const pollKind = z.enum(["for-against-abstain", "own-options"]);

export const planPollInput = z
  .object({
    kern: kernId,
    proposal: z.uuid("invalid-id").optional(),
    question: z.string().trim().min(5, "too-short").max(200, "too-long"),
    explanation: z.string().trim().max(2000, "too-long").default(""),
    kind: pollKind,
    /** Labels, in order; only for own options. */
    options: z.array(z.string().trim().min(1, "too-short").max(140, "too-long")).max(20, "too-many").default([]),
    /** ISO 8601 with time zone; in the past means at once. */
    opensAt: z.iso.datetime({ offset: true, message: "invalid-time" }),
    closesAt: z.iso.datetime({ offset: true, message: "invalid-time" }),
  })
  .refine((poll) => Date.parse(poll.closesAt) > Date.parse(poll.opensAt), {
    path: ["closesAt"],
    message: "closes-before-it-opens",
  })
  .refine((poll) => poll.kind !== "own-options" || poll.options.length >= 2, { path: ["options"], message: "two-options-needed" })
  .refine((poll) => new Set(poll.options.map((label) => label.toLowerCase())).size === poll.options.length, {
    path: ["options"],
    message: "options-must-differ",
  });

export const castBallotInput = z.object({
  poll: pollId,
  option: z.string().min(1, "choose-one").max(40),
  /**
   * The secret that the voter's device keeps: 128 random bits, base64url. Made by the device before the first attempt, so that a
   * repeated attempt (answer lost, change of mind) replaces this very ballot. Made by the server when left out.
   */
  proof: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/, "invalid-proof")
    .optional(),
});

export const listPollsInput = z.object({ kern: kernId.optional(), state: z.enum(["planned", "open", "closed"]).optional() });
export const viewPollInput = z.object({ poll: pollId });

export type PollState = "planned" | "open" | "closed";

export interface TallyView {
  /** ISO 8601, UTC. */
  countedAt: string;
  rollSize: number;
  /** Ballots counted. Below 10 only totals are shown, no shares. */
  voters: number;
  counts: { option: string; label: string; votes: number }[];
  /** Option(s) with the most votes; more than one is a tie. Abstentions never win. */
  leading: string[];
}

export interface PollSummary {
  poll: string;
  kern: string;
  kernName: string;
  proposal: string | null;
  question: string;
  state: PollState;
  /** ISO 8601, UTC. */
  opensAt: string;
  closesAt: string;
  onRoll: boolean;
  hasVoted: boolean;
  tally: TallyView | null;
}

export interface PollView extends PollSummary {
  explanation: string;
  kind: z.output<typeof pollKind>;
  options: { option: string; label: string }[];
  rollSize: number | null;
  /** How many have voted; null below 10 and while the poll is planned. */
  turnout: number | null;
  frozenHash: string | null;
  /** The server's clock when it answered, for the countdown. */
  serverTime: string;
  can: { vote: boolean };
}

export interface PollsView {
  polls: PollSummary[];
  serverTime: string;
}

export interface BallotReceipt {
  /** Kept on the device: with it the ballot can be changed until the poll closes. */
  proof: string;
  replaced: boolean;
  closesAt: string;
}

export type VotingFact =
  | { fact: "poll-planned"; poll: string; kern: string; opensAt: string; closesAt: string }
  | { fact: "poll-opened"; poll: string; kern: string }
  | { fact: "poll-closed"; poll: string; kern: string };
