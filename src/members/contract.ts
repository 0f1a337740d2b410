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

/** What came of inviting a new member as guest; only Kernplein's own jobs may say so. */
export const recordGuestInput = z.object({
  person: z.uuid("invalid-id"),
  kern: kernId,
  outcome: z.union([
    z.object({ oid: z.string().min(1).max(60), redeemUrl: z.url().nullable() }),
    z.object({ webOnly: z.enum(["no-team-yet", "address-refused"]) }),
  ]),
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
  | { fact: "guest-recorded"; person: string; kern: string; redeemUrl: string | null }
  | { fact: "member-left"; person: string; kern: string }
  | { fact: "sign-in-link-asked"; person: string; token: string };
