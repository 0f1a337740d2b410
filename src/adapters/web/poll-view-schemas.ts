/** Answers about polls as schemas, for the OpenAPI document alone (see view-schemas.ts). */
import { z } from "zod";
import type {
  BallotForm,
  BallotReceipt,
  BudgetBeside,
  CountingRule,
  ExtensionView,
  NextSteps,
  OpenChoiceView,
  PassView,
  PollDefinition,
  PollDeskView,
  PollDraft,
  PollDraftsView,
  PollLogView,
  PollOutcome,
  PollSummary,
  PollsView,
  PollView,
  PublicPollView,
  TallyView,
} from "../../voting/contract.ts";
import { count, id, people, slug, text, time } from "./view-pieces.ts";

const cents = count.describe("Whole cents.");
const budgetTerms = {
  budget: cents,
  threshold: count,
  minScore: count,
  themeCaps: z.record(text, cents),
  exclusive: z.array(z.array(text)),
};
const ballotForm = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["for-against-abstain", "consent", "single", "knapsack"]) }),
  z.object({ kind: z.literal("multiple"), min: count, max: count }),
  z.object({ kind: z.enum(["approval", "ranking"]), max: count.nullable() }),
  z.object({ kind: z.literal("score"), max: count }),
  z.object({ kind: z.literal("points"), total: count, perOption: count.nullable() }),
]) satisfies z.ZodType<BallotForm>;
const countingRule = z.discriminatedUnion("rule", [
  z.object({
    rule: z.literal("majority"),
    share: z.enum(["half", "two-thirds"]),
    of: z.enum(["votes", "roll"]),
    quorum: count.describe("Percentage of the roll."),
  }),
  z.object({ rule: z.literal("consent"), quorum: count }),
  z.object({ rule: z.enum(["plurality", "approval", "score", "points", "irv", "stv", "schulze", "borda"]), seats: count }),
  z.object({ rule: z.enum(["most-votes", "votes-per-cost"]), misfit: z.enum(["skip", "stop"]), ...budgetTerms }),
  z.object({
    rule: z.literal("equal-shares"),
    utility: z.enum(["cost", "votes", "points", "points-cost"]),
    completion: z.enum(["none", "votes", "add1", "add1+votes", "add1-exhaustive", "add1-exhaustive+votes"]),
    ...budgetTerms,
  }),
]) satisfies z.ZodType<CountingRule>;

const figures = z.record(text, count);
const detail = z.looseObject({}).nullable().describe("docs/ballot-format.md, section 10.");
/** The details of a rule are described word for word elsewhere, so here the compiler is taken at its word. */
const outcome = z.object({
  rule: text,
  winners: z.array(text),
  decided: z.boolean().nullable(),
  quorum: z.object({ needed: count, voted: count, reached: z.boolean() }).nullable(),
  votes: figures,
  points: figures.nullable(),
  ties: z.array(z.looseObject({ at: text, among: z.array(text), by: text, first: text })),
  marked: detail,
  ranked: detail,
  budget: detail,
}) as z.ZodType<unknown> as z.ZodType<PollOutcome>;
const beside = z.object({
  rule: z.enum(["equal-shares", "most-votes"]),
  winners: z.array(text),
  cost: cents,
  withWinner: z.object({ here: count, inForce: count }),
}) satisfies z.ZodType<BudgetBeside>;

const tally = z.object({
  countedAt: time,
  rollSize: count,
  voters: count,
  spoiled: count,
  counts: z.array(z.object({ option: text, label: text, votes: count })),
  leading: z.array(text),
  outcome: outcome.nullable(),
  seed: text.nullable(),
  beside: beside.nullable(),
  names: z.array(z.object({ name: text, option: text })).nullable(),
}) satisfies z.ZodType<TallyView>;

const level = z.union([z.literal(0), z.literal(1), z.literal(2)]).describe("0: named. 1: secret. 2: secret from us too.");
const pollState = z.enum(["planned", "open", "closed"]);
const pollSummary = z.object({
  poll: id,
  kern: slug,
  kernName: text,
  proposal: id.nullable(),
  question: text,
  level,
  form: ballotForm,
  state: pollState,
  opensAt: time,
  closesAt: time,
  onRoll: z.boolean(),
  hasVoted: z.boolean(),
  tally: tally.nullable(),
}) satisfies z.ZodType<PollSummary>;

const definition = z.object({
  format: z.literal("kernplein-poll/1"),
  poll: id,
  municipality: text,
  kern: slug,
  question: text,
  explanation: text,
  level: z.union([z.literal(1), z.literal(2)]),
  opensAt: time,
  closesAt: time,
  rollSize: count,
  form: ballotForm,
  count: countingRule,
  options: z.array(z.object({ id: text, label: text, summary: text, cost: cents, theme: text.nullable() })),
  signKey: text,
  passKey: z.object({ n: text, e: text }).nullable(),
}) satisfies z.ZodType<PollDefinition>;

const extension = z.object({ closesAt: time, reason: text, signature: text.nullable() }) satisfies z.ZodType<ExtensionView>;
const nextSteps = z.object({ words: text, by: text, at: time }) satisfies z.ZodType<NextSteps>;
const publicPoll = z.object({
  municipality: text,
  poll: id,
  kern: slug,
  kernName: text,
  proposal: id.nullable(),
  question: text,
  explanation: text,
  level,
  showNames: z.boolean(),
  form: ballotForm,
  count: countingRule,
  electorate: z.object({
    assurance: z.enum(["mail", "address", "letter"]),
    per: z.enum(["person", "household"]),
    minAge: count.nullable(),
    memberBy: time.optional(),
  }),
  options: z.array(
    z.object({
      option: text,
      label: text,
      summary: text,
      cost: cents,
      theme: text.nullable(),
      proposal: id.nullable(),
      photo: id.nullable(),
      place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    }),
  ),
  state: pollState,
  opensAt: time,
  closesAt: time,
  rollSize: count.nullable(),
  turnout: people,
  definition: definition.nullable(),
  frozenHash: text.nullable(),
  extensions: z.array(extension),
  tally: tally.nullable(),
  waitsForPaper: z.boolean(),
  background: z.object({
    leftOff: z.array(z.object({ label: text, reason: text, by: text, proposal: id.nullable() })),
    phases: z.object({ proposalsUntil: time.optional(), judgedUntil: time.optional(), decidedBy: time.optional() }),
  }),
  nextSteps: nextSteps.nullable(),
  serverTime: time,
}) satisfies z.ZodType<PublicPollView>;
const pollDraft = z.object({
  draft: id,
  kern: slug,
  content: z.record(text, z.unknown()),
  savedAt: time,
}) satisfies z.ZodType<PollDraft>;

export const pollAnswers = {
  PollPlanned: z.object({ poll: id }),
  PollsView: z.object({ polls: z.array(pollSummary), serverTime: time }) satisfies z.ZodType<PollsView>,
  PublicPollView: publicPoll,
  PollView: publicPoll.extend({
    onRoll: z.boolean(),
    hasVoted: z.boolean(),
    votedWithHelp: z.boolean(),
    sharesPlaceWith: count,
    ageToDeclare: count.nullable(),
    followsLog: z.boolean(),
    can: z.object({ vote: z.boolean(), extend: z.boolean() }),
  }) satisfies z.ZodType<PollView>,
  PollDraft: pollDraft,
  PollDraftsView: z.object({ drafts: z.array(pollDraft) }) satisfies z.ZodType<PollDraftsView>,
  NextSteps: nextSteps,
  PollDeskView: z.object({
    polls: z.array(
      z.object({
        poll: id,
        question: text,
        kern: slug,
        kernName: text,
        state: pollState,
        opensAt: time,
        closesAt: time,
        turnout: people,
        rollSize: count.nullable(),
        tasks: z.array(
          z.enum([
            "letters-missing",
            "paper-second",
            "paper-differs",
            "paper-publish",
            "count-waits",
            "closes-soon",
            "next-steps",
          ]),
        ),
      }),
    ),
    serverTime: time,
  }) satisfies z.ZodType<PollDeskView>,
  PollDraftGone: z.object({ draft: id }),
  ExtensionView: extension,
  LogFollowed: z.object({ following: z.boolean() }),
  OpenChoiceView: z.object({ replaced: z.boolean() }) satisfies z.ZodType<OpenChoiceView>,
  BallotReceipt: z.object({
    receipt: text.describe("Ed25519 over the slip's fingerprint: docs/ballot-format.md, section 6."),
  }) satisfies z.ZodType<BallotReceipt>,
  PassView: z.object({ blindSignature: text }) satisfies z.ZodType<PassView>,
  PollLogView: z.object({
    poll: id,
    heads: z.array(z.object({ batch: count, size: count, root: text, signature: text })),
    log: z.array(text).describe("Fingerprints of slips in the order of the log, hex."),
  }) satisfies z.ZodType<PollLogView>,
} satisfies Record<string, z.ZodType>;

export const pollParts = {
  TallyView: tally,
  PollSummary: pollSummary,
  BallotForm: ballotForm,
  CountingRule: countingRule,
  PollDefinition: definition,
} satisfies Record<string, z.ZodType>;
