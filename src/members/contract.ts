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
export const nothing = z.object({});
export const leaveKernInput = z.object({ kern: kernId });
export const changeLanguageInput = z.object({ language });

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

export interface SessionOpened {
  /** Goes into an HttpOnly cookie, never into a page. */
  session: string;
  expiresAt: string;
  name: string;
}

export interface MeView {
  person: string;
  name: string;
  email: string;
  language: "nl" | "en";
  municipality: string;
  municipalityName: string;
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
  | { fact: "join-request-waits"; joinRequest: string; kern: string }
  | { fact: "join-request-refused"; joinRequest: string; kern: string; reason: string }
  | { fact: "member-accepted"; person: string; kern: string }
  | { fact: "member-left"; person: string; kern: string }
  | { fact: "sign-in-link-asked"; person: string; token: string };
