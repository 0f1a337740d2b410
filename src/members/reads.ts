/** What the slices above and the edges may ask and record about people. */
import { fingerprint } from "../shared/ids.ts";
import type { Language, Tx } from "../shared/work.ts";
import { type Block, findBlock, findBlocked } from "./block-store.ts";
import type { JoinRequestView } from "./contract.ts";
import { findEmailChange } from "./email-change-store.ts";
import { findGuest, findKernenWithUnseen, type Guest, saveInvitation, saveMailOutcome } from "./guest-store.ts";
import { findRequest, findWaiting, type JoinRequest } from "./join-store.ts";
import { findPeople } from "./people-store.ts";
import { refuseLink } from "./rules.ts";
import { findSignInLink } from "./session-store.ts";
import * as store from "./store.ts";
import {
  findKernenWithUnadmitted,
  findUnadmitted,
  findUninvited,
  saveUninvitedWaiting,
  type Turn,
  type Unadmitted,
  type Uninvited,
} from "./waiting-store.ts";

export interface PersonContact {
  person: string;
  name: string;
  email: string;
  language: Language;
}

/** How to write to a person; undefined when she no longer exists. */
export async function personContact(tx: Tx, person: string): Promise<PersonContact | undefined> {
  const found = await store.findPerson(tx, person);
  return found && contact(found);
}

/** Name and language, and whether she has a guest account (`oid`) or why she has none. */
export function personAccount(tx: Tx, person: string): Promise<store.Person | undefined> {
  return store.findPerson(tx, person);
}

/**
 * Officers of this kern, by name; none when the municipality named none. `phone` and `photo` (an https address) are her own, null when
 * she has none.
 */
export async function officersOf(
  tx: Tx,
  kern: string,
): Promise<(PersonContact & { phone: string | null; photo: string | null; oid: string | null })[]> {
  const officers = await store.findOfficers(tx, kern);
  return officers.map((officer) => ({ ...contact(officer), phone: officer.phone, photo: officer.photo, oid: officer.entraOid }));
}

/** Slugs of the kernen of which this person is officer, by name; `officersOf` the other way round. */
export function kernenOfOfficer(tx: Tx, person: string): Promise<string[]> {
  return store.findKernenOfOfficer(tx, person);
}

/** Who looks after Kernplein for the municipality, by name. */
export async function adminsOf(tx: Tx): Promise<PersonContact[]> {
  return (await store.findAdmins(tx)).map(contact);
}

/** Everybody who takes part in the kern, for mails and the roll; never to be shown. `oid`: her account in the tenant. */
export async function membersOf(tx: Tx, kern: string): Promise<(PersonContact & { oid: string | null })[]> {
  return (await store.findMembers(tx, kern)).map((member) => ({ ...contact(member), oid: member.entraOid }));
}

/** Those of these people who still take part somewhere, for mails: who left wants none. Never to be shown. */
export async function takingPart(tx: Tx, persons: readonly string[]): Promise<PersonContact[]> {
  return (await store.findTakingPart(tx, persons)).map(contact);
}

export interface Reachable {
  person: string;
  name: string;
  since: Date;
  leftAt: Date | null;
  /** Null: not (or no longer) in the kern's team, as far as was seen. */
  seenInTeamAt: Date | null;
  /** Microsoft does not take her address. */
  webOnly: boolean;
}

/** Everybody who takes or took part in the kern, and whether what stands in its team can reach her. */
export async function reachableMembers(tx: Tx, kern: string, now: Date): Promise<Reachable[]> {
  const people = await findPeople(tx, [kern], "", now);
  return people.map(({ person, name, since, leftAt, seenInTeamAt, webOnly }) => ({
    person,
    name,
    since,
    leftAt,
    seenInTeamAt,
    webOnly,
  }));
}

/** How many take part: exact, so show it through `shownPeople` of kernen. */
export function memberCount(tx: Tx, kern: string): Promise<number> {
  return store.countMembers(tx, kern);
}

/** The kernen a person takes part in, by name. */
export function kernenOf(tx: Tx, person: string): Promise<store.KernOfPerson[]> {
  return store.findKernenOf(tx, person);
}

/** Since when she takes part in the kern; undefined when she does not (any more). */
export function memberSince(tx: Tx, person: string, kern: string): Promise<Date | undefined> {
  return store.findMembership(tx, person, kern);
}

/** What waits for an officer of these kernen, longest waiting first. */
export async function waitingJoinRequests(tx: Tx, kernen: readonly string[]): Promise<JoinRequestView[]> {
  const requests = await findWaiting(tx, kernen);
  return requests.map(({ joinRequest, kern, kernName, name, email, confirmedAt }) => ({
    joinRequest,
    kern,
    kernName,
    name,
    email,
    confirmedAt: (confirmedAt ?? new Date(0)).toISOString(),
  }));
}

/** A join request in the words of a mail; undefined when there is none. */
export function joinRequestForMail(tx: Tx, joinRequest: string): Promise<JoinRequest | undefined> {
  return findRequest(tx, joinRequest);
}

/** Until when the link with this secret signs in; undefined when it does not (any more). */
export async function signInLinkWorksUntil(tx: Tx, token: string, now: Date): Promise<Date | undefined> {
  const link = await findSignInLink(tx, fingerprint(token));
  return link && refuseLink(link, now) === null ? link.expiresAt : undefined;
}

/** Records the outcome of the invitation: the guest's object id in the municipality's tenant, or why there is none. */
export function recordGuestAccount(tx: Tx, person: string, account: { oid: string } | { webOnlyReason: string }): Promise<void> {
  return store.saveAccount(tx, person, account);
}

/**
 * A guest account was made or found for somebody who waits for her team: kept before she comes into it. `redeemUrl`: the link that
 * accepts the invitation; null when there is none to accept.
 */
export async function recordInvitation(
  tx: Tx,
  person: string,
  invited: { oid: string; redeemUrl: string | null },
  at: Date,
): Promise<void> {
  await store.saveAccount(tx, person, { oid: invited.oid });
  await saveInvitation(tx, person, invited.redeemUrl, at);
}

/** Who waits for the team and has no guest account, longest waiting first; `leftOut`: persons to pass over. Not who is blocked. */
export function uninvitedMembers(tx: Tx, now: Date, leftOut: readonly string[], most: number): Promise<Uninvited[]> {
  return findUninvited(tx, now, leftOut, most);
}

/** Kernen where somebody has a guest account and waits for the team. */
export function kernenWithUnadmitted(tx: Tx, now: Date): Promise<string[]> {
  return findKernenWithUnadmitted(tx, now);
}

/** Who has a guest account and waits for the team of this kern, longest waiting first. Not who is blocked. */
export function unadmittedMembers(tx: Tx, now: Date, turn: Turn): Promise<Unadmitted[]> {
  return findUnadmitted(tx, now, turn);
}

/** Everybody in the kern without a guest account waits for its team from now on. */
export function waitUninvited(tx: Tx, kern: string, now: Date): Promise<void> {
  return saveUninvitedWaiting(tx, kern, now);
}

/** When she last began to take part in the kern, also when she left since; undefined when she never did. */
export function beganAt(tx: Tx, person: string, kern: string): Promise<Date | undefined> {
  return store.findBegan(tx, person, kern);
}

/** By whom she was invited to the kern (null: she asked herself) and since when; undefined when she does not take part. */
export function membershipOf(
  tx: Tx,
  person: string,
  kern: string,
): Promise<{ since: Date; invitedBy: string | null } | undefined> {
  return store.findInvitedBy(tx, person, kern);
}

/** What was seen of a guest; undefined when nothing was. */
export function guestOf(tx: Tx, person: string): Promise<Guest | undefined> {
  return findGuest(tx, person);
}

/** Kernen where a guest was not seen in the team yet: only their teams need be read. */
export function kernenWithUnseenGuests(tx: Tx): Promise<string[]> {
  return findKernenWithUnseen(tx);
}

/** Whether she may not act at `now`, and until when. */
export function blockOf(tx: Tx, person: string, now: Date): Promise<Block | undefined> {
  return findBlock(tx, person, now);
}

/** Everybody who may not act at `now`. */
export function blockedPeople(tx: Tx, now: Date): Promise<string[]> {
  return findBlocked(tx, now);
}

/** Whether the person has any role of staff: such an account is never Kernplein's to remove. */
export function isStaff(tx: Tx, person: string): Promise<boolean> {
  return store.hasStaffRole(tx, person);
}

/** Records whether a mail that invites, welcomes or reminds was taken; `failure`: why not, in the other side's words. */
export function recordMailOutcome(tx: Tx, person: string, failure: string | null, at: Date): Promise<void> {
  return saveMailOutcome(tx, person, failure, at);
}

/** Until when the link with this secret confirms a new address; undefined when it does not (any more). */
export async function emailChangeWorksUntil(tx: Tx, token: string, now: Date): Promise<Date | undefined> {
  const change = await findEmailChange(tx, fingerprint(token));
  return change && refuseLink(change, now) === null ? change.expiresAt : undefined;
}

function contact({ person, name, email, language }: store.Person): PersonContact {
  return { person, name, email, language };
}
