/**
 * The answers as schemas, for the OpenAPI document alone: what leaves is not checked against them at run time. Each is held against the
 * slice's own view by the compiler (`satisfies`).
 */
import { z } from "zod";
import type { KernenView, KernHomeView, KernView } from "../../kernen/contract.ts";
import {
  type EmailChangedView,
  guestNextSteps,
  guestStates,
  type InvitationMade,
  type InvitationRenewedView,
  type InvitationRowView,
  type InvitationsMade,
  type InvitationsPreview,
  invitationVerdicts,
  type JoinAskedView,
  type JoinConfirmedView,
  type JoinDecidedView,
  type JoinRequestsView,
  type JoinRequestView,
  type KernLeftView,
  type LanguageView,
  type MembershipView,
  type MeView,
  type PeopleView,
  type PersonBlockedView,
  type PersonInKernView,
  type SessionClosed,
  type SessionOpened,
} from "../../members/contract.ts";
import type { DeskView } from "../../moderation/contract.ts";
import type {
  AgreementView,
  CommentView,
  PhotoView,
  ProposalSummary,
  ProposalsView,
  ProposalView,
  SimilarProposals,
  SupportView,
} from "../../proposals/contract.ts";
import type { KernReading, OverviewView } from "../../summaries/contract.ts";
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
import { rollAnswers } from "./roll-schemas.ts";

const text = z.string();
const id = z.uuid();
const time = z.iso.datetime();
const count = z.int().min(0);
const people = count.nullable().describe("A number of people; null stands for fewer than 10, so that nobody can be singled out.");
const slug = z.string().describe("Name of the kern in addresses, such as nieuw-lekkerland.");

const kern = z.object({
  municipality: text,
  municipalityName: text,
  kern: slug,
  name: text,
  kind: text,
  residents: count.describe("Inhabitants according to CBS, rounded; 0 when unknown."),
  latitude: z.number().describe("WGS 84 degrees."),
  longitude: z.number().describe("WGS 84 degrees."),
  formerMunicipality: text,
  accent: text,
  silhouette: text,
  postcodes: z.array(text),
  joining: z.enum(["at-once", "officer-decides"]),
  villageGroups: z.array(text),
  members: people,
}) satisfies z.ZodType<KernView>;

const joinRequest = z.object({
  joinRequest: id,
  kern: slug,
  kernName: text,
  name: text,
  email: text,
  confirmedAt: time,
}) satisfies z.ZodType<JoinRequestView>;

const personInKern = z.object({
  person: id,
  kern: slug,
  kernName: text,
  name: text,
  email: text,
  language: z.enum(["nl", "en"]),
  state: z.enum(guestStates),
  stateSince: time,
  nextStep: z.enum(guestNextSteps),
  mailFailure: text.nullable(),
  block: z.object({ reason: text, until: time.nullable() }).nullable(),
  invitedByOfficer: z.boolean(),
}) satisfies z.ZodType<PersonInKernView>;

const invitationRow = z.object({
  line: z.int().min(1).describe("Line of the file."),
  name: text,
  email: text,
  kern: text,
  verdict: z.enum(invitationVerdicts),
  about: text.nullable().describe("The wrong field, the line that is repeated, the wrong kern, or the address as it is known."),
}) satisfies z.ZodType<InvitationRowView>;

const place = z.object({ label: text, latitude: z.number(), longitude: z.number() });
const proposalState = z.enum(["draft", "submitted", "returned", "refused", "published", "withdrawn"]);

const proposalSummary = z.object({
  proposal: id,
  kern: slug,
  kernName: text,
  title: text,
  excerpt: text,
  state: proposalState,
  authorName: text,
  publishedAt: time.nullable(),
  changedAt: time,
  supportCount: count,
  commentCount: count,
  photo: id.nullable(),
  photoAlt: text,
  place: place.nullable(),
}) satisfies z.ZodType<ProposalSummary>;

const comment = z.object({
  comment: id,
  stance: z.enum(["for", "against", "question"]),
  body: text,
  authorName: text,
  at: time,
  agreeCount: count,
  agreed: z.boolean(),
  mine: z.boolean(),
}) satisfies z.ZodType<CommentView>;

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
  content: z.record(text, z.json()),
  savedAt: time,
}) satisfies z.ZodType<PollDraft>;

const proposalFigures = z.object({ published: count, waiting: count, returned: count, refused: count });
const pollFigures = z.object({ planned: count, open: count, closed: count });
const waiting = z.object({ count, oldestDays: count.nullable() });

const kernFigures = z.object({
  kern: slug,
  kernName: text,
  members: people,
  proposals: proposalFigures,
  mostSupported: z.object({ proposal: id, title: text, support: people }).nullable(),
  polls: pollFigures,
  lastPoll: z.object({ poll: id, question: text, outcome: text, voters: people, rollSize: people }).nullable(),
  waiting,
});

const sourcedLine = z.object({ text, source: z.object({ proposal: id, comment: id.optional() }) });
const deskItem = { kern: slug, kernName: text, waitingSince: time, dueAt: time, late: z.boolean() };

/** Every answer by its name in the document. */
export const answers = {
  ...rollAnswers,
  KernenView: z.object({ kernen: z.array(kern) }) satisfies z.ZodType<KernenView>,
  KernHomeView: kern.extend({
    contact: z.object({ name: text, phone: text }),
    teamUrl: text.nullable(),
  }) satisfies z.ZodType<KernHomeView>,

  EmailChangedView: z.object({ email: text, webOnly: z.boolean() }) satisfies z.ZodType<EmailChangedView>,
  InvitationRenewedView: z.object({ mailSentTo: text }) satisfies z.ZodType<InvitationRenewedView>,
  InvitationMade: z.object({ person: id, webOnly: z.boolean() }) satisfies z.ZodType<InvitationMade>,
  InvitationsPreview: z.object({ rows: z.array(invitationRow), willInvite: count }) satisfies z.ZodType<InvitationsPreview>,
  InvitationsMade: z.object({
    rows: z.array(invitationRow),
    willInvite: count,
    invited: count,
    failedRows: text.nullable().describe("CSV of the rows that were not invited, with the reason."),
  }) satisfies z.ZodType<InvitationsMade>,
  PeopleView: z.object({
    people: z.array(personInKern),
    cursor: text.nullable(),
    counts: z.record(z.enum(guestStates), count),
    kernen: z.array(
      z.object({ kern: slug, name: text, members: count, most: count, fills: z.enum(["fine", "soon-full", "full"]) }),
    ),
  }) satisfies z.ZodType<PeopleView>,
  PersonBlockedView: z.object({
    person: id,
    blocked: z.boolean(),
    until: time.nullable(),
  }) satisfies z.ZodType<PersonBlockedView>,
  MembershipView: z.object({
    person: id,
    kern: slug,
    state: z.enum(["member", "left", "waits-for-officer"]),
  }) satisfies z.ZodType<MembershipView>,

  JoinAskedView: z.object({ mailSentTo: text }) satisfies z.ZodType<JoinAskedView>,
  JoinConfirmedView: z.object({
    state: z.enum(["member", "waits-for-officer"]),
    kern: slug,
    kernName: text,
    name: text,
    webOnly: z.boolean(),
  }) satisfies z.ZodType<JoinConfirmedView>,
  JoinRequestsView: z.object({ joinRequests: z.array(joinRequest) }) satisfies z.ZodType<JoinRequestsView>,
  JoinDecidedView: z.object({ joinRequest: id, decision: z.enum(["accepted", "refused"]) }) satisfies z.ZodType<JoinDecidedView>,
  /** What is left of the session that was opened, once its secret went into the cookie. */
  SessionStarted: z.object({ expiresAt: time, name: text }) satisfies z.ZodType<Omit<SessionOpened, "session">>,
  SessionClosed: z.object({ closed: z.literal(true) }) satisfies z.ZodType<SessionClosed>,
  KernLeftView: z.object({ left: slug }) satisfies z.ZodType<KernLeftView>,
  LanguageView: z.object({ language: z.enum(["nl", "en"]) }) satisfies z.ZodType<LanguageView>,
  MeView: z.object({
    person: id,
    name: text,
    email: text,
    language: z.enum(["nl", "en"]),
    municipality: text,
    municipalityName: text,
    phone: text,
    kernen: z.array(z.object({ kern: slug, name: text, accent: text, silhouette: text })),
    roles: z.array(
      z.object({ role: z.enum(["resident", "officer", "volunteer", "councillor", "admin"]), kern: slug.nullable() }),
    ),
    webOnly: z.boolean(),
    can: z.object({ moderate: z.boolean(), readOverview: z.boolean(), administer: z.boolean() }),
  }) satisfies z.ZodType<MeView>,

  ProposalsView: z.object({
    proposals: z.array(proposalSummary),
    next: text.nullable().describe("Give this as cursor for the next page; null on the last one."),
    total: count,
    moreThan: z.boolean(),
  }) satisfies z.ZodType<ProposalsView>,
  ProposalView: proposalSummary.extend({
    body: text,
    version: z.int(),
    reason: text.nullable(),
    answer: text.nullable(),
    supported: z.boolean(),
    mine: z.boolean(),
    comments: z.array(comment),
    history: z.array(
      z.object({
        event: z.enum(["created", "submitted", "returned", "refused", "published", "withdrawn", "answered"]),
        at: time,
        reason: text.nullable(),
      }),
    ),
    can: z.object({
      edit: z.boolean(),
      submit: z.boolean(),
      support: z.boolean(),
      comment: z.boolean(),
      publish: z.boolean(),
      return: z.boolean(),
      refuse: z.boolean(),
      withdraw: z.boolean(),
      openPoll: z.boolean(),
    }),
  }) satisfies z.ZodType<ProposalView>,
  CommentView: comment,
  AgreementView: z.object({ agreed: z.boolean(), agreeCount: count }) satisfies z.ZodType<AgreementView>,
  SupportView: z.object({ supported: z.boolean(), supportCount: count }) satisfies z.ZodType<SupportView>,
  SimilarProposals: z.object({
    similar: z.array(z.object({ proposal: id, kern: slug, kernName: text, title: text, supportCount: count })),
  }) satisfies z.ZodType<SimilarProposals>,
  PhotoView: z.object({ photo: id, width: count, height: count }) satisfies z.ZodType<PhotoView>,

  PollPlanned: z.object({ poll: id }),
  PollsView: z.object({ polls: z.array(pollSummary), serverTime: time }) satisfies z.ZodType<PollsView>,
  PublicPollView: publicPoll,
  PollView: publicPoll.extend({
    onRoll: z.boolean(),
    hasVoted: z.boolean(),
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
        tasks: z.array(z.enum(["paper-second", "paper-differs", "paper-publish", "count-waits", "closes-soon", "next-steps"])),
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

  DeskView: z.object({
    items: z.array(
      z.discriminatedUnion("kind", [
        z.object({ ...deskItem, kind: z.literal("proposal"), proposal: id, title: text, authorName: text }),
        z.object({ ...deskItem, kind: z.literal("join-request"), request: joinRequest }),
      ]),
    ),
    kernen: z.array(z.object({ kern: slug, name: text, waiting: count })),
    serverTime: time,
  }) satisfies z.ZodType<DeskView>,
  OverviewView: z.object({
    municipalityName: text,
    madeAt: time,
    kernen: z.array(kernFigures),
    total: z.object({ members: people, proposals: proposalFigures, polls: pollFigures, waiting }),
  }) satisfies z.ZodType<OverviewView>,
  KernReading: z.object({
    kern: slug,
    kernName: text,
    figures: kernFigures,
    asks: z.array(
      z.object({
        proposal: id,
        title: text,
        support: people,
        gist: sourcedLine,
        argumentsFor: z.array(sourcedLine),
        argumentsAgainst: z.array(sourcedLine),
      }),
    ),
    polls: z.array(z.object({ poll: id, question: text, outcome: text, voters: people, rollSize: people, closedAt: time })),
    waiting: z.array(z.object({ proposal: id, title: text, days: count, for: z.enum(["decision", "answer"]) })),
    madeAt: time,
  }) satisfies z.ZodType<KernReading>,
} satisfies Record<string, z.ZodType>;

/** Parts that several answers share, as components of their own. */
export const parts = {
  KernView: kern,
  JoinRequestView: joinRequest,
  ProposalSummary: proposalSummary,
  TallyView: tally,
  PollSummary: pollSummary,
  BallotForm: ballotForm,
  CountingRule: countingRule,
  PollDefinition: definition,
  KernFigures: kernFigures,
  SourcedLine: sourcedLine,
} satisfies Record<string, z.ZodType>;

export type AnswerName = keyof typeof answers;
