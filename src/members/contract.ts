/** What crosses the wire about people: joining, signing in, who am I. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";

/** An address as people type it: trimmed, lower case. Whether Microsoft accepts it is another matter: see rules.ts. */
export const emailAddress = z
  .string()
  .transform((given) => given.trim().toLowerCase())
  .pipe(z.email("invalid-email").max(254, "too-long"));

const secret = z.string().min(20, "invalid-link").max(60, "invalid-link");
export const language = z.enum(["nl", "en"]);

/**
 * What a newcomer agrees to, shown beside the box and kept with her request word for word. Change the words and what was agreed
 * before stays as it was.
 */
export const consentText: Readonly<Record<z.output<typeof language>, string>> = {
  nl:
    "Ik ben 16 jaar of ouder. Kernplein bewaart mijn naam, mijn e-mailadres en mijn kern. De gemeente gebruikt die om mij te laten " +
    "meedoen. Bij mijn voorstellen en reacties staat mijn naam. Wat ik stem, is geheim. Voor Microsoft Teams geeft de gemeente mijn " +
    "naam en e-mailadres aan Microsoft. Ik kan altijd stoppen en de gemeente vragen mijn gegevens te wissen. Voorstellen die al " +
    "geplaatst zijn, blijven dan staan zonder mijn naam.",
  en:
    "I am 16 or older. Kernplein keeps my name, my e-mail address and my village. The municipality uses them so that I can take part. " +
    "My name stands with my proposals and comments. How I vote is secret. For Microsoft Teams the municipality gives my name and " +
    "e-mail address to Microsoft. I can stop at any time and ask the municipality to erase my details. Proposals that were published " +
    "then stay, without my name.",
};

export const askToJoinInput = z.object({
  kern: kernId,
  name: z.string().trim().min(2, "too-short").max(100, "too-long"),
  email: emailAddress,
  language: language.default("nl"),
  /** The box under the plain-words consent text; without it nothing is stored. */
  consent: z.literal(true, "consent-required"),
});

export const confirmJoinInput = z.object({ token: secret });
export const decideJoinRequestInput = z.object({
  joinRequest: z.uuid("invalid-id"),
  decision: z.enum(["accepted", "refused"]),
  /** Required when refusing; the person reads it. */
  reason: z.string().trim().max(500, "too-long").default(""),
});
export const listJoinRequestsInput = z.object({ kern: kernId.optional() });
export const askSignInLinkInput = z.object({ email: emailAddress });
export const openSessionInput = z.object({ token: secret });
/** The cookie's value of the device that signs out. */
export const closeSessionInput = z.object({ session: z.string().min(20, "invalid-session").max(200, "invalid-session") });
export const nothing = z.object({});
export const leaveKernInput = z.object({ kern: kernId });
export const changeLanguageInput = z.object({ language });

/** Most people in one list; more is a mistake more often than a village. */
export const mostInvitations = 2000;

/** An invitation as an officer writes it. `consent`: where and when this person said yes, in a few words. */
export const invitePersonInput = z.object({
  kern: kernId,
  name: z.string().trim().min(2, "too-short").max(100, "too-long"),
  email: emailAddress,
  language: language.default("nl"),
  consent: z.string().trim().min(2, "required").max(200, "too-long"),
});
export type InvitationEntry = Pick<z.output<typeof invitePersonInput>, "name" | "email" | "kern" | "language" | "consent">;

/** `file`: the bytes of a CSV file in base64 (1 MB at most). `kern`: for rows that name none. */
export const invitationsInput = z.object({ kern: kernId, file: z.string().min(1, "required").max(1_400_000, "too-many-rows") });

export const guestStates = [
  "invited",
  "mail-bounced",
  "waiting",
  "accepted",
  "tab-opened",
  "reachable-by-bot",
  "web-only",
  "blocked",
  "left",
] as const;
export type GuestState = (typeof guestStates)[number];
export const guestNextSteps = [
  "none",
  "wait-for-invitation",
  "ask-administrator",
  "wait-for-mail",
  "wait-for-acceptance",
  "wait-for-team",
  "wait-for-end-of-block",
  "point-to-team",
  "correct-address",
  "call",
  "unblock",
  "restore",
] as const;
export type GuestNextStep = (typeof guestNextSteps)[number];

export const listPeopleInput = z.object({
  kern: kernId.optional(),
  state: z.enum(guestStates).optional(),
  /** Part of a name or an address. */
  q: z.string().trim().max(100, "too-long").default(""),
  cursor: z.string().max(600, "invalid").optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const personId = z.uuid("invalid-id");
const reason = z.string().trim().min(5, "reason-required").max(500, "too-long");
export const blockPersonInput = z.object({
  person: personId,
  kern: kernId,
  /** She reads it. */
  reason,
  /** ISO 8601 with offset; null: until somebody lifts it. */
  until: z.iso.datetime({ offset: true, error: "invalid-time" }).nullable().default(null),
});
export const personInKernInput = z.object({ person: personId, kern: kernId });
/** Without `person`: oneself. */
/** Capitals and figures alone: "4241 ab" and "4241AB" are one postcode, "1-bis" and "1 Bis" one addition. */
const tidied = z
  .string()
  .max(20, "too-long")
  .transform((given) => given.toUpperCase().replace(/[\s./-]/g, ""));
/** PostNL gives out no postcodes that begin with 0 or end in SA, SD or SS. */
export const postcode = tidied.pipe(z.string().regex(/^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/, "invalid-full-postcode"));
export const houseNumber = z.coerce
  .number("invalid-house-number")
  .int("invalid-house-number")
  .min(1, "invalid-house-number")
  .max(99_999, "invalid-house-number");
export const houseAddition = tidied.pipe(z.string().regex(/^[A-Z0-9]{0,10}$/, "invalid"));
export const declareAddressInput = z.object({ postcode, houseNumber, addition: houseAddition.default("") });
export const moveMemberInput = z.object({ person: personId.optional(), from: kernId, to: kernId });
export const askEmailChangeInput = z.object({ email: emailAddress });
export const confirmEmailChangeInput = z.object({ token: secret });
export const renewInvitationInput = z.object({ kern: kernId });

/** What Kernplein's own jobs and the bot saw of guests. `oid`: object id in the municipality's tenant. */
export const noteGuestsInput = z.object({
  seen: z
    .array(
      z.object({
        oid: z.string().min(1).max(60),
        sign: z.enum(["accepted", "in-team", "out-of-team", "bot-reachable", "bot-unreachable", "gone"]),
        /** For "in-team" and "out-of-team": which kern's. */
        kern: kernId.optional(),
        /** ISO 8601; the moment of noting when left out. */
        at: z.iso.datetime({ offset: true }).optional(),
      }),
    )
    .max(50_000),
  /** When the tenant is to be read again, ISO 8601. */
  readAgainAt: z.iso.datetime({ offset: true }).optional(),
});
export const recordGuestRemovedInput = z.object({ person: personId, oid: z.string().min(1).max(60) });

/** What came of inviting a new member as guest; only Kernplein's own jobs may say so. */
export const recordGuestInput = z.object({
  person: z.uuid("invalid-id"),
  kern: kernId,
  outcome: z.union([
    z.object({
      oid: z.string().min(1).max(60),
      redeemUrl: z.url().nullable(),
      /** The link accepts an invitation; otherwise it only opens the team. */
      pending: z.boolean().default(false),
    }),
    z.object({ webOnly: z.enum(["no-team-yet", "address-refused"]) }),
  ]),
  /** When she asked for a new invitation, ISO 8601; null for the first one. */
  renewal: z.iso.datetime({ offset: true }).nullable().default(null),
  /** Only if she still waits for the team: who comes second has nothing to tell. */
  ifWaiting: z.boolean().default(false),
});

export interface JoinAskedView {
  /** Always the same answer, whether or not the address is already known: nobody can find out who takes part. */
  mailSentTo: string;
}

export interface JoinConfirmedView {
  state: "member" | "waits-for-officer";
  kern: string;
  kernName: string;
  name: string;
  /** True when Microsoft refuses the address, so that this person takes part by web page and mail only. */
  webOnly: boolean;
}

export interface JoinRequestView {
  joinRequest: string;
  kern: string;
  kernName: string;
  name: string;
  email: string;
  /** ISO 8601, UTC. */
  confirmedAt: string;
}

export interface JoinRequestsView {
  joinRequests: JoinRequestView[];
}

export interface JoinDecidedView {
  joinRequest: string;
  decision: "accepted" | "refused";
}

export interface SessionOpened {
  /** `<municipality>.<secret>`: the whole value of an HttpOnly cookie, never shown in a page. */
  session: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
  name: string;
}

export interface SessionClosed {
  closed: true;
}

export interface GuestRecordedView {
  person: string;
  webOnly: boolean;
}

export interface KernLeftView {
  /** Slug of the kern. */
  left: string;
}

export interface LanguageView {
  language: "nl" | "en";
}

export const invitationVerdicts = [
  "invite",
  "web-only",
  "duplicate",
  "already-member",
  "other-spelling",
  "blocked",
  "wrong-kern",
  "no-consent",
  "broken",
] as const;
export type InvitationVerdict = (typeof invitationVerdicts)[number];

export interface InvitationRowView {
  /** Line of the file, from 1. */
  line: number;
  name: string;
  email: string;
  kern: string;
  verdict: InvitationVerdict;
  /** The wrong field, the line that is repeated, the kern that is not hers, or the address as it is known. */
  about: string | null;
}

export interface InvitationsPreview {
  rows: InvitationRowView[];
  /** How many would be invited, those by web only included. */
  willInvite: number;
}

export interface InvitationsMade extends InvitationsPreview {
  invited: number;
  /** The rows that were not invited with the reason, as a file for a spreadsheet; null when there are none. */
  failedRows: string | null;
}

export interface InvitationMade {
  person: string;
  webOnly: boolean;
}

export interface PersonInKernView {
  person: string;
  kern: string;
  kernName: string;
  name: string;
  email: string;
  language: "nl" | "en";
  state: GuestState;
  /** ISO 8601, UTC: since when she is in that state. */
  stateSince: string;
  nextStep: GuestNextStep;
  /** Why her mail system refused our last mail, in its own words. */
  mailFailure: string | null;
  block: { reason: string; until: string | null } | null;
  invitedByOfficer: boolean;
}

export interface PeopleView {
  people: PersonInKernView[];
  /** For the next page; null at the end. */
  cursor: string | null;
  /** Of all that match but for the state. */
  counts: Record<GuestState, number>;
  /** The officer's kernen with their size beside what a team can hold. */
  kernen: { kern: string; name: string; members: number; most: number; fills: "fine" | "soon-full" | "full" }[];
}

export interface PersonBlockedView {
  person: string;
  blocked: boolean;
  until: string | null;
}

export interface MembershipView {
  person: string;
  kern: string;
  /** "waits-for-officer": the new kern's officer decides first. */
  state: "member" | "left" | "waits-for-officer";
}

export interface EmailChangedView {
  email: string;
  webOnly: boolean;
}

export interface InvitationRenewedView {
  mailSentTo: string;
}

export interface GuestsNotedView {
  /** How many moments were new. */
  noted: number;
}

/** Kept for the rolls of polls that ask for it, and shown to nobody else. */
export interface AddressView {
  address: { postcode: string; houseNumber: number; addition: string } | null;
}

export interface MeView {
  person: string;
  name: string;
  email: string;
  language: "nl" | "en";
  municipality: string;
  municipalityName: string;
  /** The municipality's own number. */
  phone: string;
  kernen: { kern: string; name: string; accent: string; silhouette: string }[];
  roles: { role: "resident" | "officer" | "volunteer" | "councillor" | "admin"; kern: string | null }[];
  webOnly: boolean;
  /** She has a role that this session, opened by a link in a mail, does not give: she has to sign in with Microsoft for it. */
  needsMicrosoft: boolean;
  can: { moderate: boolean; readOverview: boolean; administer: boolean };
}

export type MembersFact =
  /** `token` only ever goes into the mail; the queue deletes the job once it is sent. */
  | { fact: "join-asked"; joinRequest: string; kern: string; name: string; email: string; language: "nl" | "en"; token: string }
  /** Somebody asked to join with an address that already takes part: she gets a sign-in link instead. */
  | { fact: "known-member-asked-to-join"; person: string; kern: string; token: string }
  /** Somebody whose confirmed request still waits for the officer asked again: she is told that nothing more is needed. */
  | { fact: "asked-to-join-while-waiting"; joinRequest: string; kern: string }
  | { fact: "join-request-waits"; joinRequest: string; kern: string }
  | { fact: "join-request-refused"; joinRequest: string; kern: string; reason: string }
  | { fact: "member-accepted"; person: string; kern: string }
  /** What came of her invitation. `redeemUrl` accepts it and opens the kern's team; null when there is none for her. */
  | { fact: "guest-recorded"; person: string; kern: string; redeemUrl: string | null; renewal: string | null }
  /** Somebody whom an officer asked in is invited: reminders follow as long as she does not show herself. */
  | { fact: "invitation-made"; person: string; kern: string; at: string }
  /** A resident asked for a new invitation; her old link works no longer. */
  | { fact: "invitation-renewal-asked"; person: string; kern: string; askedAt: string }
  /** Her account is out of the tenant while she takes part: she is invited anew. */
  | { fact: "guest-missing"; person: string; kern: string }
  /** `at`: when the tenant's guests are to be read again. */
  | { fact: "guests-read"; at: string }
  | { fact: "member-blocked"; person: string; kern: string; reason: string; until: string | null }
  | { fact: "member-unblocked"; person: string; kern: string }
  | { fact: "email-change-asked"; person: string; email: string; token: string }
  /** `formerOid`: the guest account that belonged to the former address. */
  | { fact: "email-changed"; person: string; formerEmail: string; formerOid: string | null }
  | { fact: "member-left"; person: string; kern: string }
  | { fact: "sign-in-link-asked"; person: string; token: string };
