/** What the slices above and the edges may ask and record about people. */
import { fingerprint } from "../shared/ids.ts";
import type { Language, Tx } from "../shared/work.ts";
import type { JoinRequestView } from "./contract.ts";
import { findRequest, findWaiting, type JoinRequest } from "./join-store.ts";
import { refuseLink } from "./rules.ts";
import { findSignInLink } from "./session-store.ts";
import * as store from "./store.ts";

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

/** Officers of this kern, by name; none when the municipality named none. `phone` is her own, null when she has none. */
export async function officersOf(
  tx: Tx,
  kern: string,
): Promise<(PersonContact & { phone: string | null; oid: string | null })[]> {
  const officers = await store.findOfficers(tx, kern);
  return officers.map((officer) => ({ ...contact(officer), phone: officer.phone, oid: officer.entraOid }));
}

/** Everybody who takes part in the kern, for mails and the roll; never to be shown. */
export async function membersOf(tx: Tx, kern: string): Promise<PersonContact[]> {
  return (await store.findMembers(tx, kern)).map(contact);
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

function contact({ person, name, email, language }: store.Person): PersonContact {
  return { person, name, email, language };
}
