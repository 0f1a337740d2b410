/** Pure rules about people: who may do what, how long links live, which addresses Microsoft takes. */
import { days, hours, minutes } from "../shared/time.ts";
import type { Actor, Role } from "../shared/work.ts";

export type Assurance = "entra" | "mail";

export const confirmationLivesMs = hours(48);
export const signInLinkLivesMs = minutes(15);

/** A session by mail link lasts long because it gives no staff role; one by the municipality's tenant lasts a working day. */
export const sessionLivesMs: Readonly<Record<Assurance, number>> = { mail: days(30), entra: hours(12) };

/**
 * Most mails with a link to one address within a period: nobody can flood a stranger's mailbox by typing the address again and again.
 * The mails that did leave still work, so whoever is impatient loses nothing.
 */
export const mostLinkMails = 5;
export const linkMailsPeriodMs = hours(1);

const refusedSigns = /[+~!#$%^&*()=[\]{}\\/|;:"<>?,]/;

/**
 * The first sign for which Microsoft refuses to invite `email` as a guest; null when it takes the address. Who has such an address
 * takes part by web page and mail alone. Source: Microsoft Graph 1.0, resource "invitation", invitedUserEmailAddress.
 */
export function refuseAddress(email: string): string | null {
  return refusedSigns.exec(email)?.[0] ?? null;
}

function holds(actor: Actor, role: Role, kern: string): boolean {
  return actor.roles.some((grant) => grant.role === role && (grant.kern === kern || grant.kern === null));
}

/** Whether the actor takes part in this kern. Officers do not by their office. */
export function isMemberOf(actor: Actor, kern: string): boolean {
  return actor.person !== null && holds(actor, "resident", kern);
}

/** Whether the actor keeps order in this kern; a visitor never does. */
export function isOfficerOf(actor: Actor, kern: string): boolean {
  return actor.person !== null && holds(actor, "officer", kern);
}

/** Whether the actor may help residents of this kern with a vote: its officers and volunteers. */
export function isHelperOf(actor: Actor, kern: string): boolean {
  return isOfficerOf(actor, kern) || (actor.person !== null && holds(actor, "volunteer", kern));
}

/** The kernen out of `kernen` of which the actor is officer. */
export function officerKernen(actor: Actor, kernen: readonly string[]): string[] {
  return kernen.filter((kern) => isOfficerOf(actor, kern));
}

/** Whether the actor keeps order in any kern at all. */
export function mayModerate(actor: Actor): boolean {
  return actor.person !== null && actor.roles.some((grant) => grant.role === "officer");
}

/** What a councillor reads: for councillors, officers and administrators. */
export function mayReadOverview(actor: Actor): boolean {
  return actor.person !== null && actor.roles.some((grant) => ["councillor", "officer", "admin"].includes(grant.role));
}

/** Whether the actor is an administrator of the whole municipality: teams are made for all kernen. */
export function mayAdminister(actor: Actor): boolean {
  return actor.person !== null && actor.roles.some((grant) => grant.role === "admin" && grant.kern === null);
}

export interface LinkState {
  usedAt: Date | null;
  expiresAt: Date;
}

/** Why a link in a mail no longer works, if so. What was used is told as used, also when its time has passed since. */
export function refuseLink({ usedAt, expiresAt }: LinkState, now: Date): "link-used" | "link-expired" | null {
  if (usedAt !== null) return "link-used";
  return now >= expiresAt ? "link-expired" : null;
}

/** Whether the officer must still say why: a refusal is read by the person it concerns. */
export function lacksReason(decision: "accepted" | "refused", reason: string): boolean {
  return decision === "refused" && reason.length < 5;
}

/** People in one team. Source: Microsoft, "Limits and specifications for Microsoft Teams", members in a team. */
export const mostPerTeam = 25_000;

/** Told long before it bites: from four fifths on. */
export function fillOf(members: number): "fine" | "soon-full" | "full" {
  if (members >= mostPerTeam) return "full";
  return members >= mostPerTeam * 0.8 ? "soon-full" : "fine";
}

export const emailChangeLivesMs = hours(24);
export const renewalPauseMs = minutes(10);
