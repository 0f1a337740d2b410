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
  OwnWordsView,
  PhotoView,
  ProposalSummary,
  ProposalsView,
  ProposalView,
  SimilarProposals,
  SupportView,
} from "../../proposals/contract.ts";

import { meetingAnswers, meetingParts } from "./meeting-view-schemas.ts";
import { pollAnswers, pollParts } from "./poll-view-schemas.ts";
import { reachAnswers, reachParts } from "./reach-view-schemas.ts";
import { rollAnswers } from "./roll-view-schemas.ts";
import { summaryAnswers, summaryParts } from "./summary-view-schemas.ts";
import { teamsAnswers, teamsParts } from "./teams-view-schemas.ts";
import { count, id, people, slug, text, time } from "./view-pieces.ts";

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
  treatment: z.enum(["none", "in-treatment", "answered", "done"]).describe("What the municipality does with it."),
  outcome: z.enum(["yes", "partly", "no"]).nullable().describe("Of the municipality's answer."),
  authorName: text,
  publishedAt: time.nullable(),
  changedAt: time,
  supportCount: count,
  commentCount: count,
  photo: id.nullable(),
  photoAlt: text,
  place: place.nullable(),
}) satisfies z.ZodType<ProposalSummary>;

const formerAnswer = z.object({ outcome: z.enum(["yes", "partly", "no"]), text, signedBy: text });

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
    needsMicrosoft: z.boolean(),
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
    handling: z.object({ handledBy: text, at: time, answerDue: z.iso.date().nullable() }).nullable(),
    answer: formerAnswer.extend({ at: time, correctedAt: time.nullable() }).nullable(),
    finish: z.object({ text, at: time }).nullable(),
    supported: z.boolean(),
    mine: z.boolean(),
    comments: z.array(comment),
    history: z.array(
      z.object({
        event: z.enum([
          "created",
          "submitted",
          "returned",
          "refused",
          "published",
          "withdrawn",
          "taken",
          "answered",
          "corrected",
          "finished",
        ]),
        at: time,
        reason: text.nullable(),
        answerDue: z.iso.date().optional().describe("By when an answer was promised with it."),
        former: formerAnswer.optional().describe("The answer that stood there until this correction."),
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
      take: z.boolean(),
      answer: z.boolean(),
      correct: z.boolean(),
      finish: z.boolean(),
      openPoll: z.boolean(),
    }),
  }) satisfies z.ZodType<ProposalView>,
  CommentView: comment,
  OwnWordsView: z.object({
    comments: z.array(
      z.object({
        comment: id,
        proposal: id,
        title: text,
        kernName: text,
        stance: comment.shape.stance,
        body: text,
        at: time,
        agreeCount: count,
      }),
    ),
    supports: z.array(z.object({ proposal: id, title: text, kernName: text, at: time })),
  }) satisfies z.ZodType<OwnWordsView>,
  AgreementView: z.object({ agreed: z.boolean(), agreeCount: count }) satisfies z.ZodType<AgreementView>,
  SupportView: z.object({ supported: z.boolean(), supportCount: count }) satisfies z.ZodType<SupportView>,
  SimilarProposals: z.object({
    similar: z.array(z.object({ proposal: id, kern: slug, kernName: text, title: text, supportCount: count })),
  }) satisfies z.ZodType<SimilarProposals>,
  PhotoView: z.object({ photo: id, width: count, height: count }) satisfies z.ZodType<PhotoView>,

  ...meetingAnswers,
  ...pollAnswers,
  ...reachAnswers,
  ...teamsAnswers,

  DeskView: z.object({
    items: z.array(
      z.discriminatedUnion("kind", [
        z.object({ ...deskItem, kind: z.literal("proposal"), proposal: id, title: text, authorName: text }),
        z.object({ ...deskItem, kind: z.literal("join-request"), request: joinRequest }),
        z.object({
          ...deskItem,
          kind: z.literal("answer"),
          proposal: id,
          title: text,
          authorName: text,
          supportCount: count,
          promised: z.iso.date().nullable().describe("The day that was promised and has passed."),
        }),
      ]),
    ),
    kernen: z.array(z.object({ kern: slug, name: text, waiting: count })),
    serverTime: time,
  }) satisfies z.ZodType<DeskView>,
  ...summaryAnswers,
} satisfies Record<string, z.ZodType>;

/** Parts that several answers share, as components of their own. */
export const parts = {
  KernView: kern,
  JoinRequestView: joinRequest,
  ProposalSummary: proposalSummary,
  ...meetingParts,
  ...pollParts,
  ...summaryParts,
  ...reachParts,
  ...teamsParts,
} satisfies Record<string, z.ZodType>;

export type AnswerName = keyof typeof answers;
