import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { MembersFact, PeopleView } from "../../src/members/contract.ts";
import {
  actorForEntra,
  actorForSession,
  askEmailChange,
  askSignInLink,
  askToJoin,
  blockPerson,
  confirmEmailChange,
  confirmJoin,
  decideJoinRequest,
  endMembership,
  guestOf,
  inviteMany,
  invitePerson,
  leaveKern,
  listPeople,
  moveMember,
  noteGuests,
  openEntraSession,
  openSession,
  personAccount,
  recordGuest,
  recordGuestRemoved,
  recordMailOutcome,
  renewInvitation,
  restoreMembership,
  unblockPerson,
} from "../../src/members/index.ts";
import { after, days, hours, minutes } from "../../src/shared/time.ts";
import { type Actor, itself, type Tx } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let officer: Actor & { person: string };
const facts: MembersFact[] = [];
const start = new Date("2026-11-22T12:00:00Z");
const job = itself("molenlanden");
const within = <T>(body: (tx: Tx) => Promise<T>, municipality = "molenlanden") =>
  database.connections.inMunicipality(municipality, body);

beforeAll(async () => {
  database = await testDatabase((fact) => {
    facts.push(fact as MembersFact);
    return [];
  });
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["almkerk"]);
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(() => database.close());
beforeEach(() => {
  database.clock.now = start;
  facts.length = 0;
});

let count = 0;
/** Somebody invited to Arkel whom Microsoft knows. */
async function aGuest(): Promise<{ person: string; oid: string; email: string; actor: Actor & { person: string } }> {
  const email = `gast.${++count}@voorbeeld.example`;
  const { person } = await database.perform(invitePerson, officer, {
    kern: "arkel",
    name: `Gast ${count}`,
    email,
    consent: "brief",
  });
  const oid = randomUUID();
  const outcome = { oid, redeemUrl: "https://login.example/redeem", pending: true };
  await database.perform(recordGuest, job, { person, kern: "arkel", outcome });
  const actor = { ...officer, person, roles: [{ role: "resident" as const, kern: "arkel" }] };
  return { person, oid, email, actor };
}
const list = (input: object = {}): Promise<PeopleView> => database.perform(listPeople, officer, { kern: "arkel", ...input });
const rowOf = async (email: string) => (await list({ q: email })).people[0];
const factsOf = (name: MembersFact["fact"]) => facts.filter(({ fact }) => fact === name);

describe("what is seen of a guest", () => {
  test("each step shows with its moment, and is written once", async () => {
    const { person, oid, email } = await aGuest();
    expect(await rowOf(email)).toMatchObject({ state: "invited", nextStep: "wait-for-mail", invitedByOfficer: true });
    await within((tx) => recordMailOutcome(tx, person, null, after(start, minutes(1))));
    expect(await rowOf(email)).toMatchObject({ state: "waiting", stateSince: start.toISOString() });

    const accepted = after(start, hours(2));
    const note = (sign: object) =>
      database.perform(noteGuests, job, {
        seen: [
          { oid, ...sign },
          { oid: randomUUID(), ...sign },
        ],
      });
    expect(await note({ sign: "accepted", at: accepted.toISOString() })).toEqual({ noted: 1 });
    expect(await note({ sign: "accepted" })).toEqual({ noted: 0 });
    expect(await rowOf(email)).toMatchObject({
      state: "accepted",
      stateSince: accepted.toISOString(),
      nextStep: "wait-for-team",
    });
    expect(await note({ sign: "in-team", kern: "arkel" })).toEqual({ noted: 1 });
    expect(await note({ sign: "in-team", kern: "arkel" })).toEqual({ noted: 0 });
    expect(await rowOf(email)).toMatchObject({ state: "accepted", nextStep: "point-to-team" });

    const opened = after(start, hours(3));
    for (const now of [opened, after(opened, hours(1))]) await within((tx) => actorForEntra(tx, oid, "tab", now));
    expect(await rowOf(email)).toMatchObject({ state: "tab-opened", stateSince: opened.toISOString() });
    expect(await note({ sign: "bot-reachable" })).toEqual({ noted: 1 });
    expect(await rowOf(email)).toMatchObject({ state: "reachable-by-bot", nextStep: "none" });
  });

  test("a bounced mail shows with its reason until another arrives", async () => {
    const { person, email } = await aGuest();
    await within((tx) => recordMailOutcome(tx, person, "550 5.1.1 No such mailbox", start));
    expect(await rowOf(email)).toMatchObject({ state: "mail-bounced", mailFailure: "550 5.1.1 No such mailbox" });
    await within((tx) => recordMailOutcome(tx, person, null, after(start, hours(1))));
    expect(await rowOf(email)).toMatchObject({ state: "waiting", mailFailure: null });
  });

  test("who signs in with the tenant in a browser has accepted", async () => {
    const { person, oid } = await aGuest();
    await within((tx) => openEntraSession(tx, oid, start));
    expect(await within((tx) => guestOf(tx, person))).toMatchObject({ acceptedAt: start, tabOpenedAt: null });
  });

  test("people may not say what was seen", async () => {
    await expect(database.perform(noteGuests, officer, { seen: [] })).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("who is gone from the tenant while she takes part is invited anew", async () => {
    const { person, oid } = await aGuest();
    await database.perform(noteGuests, job, { seen: [{ oid, sign: "gone" }] });
    expect(factsOf("guest-missing")).toEqual([{ fact: "guest-missing", person, kern: "arkel" }]);
    expect(await within((tx) => actorForEntra(tx, oid, "tab", start))).toBeNull();
  });
});

describe("the officer's list", () => {
  test("filters, counts, searches and pages without losing or repeating anybody", async () => {
    const file = Buffer.from(
      `naam;e-mail;toestemming\n${Array.from({ length: 120 }, (_, index) => `Étoile ${index % 7} 100%;blad.${index}@voorbeeld.example;brief`).join("\n")}`,
    ).toString("base64");
    await database.perform(inviteMany, officer, { kern: "arkel", file });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ q: "blad.", limit: "50", ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.people.map(({ email }) => email));
      expect(page.counts.invited).toBe(120);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect((await list({ q: "100%" })).counts.invited).toBe(120);
    expect((await list({ q: "100_" })).people).toEqual([]);
    expect((await list({ state: "blocked", q: "blad." })).people).toEqual([]);
  });

  test("shows her kernen with their size beside the platform's limit", async () => {
    const { kernen } = await list();
    expect(kernen).toEqual([{ kern: "arkel", name: "Arkel", members: expect.any(Number), most: 25_000, fills: "fine" }]);
  });

  test("is hers alone", async () => {
    await expect(list({ kern: "hoornaar" })).rejects.toMatchObject({ code: "not-allowed" });
    const resident = await aPerson(database);
    await expect(database.perform(listPeople, resident, {})).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("blocking", () => {
  const block = (person: string, changes: object = {}, as: Actor = officer) =>
    database.perform(blockPerson, as, { person, kern: "arkel", reason: "U bleef anderen uitschelden.", ...changes });

  test("signs out everywhere and takes every right until it ends by itself", async () => {
    const { person, oid, email } = await aGuest();
    const { session } = await within((tx) => openEntraSession(tx, oid, start));
    const until = after(start, days(3));
    expect(await block(person, { until: until.toISOString() })).toEqual({ person, blocked: true, until: until.toISOString() });
    expect(await within((tx) => actorForSession(tx, session, "web", start))).toBeNull();
    expect(await within((tx) => actorForEntra(tx, oid, "tab", start))).toBeNull();
    expect(await within((tx) => actorForEntra(tx, oid, "bot", start))).toBeNull();
    await expect(within((tx) => openEntraSession(tx, oid, start))).rejects.toMatchObject({ code: "not-allowed" });
    expect(await rowOf(email)).toMatchObject({ state: "blocked", block: { until: until.toISOString() } });
    expect(factsOf("member-blocked")).toHaveLength(1);
    expect(await within((tx) => actorForEntra(tx, oid, "tab", until))).toMatchObject({
      roles: [{ role: "resident", kern: "arkel" }],
    });
  });

  test("a link mailed before or asked for after does not let her in", async () => {
    const { person, email } = await aGuest();
    const visitor: Actor = { ...officer, person: null, roles: [] };
    const tokenOf = async () => {
      await database.perform(askSignInLink, visitor, { email });
      return (facts.findLast(({ fact }) => fact === "sign-in-link-asked") as { token: string }).token;
    };
    const early = await tokenOf();
    await block(person);
    await expect(database.perform(openSession, visitor, { token: early })).rejects.toMatchObject({ code: "link-expired" });
    await expect(database.perform(openSession, visitor, { token: await tokenOf() })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("is lifted by the officer; twice is once", async () => {
    const { person, oid } = await aGuest();
    await block(person);
    for (const _ of [1, 2]) await database.perform(unblockPerson, officer, { person, kern: "arkel" });
    expect(factsOf("member-unblocked")).toHaveLength(1);
    expect(await within((tx) => actorForEntra(tx, oid, "tab", start))).not.toBeNull();
  });

  test("is refused to others, for staff, for oneself, without a reason, into the past and on top of another", async () => {
    const { person, actor } = await aGuest();
    const colleague = await aPerson(database, { roles: [{ role: "officer", kern: "arkel" }] });
    await expect(block(person, {}, actor)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(block(colleague.person)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(block(colleague.person, {}, colleague)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(block(person, { reason: " " })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(block(person, { until: start.toISOString() })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(block(person, { kern: "hoornaar" })).rejects.toMatchObject({ code: "not-allowed" });
    await block(person);
    await expect(block(person)).rejects.toMatchObject({ code: "changed-meanwhile" });
  });
});

describe("coming and going", () => {
  test("who left is given back within 30 days with what was known of her, and not later", async () => {
    const { person, oid, email, actor } = await aGuest();
    await database.perform(leaveKern, actor, { kern: "arkel" });
    await database.perform(recordGuestRemoved, job, { person, oid });
    expect(await rowOf(email)).toMatchObject({ state: "left", nextStep: "restore" });
    expect(await within((tx) => guestOf(tx, person))).toMatchObject({ removedOid: oid });
    expect(await within((tx) => personAccount(tx, person))).toMatchObject({ entraOid: null });
    facts.length = 0;
    database.clock.now = after(start, days(29));
    await database.perform(restoreMembership, officer, { person, kern: "arkel" });
    expect(factsOf("member-accepted")).toHaveLength(1);
    await database.perform(endMembership, officer, { person, kern: "arkel" });
    database.clock.now = after(start, days(60));
    await expect(database.perform(restoreMembership, officer, { person, kern: "arkel" })).rejects.toMatchObject({
      code: "link-expired",
    });
  });

  test("who came back while her account was being removed is invited again at once", async () => {
    const { person, oid } = await aGuest();
    await database.perform(recordGuestRemoved, job, { person, oid });
    expect(factsOf("guest-missing")).toHaveLength(1);
  });

  test("a resident who moves waits for the new kern's officer and stays where she is until then; an officer of both moves her at once", async () => {
    const { person, actor } = await aGuest();
    expect(await database.perform(moveMember, actor, { from: "arkel", to: "hoornaar" })).toMatchObject({
      state: "waits-for-officer",
    });
    const [asked] = factsOf("join-request-waits") as { joinRequest: string }[];
    expect(factsOf("member-left")).toEqual([]);
    const both = await aPerson(database, {
      kernen: [],
      roles: [
        { role: "officer", kern: "arkel" },
        { role: "officer", kern: "hoornaar" },
      ],
    });
    await database.perform(decideJoinRequest, both, { joinRequest: asked?.joinRequest, decision: "accepted" });
    expect(factsOf("member-left")).toEqual([{ fact: "member-left", person, kern: "arkel" }]);
    expect((await database.perform(listPeople, both, { kern: "hoornaar" })).people.map((row) => row.person)).toEqual([person]);
    expect(await database.perform(moveMember, both, { person, from: "hoornaar", to: "arkel" })).toMatchObject({
      state: "member",
    });
    await expect(database.perform(moveMember, officer, { person, from: "arkel", to: "hoornaar" })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  test("an entrepreneur in two kernen stands in both lists, one person", async () => {
    const { person, email } = await aGuest();
    const visitor: Actor = { ...job, channel: "web" };
    await database.perform(askToJoin, visitor, { kern: "hoornaar", name: "Gast", email, consent: true });
    const [mailed] = factsOf("join-asked") as { token: string }[];
    await database.perform(confirmJoin, visitor, { token: mailed?.token });
    const [asked] = factsOf("join-request-waits") as { joinRequest: string }[];
    const both = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: null }] });
    await database.perform(decideJoinRequest, both, { joinRequest: asked?.joinRequest, decision: "accepted" });
    const rows = (await database.perform(listPeople, both, { q: `gast.${count}@` })).people;
    expect(rows.map((row) => [row.person, row.kern])).toEqual([
      [person, "arkel"],
      [person, "hoornaar"],
    ]);
  });

  test("who lives in two municipalities of the deployment is two persons, and a block in one is nothing to the other", async () => {
    const { person, email } = await aGuest();
    const other = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "almkerk" }] }, "altena");
    const there = await database.perform(invitePerson, other, { kern: "almkerk", name: "Gast", email, consent: "brief" });
    expect(there.person).not.toBe(person);
    await database.perform(blockPerson, officer, { person, kern: "arkel", reason: "Dat ging te ver." });
    const { people } = await database.perform(listPeople, other, {});
    expect(people).toMatchObject([{ person: there.person, email, state: "invited" }]);
    await expect(
      database.perform(blockPerson, other, { person, kern: "almkerk", reason: "Dat ging te ver." }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("another e-mail address", () => {
  const ask = async (actor: Actor, email: string) => {
    await database.perform(askEmailChange, actor, { email });
    return (facts.findLast(({ fact }) => fact === "email-change-asked") as { token: string }).token;
  };
  const confirm = (token: string) => database.perform(confirmEmailChange, { ...officer, person: null, roles: [] }, { token });

  test("is hers once the new mailbox confirms it; the former account goes and nothing seen of it holds", async () => {
    const { person, oid, email, actor } = await aGuest();
    const first = await ask(actor, `nieuw.${email}`);
    const second = await ask(actor, `nieuwer.${email}`);
    expect(await rowOf(email)).toMatchObject({ email });
    expect(await confirm(second)).toEqual({ email: `nieuwer.${email}`, webOnly: false });
    expect(factsOf("email-changed")).toEqual([{ fact: "email-changed", person, formerEmail: email, formerOid: oid }]);
    expect(await within((tx) => personAccount(tx, person))).toMatchObject({ email: `nieuwer.${email}`, entraOid: null });
    await expect(confirm(second)).rejects.toMatchObject({ code: "link-used" });
    await expect(confirm(first)).rejects.toMatchObject({ code: "link-expired" });
    await expect(confirm("x".repeat(22))).rejects.toMatchObject({ code: "not-found" });
  });

  test("an address that Microsoft refuses makes her web-only; one that somebody else has is refused", async () => {
    const one = await aGuest();
    const other = await aGuest();
    expect(await confirm(await ask(one.actor, "gast+dorp@voorbeeld.example"))).toMatchObject({ webOnly: true });
    const token = await ask(one.actor, other.email);
    await expect(confirm(token)).rejects.toMatchObject({ code: "already-a-member" });
  });

  test("the link works a day; more than five in an hour are refused", async () => {
    const { actor } = await aGuest();
    const token = await ask(actor, "laat@voorbeeld.example");
    database.clock.now = after(start, hours(24));
    await expect(confirm(token)).rejects.toMatchObject({ code: "link-expired" });
    for (const _ of [1, 2, 3, 4, 5]) await ask(actor, "laat@voorbeeld.example");
    await expect(ask(actor, "laat@voorbeeld.example")).rejects.toMatchObject({ code: "too-many-requests" });
  });
});

test("a resident renews her own invitation, not again within ten minutes, not for a kern of others, not by web only", async () => {
  const { person, actor } = await aGuest();
  const renew = (kern = "arkel") => database.perform(renewInvitation, actor, { kern });
  await renew();
  expect(factsOf("invitation-renewal-asked")).toMatchObject([{ person, kern: "arkel" }]);
  await expect(renew()).rejects.toMatchObject({ code: "too-many-requests" });
  await expect(renew("hoornaar")).rejects.toMatchObject({ code: "not-a-member" });
  database.clock.now = after(start, minutes(10));
  await renew();
  await database.perform(recordGuest, job, { person, kern: "arkel", outcome: { webOnly: "address-refused" } });
  await expect(renew()).rejects.toMatchObject({ code: "address-refused" });
});
