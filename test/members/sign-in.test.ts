import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { MembersFact } from "../../src/members/contract.ts";
import {
  actorForEntra,
  actorForSession,
  askSignInLink,
  changeLanguage,
  closeSession,
  enrol,
  openEntraSession,
  openSession,
  personContact,
  recordGuestAccount,
  whoAmI,
} from "../../src/members/index.ts";
import { after, days, hours, minutes } from "../../src/shared/time.ts";
import type { Actor, Tx } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let facts: MembersFact[] = [];
const start = new Date("2026-11-22T12:00:00Z");
const visitor: Actor = { municipality: "molenlanden", person: null, roles: [], channel: "web", language: "nl" };
const inMolenlanden = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);

beforeAll(async () => {
  database = await testDatabase((fact) => {
    facts.push(fact as MembersFact);
    return [];
  });
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["almkerk"]);
});
afterAll(() => database.close());
beforeEach(() => {
  facts = [];
  database.clock.now = start;
});

let people = 0;
async function aResident(): Promise<{ person: string; email: string }> {
  const email = `bewoner.${++people}@voorbeeld.example`;
  const newcomer = { kern: "arkel", name: "Jo Voorbeeld", email, language: "nl", since: start } as const;
  return { email, person: await inMolenlanden((tx) => enrol(tx, newcomer)) };
}
async function linkFor(email: string): Promise<string> {
  await database.perform(askSignInLink, visitor, { email });
  return (facts.at(-1) as Extract<MembersFact, { fact: "sign-in-link-asked" }>).token;
}
const open = (token: string) => database.perform(openSession, visitor, { token });
const actorOf = (session: string, now = database.clock.now) => inMolenlanden((tx) => actorForSession(tx, session, "web", now));

describe("a sign-in link", () => {
  test("opens a session once, in which a resident is herself", async () => {
    const { email, person } = await aResident();
    const opened = await open(await linkFor(` ${email.toUpperCase()}`));
    expect(opened).toMatchObject({ name: "Jo Voorbeeld", expiresAt: after(start, days(30)).toISOString() });
    expect(opened.session).toMatch(/^molenlanden\.[\w-]{22}$/);
    expect(await actorOf(opened.session)).toEqual({
      municipality: "molenlanden",
      person,
      roles: [{ role: "resident", kern: "arkel" }],
      channel: "web",
      language: "nl",
    });
    expect((await actorOf(opened.session.replace("molenlanden.", "")))?.person).toBe(person);
  });

  test("is mailed to who is known only, with the same answer to everybody", async () => {
    const { email } = await aResident();
    const answers = [];
    for (const one of [email, "niemand@voorbeeld.example"]) {
      answers.push(await database.perform(askSignInLink, visitor, { email: one }));
    }
    expect(answers).toEqual([{ mailSentTo: email }, { mailSentTo: "niemand@voorbeeld.example" }]);
    expect(facts).toHaveLength(1);
  });

  test("tells used from expired from unknown", async () => {
    const { email } = await aResident();
    const used = await linkFor(email);
    await open(used);
    await expect(open(used)).rejects.toMatchObject({ code: "link-used" });
    const late = await linkFor(email);
    database.clock.now = after(start, minutes(15));
    await expect(open(late)).rejects.toMatchObject({ code: "link-expired" });
    await expect(open("nobody-ever-made-this-link")).rejects.toMatchObject({ code: "not-found" });
  });

  test("works in the last second of its quarter of an hour", async () => {
    const { email } = await aResident();
    const token = await linkFor(email);
    database.clock.now = after(start, minutes(15) - 1000);
    expect((await open(token)).name).toBe("Jo Voorbeeld");
  });

  test("used by ten devices at once opens one session", async () => {
    const { email } = await aResident();
    const token = await linkFor(email);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => open(token)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason.code).toBe("link-used");
  });

  test("cannot be asked so often that it floods a mailbox; an hour later it can again", async () => {
    const { email } = await aResident();
    for (let turn = 0; turn < 8; turn++) await linkFor(email);
    expect(facts).toHaveLength(5);
    database.clock.now = after(start, hours(1));
    await linkFor(email);
    expect(facts).toHaveLength(6);
  });

  test("does nothing in another municipality", async () => {
    const { email } = await aResident();
    const token = await linkFor(email);
    const elsewhere = { ...visitor, municipality: "altena" };
    await expect(database.perform(openSession, elsewhere, { token })).rejects.toMatchObject({ code: "not-found" });
    const { session } = await open(token);
    const seen = await database.connections.inMunicipality("altena", (tx) => actorForSession(tx, session, "web", start));
    expect(seen).toBeNull();
  });
});

describe("a session", () => {
  test("ends after thirty days, at signing out, and was never stored as it is", async () => {
    const { email } = await aResident();
    const { session } = await open(await linkFor(email));
    expect(await actorOf(session, after(start, days(30)))).toBeNull();
    const stored = await inMolenlanden((tx) => tx.selectFrom("session").selectAll().execute());
    expect(JSON.stringify(stored)).not.toContain(session.split(".")[1]);
    expect(await database.perform(closeSession, visitor, { session })).toEqual({ closed: true });
    expect(await actorOf(session)).toBeNull();
    expect(await database.perform(closeSession, visitor, { session })).toEqual({ closed: true });
  });

  test("by mail gives staff no staff role; by the municipality's tenant it does, for twelve hours", async () => {
    const officer = await aPerson(database, {
      kernen: ["hoornaar"],
      roles: [
        { role: "officer", kern: "arkel" },
        { role: "admin", kern: null },
      ],
    });
    const { email } = (await inMolenlanden((tx) => personContact(tx, officer.person))) ?? { email: "" };
    const { session } = await open(await linkFor(email));
    const byMail = await actorOf(session);
    expect(byMail?.roles).toEqual([{ role: "resident", kern: "hoornaar" }]);
    expect((await database.perform(whoAmI, byMail ?? visitor, {})).needsMicrosoft).toBe(true);

    await inMolenlanden((tx) => recordGuestAccount(tx, officer.person, { oid: "oid-of-officer" }));
    const opened = await inMolenlanden((tx) => openEntraSession(tx, "oid-of-officer", start));
    expect(opened.expiresAt).toBe(after(start, hours(12)).toISOString());
    const roles = [
      { role: "resident", kern: "hoornaar" },
      { role: "admin", kern: null },
      { role: "officer", kern: "arkel" },
    ];
    const byTenant = await actorOf(opened.session);
    expect(byTenant?.roles).toEqual(roles);
    expect((await database.perform(whoAmI, byTenant ?? visitor, {})).needsMicrosoft).toBe(false);
    expect(await inMolenlanden((tx) => actorForEntra(tx, "oid-of-officer", "bot"))).toMatchObject({
      person: officer.person,
      roles,
      channel: "bot",
    });
  });

  test("is not opened for an account nobody here has", async () => {
    expect(await inMolenlanden((tx) => actorForEntra(tx, "unknown", "tab"))).toBeNull();
    await expect(inMolenlanden((tx) => openEntraSession(tx, "unknown", start))).rejects.toMatchObject({ code: "not-a-member" });
  });
});

describe("who am I", () => {
  test("tells kernen, roles and what the buttons may show", async () => {
    const { person, email } = await aResident();
    const me: Actor = { ...visitor, person, roles: [{ role: "resident", kern: "arkel" }] };
    expect(await database.perform(whoAmI, me, {})).toEqual({
      person,
      name: "Jo Voorbeeld",
      email,
      language: "nl",
      municipality: "molenlanden",
      municipalityName: "molenlanden",
      phone: "088 000 00 00",
      kernen: [{ kern: "arkel", name: "Arkel", accent: "dike", silhouette: "mill" }],
      roles: [{ role: "resident", kern: "arkel" }],
      webOnly: false,
      needsMicrosoft: false,
      can: { moderate: false, readOverview: false, administer: false },
    });
    const officer: Actor = { ...me, roles: [{ role: "officer", kern: "arkel" }] };
    expect((await database.perform(whoAmI, officer, {})).can).toEqual({ moderate: true, readOverview: true, administer: false });
  });

  test("says so when Microsoft refused the person's address, until an account is recorded", async () => {
    const { person } = await aResident();
    const me: Actor = { ...visitor, person };
    await inMolenlanden((tx) => recordGuestAccount(tx, person, { webOnlyReason: "Graph refused the invitation" }));
    expect((await database.perform(whoAmI, me, {})).webOnly).toBe(true);
    await inMolenlanden((tx) => recordGuestAccount(tx, person, { oid: "accepted-later" }));
    expect((await database.perform(whoAmI, me, {})).webOnly).toBe(false);
  });

  test("refuses who is nobody", async () => {
    await expect(database.perform(whoAmI, visitor, {})).rejects.toMatchObject({ code: "not-signed-in" });
    const gone: Actor = { ...visitor, person: "00000000-0000-4000-8000-000000000000" };
    await expect(database.perform(whoAmI, gone, {})).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("the language one chooses is the language of one's mails", async () => {
    const { person } = await aResident();
    const me: Actor = { ...visitor, person };
    expect(await database.perform(changeLanguage, me, { language: "en" })).toEqual({ language: "en" });
    expect((await inMolenlanden((tx) => personContact(tx, person)))?.language).toBe("en");
    await expect(database.perform(changeLanguage, visitor, { language: "en" })).rejects.toMatchObject({ code: "not-signed-in" });
  });
});
