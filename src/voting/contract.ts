/** What crosses the wire about polls (stemmingen). A ballot's content never leaves with a name, and no count before the closing time. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";
import {
  ageDeclared,
  ballotForm,
  blindedMessage,
  choice,
  countingRule,
  type Electorate,
  electorate,
  passShape,
  pollId,
  slipFields,
} from "./ballot-schemas.ts";
import type { PollOutcome } from "./counting/count-poll.ts";
import type { BallotForm, CountingRule, PollDefinition } from "./counting/poll.ts";
import { background, type NextSteps, type PollBackground } from "./desk-contract.ts";

export { ballotForm, choice, countingRule, type Electorate, pollId } from "./ballot-schemas.ts";
export type { PollOutcome } from "./counting/count-poll.ts";
export type { BallotForm, Choice, CountingRule, DefinedOption, PollDefinition } from "./counting/poll.ts";
export * from "./desk-contract.ts";
export * from "./paper-contract.ts";
export * from "./roll-contract.ts";

const municipality = z.string().min(1).max(60);
/** 0: a named opinion poll. 1: secret. 2: secret from the municipality's own computer too. */
export const secrecyLevel = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type SecrecyLevel = z.output<typeof secrecyLevel>;

export const optionInput = z.object({
  label: z.string().trim().min(1, "too-short").max(140, "too-long"),
  summary: z.string().trim().max(600, "too-long").default(""),
  /** Whole cents. */
  cost: z.int("whole-cents").min(0).max(1_000_000_000_00, "too-much").default(0),
  theme: z.string().trim().min(1).max(60, "too-long").nullable().default(null),
  /** The published proposal that this option stands for. */
  proposal: z.uuid("invalid-id").nullable().default(null),
  /** An uploaded photo; the proposal's own when left out. */
  photo: z.uuid("invalid-id").nullable().default(null),
  place: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
});

/** What one fills in to put a question to the vote. Rules that tie the parts together: rules.ts, `faultsOfPlan`. */
export const planPollInput = z.object({
  kern: kernId,
  proposal: z.uuid("invalid-id").optional(),
  question: z.string().trim().min(5, "too-short").max(200, "too-long"),
  explanation: z.string().trim().max(2000, "too-long").default(""),
  form: ballotForm,
  /** The usual rule of the form when left out (not for budgets). */
  count: countingRule.optional(),
  /** 2 for budgets and 1 otherwise, when left out. */
  level: secrecyLevel.optional(),
  /** Level 0 only: whether the result shows who chose what, or numbers. */
  showNames: z.boolean().default(false),
  electorate: electorate.default({ assurance: "mail", per: "person", minAge: null }),
  /** In the order of the ballot; none for for/against and consent. Ids become option-1, option-2 and so on. */
  options: z.array(optionInput).max(100, "too-many").default([]),
  /** ISO 8601 with time zone; in the past means at once. */
  opensAt: z.iso.datetime({ offset: true, message: "invalid-time" }),
  closesAt: z.iso.datetime({ offset: true, message: "invalid-time" }),
  background: background.prefault({}),
  /** The draft this comes from; it is thrown away when the poll is planned. */
  draft: z.uuid("invalid-id").optional(),
  /** `savedAt` of the draft as the officer saw it; refused with "changed-meanwhile" when it is not the newest, or gone. */
  draftSavedAt: z.iso.datetime({ offset: true, message: "invalid-time" }).optional(),
});
export type PollPlan = z.output<typeof planPollInput>;
/** A whole plan in the place of one that has not opened yet. */
export const changePlanInput = planPollInput.extend({ poll: pollId });

/** A draft may lack anything; it is judged when the poll is planned. `content` is what the wizard keeps. */
export const savePollDraftInput = z.object({
  draft: z.uuid("invalid-id"),
  kern: kernId,
  content: z.record(z.string().max(60), z.unknown()),
  /** `savedAt` of what this was written on; left out at the first save. Refused with "changed-meanwhile" when it is not the newest. */
  basedOn: z.iso.datetime({ offset: true, message: "invalid-time" }).optional(),
});
export const listPollDraftsInput = z.object({ kern: kernId.optional() });
export const pollDraftInput = z.object({ draft: z.uuid("invalid-id") });

export const listPollsInput = z.object({ kern: kernId.optional(), state: z.enum(["planned", "open", "closed"]).optional() });
export const viewPollInput = z.object({ poll: pollId });
export const extendPollInput = z.object({
  poll: pollId,
  closesAt: z.iso.datetime({ offset: true, message: "invalid-time" }),
  reason: z.string().trim().min(5, "too-short").max(500, "too-long"),
});
export const followLogInput = z.object({ poll: pollId, following: z.boolean() });

/** A slip for a poll of level 1, cast by whoever is signed in. */
export const castBallotInput = z.object({ poll: pollId, ...slipFields, ...ageDeclared });
/** A slip with its pass for a poll of level 2, cast by nobody in particular. */
export const castWithPassInput = z.object({
  municipality,
  poll: pollId,
  ...slipFields,
  /** RSA signature over the caster, b64url; as long as the key. */
  pass: z.string().regex(passShape, "invalid-pass"),
});
export const getPassInput = z.object({ poll: pollId, blinded: blindedMessage, ...ageDeclared });
/** A choice in a poll of level 0, with one's name. */
export const chooseOpenlyInput = z.object({ poll: pollId, choice, ...ageDeclared });

export type PollState = "planned" | "open" | "closed";

export interface TallyView {
  /** ISO 8601, UTC. */
  countedAt: string;
  rollSize: number;
  /** Ballots counted. Below 10 only totals are shown, no shares. */
  voters: number;
  /** Paper ballots that could not be counted. */
  spoiled: number;
  /** Voters per option: who chose it, ranked it or gave it points. In the order of the ballot. */
  counts: { option: string; label: string; votes: number }[];
  /**
   * Winners in the order of election. Where one option is asked for and several are equal, all of them: the lot decided for the first.
   * Abstentions never win.
   */
  leading: string[];
  /** Null for a poll counted before rules were recorded. */
  outcome: PollOutcome | null;
  /** Hex; null below 10 ballots. */
  seed: string | null;
  /** The same ballots of a budget under the other rule, for comparison. */
  beside: BudgetBeside | null;
  /** Level 0 with names: who chose what. */
  names: { name: string; option: string }[] | null;
}

/** Two budgets from the same ballots: the rule in force and the other one. */
export interface BudgetBeside {
  rule: "equal-shares" | "most-votes";
  winners: string[];
  cost: number;
  /** Voters with at least one winner, as [this rule, the rule in force]; out of `voters`. */
  withWinner: { here: number; inForce: number };
}

export interface PollSummary {
  poll: string;
  kern: string;
  kernName: string;
  proposal: string | null;
  question: string;
  level: SecrecyLevel;
  form: BallotForm;
  state: PollState;
  /** ISO 8601, UTC. */
  opensAt: string;
  /** Extensions included. */
  closesAt: string;
  onRoll: boolean;
  /** Marked on the roll, by her or somebody of her household. At level 2: has taken a voting pass; whether it was used nobody knows. */
  hasVoted: boolean;
  tally: TallyView | null;
}

export interface OptionView {
  option: string;
  label: string;
  summary: string;
  /** Whole cents. */
  cost: number;
  theme: string | null;
  proposal: string | null;
  photo: string | null;
  place: { latitude: number; longitude: number } | null;
}

export interface ExtensionView {
  closesAt: string;
  reason: string;
  /** Null at level 0. */
  signature: string | null;
}

/** What anybody may know of a poll, signed in or not. */
export interface PublicPollView {
  municipality: string;
  poll: string;
  kern: string;
  kernName: string;
  proposal: string | null;
  question: string;
  explanation: string;
  level: SecrecyLevel;
  showNames: boolean;
  form: BallotForm;
  count: CountingRule;
  electorate: Electorate;
  options: OptionView[];
  state: PollState;
  opensAt: string;
  closesAt: string;
  rollSize: number | null;
  /** How many have voted; null below 10 and while the poll is planned. */
  turnout: number | null;
  /** As frozen at the opening; null before it, and for a poll of level 0. Its closing time is the one before any extension. */
  definition: PollDefinition | null;
  frozenHash: string | null;
  extensions: ExtensionView[];
  tally: TallyView | null;
  /** The closing time has passed but nothing has been counted: paper ballots are still to come in. */
  waitsForPaper: boolean;
  background: PollBackground;
  /** What happens now, in the officer's words; null until she has said it. */
  nextSteps: NextSteps | null;
  /** The server's clock when it answered, for the countdown. */
  serverTime: string;
}

export interface PollView extends PublicPollView {
  onRoll: boolean;
  hasVoted: boolean;
  /** The roll says that a helper was there, so that she can say it is not so. */
  votedWithHelp: boolean;
  /** How many others share her place on the roll (a household). */
  sharesPlaceWith: number;
  /** The age she has to say she has, when she takes her pass or votes; null asks nothing. */
  ageToDeclare: number | null;
  /** Gets each new log head by mail. */
  followsLog: boolean;
  can: { vote: boolean; extend: boolean };
}

export interface PollsView {
  polls: PollSummary[];
  serverTime: string;
}

export interface PollDraft {
  draft: string;
  kern: string;
  /** Whatever the wizard keeps, as JSON. */
  content: Record<string, unknown>;
  /** ISO 8601, UTC, to the millisecond; each save has a later one, so it names what was saved. */
  savedAt: string;
}
export interface PollDraftsView {
  drafts: PollDraft[];
}

export interface BallotReceipt {
  /** Ed25519 over the signing text "receipt", b64url: docs/ballot-format.md, 6. */
  receipt: string;
}
export interface PassView {
  /** The blind signature, b64url. */
  blindSignature: string;
}
export interface OpenChoiceView {
  replaced: boolean;
}

export interface LogHead {
  batch: number;
  size: number;
  /** Hex. */
  root: string;
  signature: string;
}
/** The public log so far; before the count it holds fingerprints only. */
export interface PollLogView {
  poll: string;
  heads: LogHead[];
  /** Commitments in the order of the log, hex. */
  log: string[];
}
/** The export as it is kept: gzip of docs/ballot-format.md, 8. */
export interface PollExport {
  gzip: Uint8Array;
}

export type VotingFact =
  | { fact: "poll-planned"; poll: string; kern: string; opensAt: string; closesAt: string }
  | { fact: "poll-cancelled"; poll: string; kern: string }
  | { fact: "poll-opened"; poll: string; kern: string; closesAt: string }
  /** A quarter of an hour is round: the waiting slips may enter the log. */
  | { fact: "poll-log-due"; poll: string; at: string }
  | { fact: "log-head-signed"; poll: string; kern: string; batch: number; last: boolean }
  | { fact: "poll-extended"; poll: string; kern: string; closesAt: string; reason: string }
  /** The closing time has passed; the count waits for paper ballots. */
  | { fact: "poll-awaits-paper"; poll: string; kern: string }
  /** All paper is in: the count can be made. `closesAt` as in "poll-extended". */
  | { fact: "poll-paper-finished"; poll: string; kern: string; closesAt: string }
  /** Somebody asked for the heads of this poll's log by mail. */
  | { fact: "log-followed"; poll: string; person: string }
  | { fact: "poll-closed"; poll: string; kern: string };
