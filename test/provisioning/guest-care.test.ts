import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { municipalityOf } from "../../src/kernen/index.ts";
import {
  actorForEntra,
  askEmailChange,
  blockPerson,
  confirmEmailChange,
  endMembership,
  guestOf,
  invitePerson,
  listPeople,
  moveMember,
  personAccount,
  renewInvitation,
  restoreMembership,
  unblockPerson,
} from "../../src/members/index.ts";
import { applyProvisioning, makeProvisioningReactions } from "../../src/provisioning/index.ts";
import { after, days } from "../../src/shared/time.ts";
import type { Actor, Fact, Tx } from "../../src/shared/work.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, officers, openStage, type Stage } from "./stage.ts";

let database: TestDatabase;
let stage: Stage;
let tenant: string;
let officer: Actor & { person: string };
let reactions: ReturnType<typeof makeProvisioningReactions>;
const queue: Fact[] = [];
const told: Fact[] = [];
const start = new Date("2026-11-22T12:00:00Z");
const within = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);

beforeAll(async () => {
  database = await testDatabase((fact) => {
    queue.push(fact);
    told.push(fact);
    return [];
  });
  stage = await openStage();
  await aMunicipality(database, "molenlanden", ["arkel", "hoornaar"]);
  tenant = (await within(municipalityOf)).entraTenantId;
  await stage.seed(tenant, officers);
  const provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
  await applyProvisioning(provisioner, anOrder("molenlanden", tenant, ["arkel", "hoornaar"]));
  const desk = { workplace: stage.workplace, workshop: database.workshop, landingUrl: "https://kernplein.example/" };
  reactions = makeProvisioningReactions(desk, database.perform);
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: null }] });
});
afterAll(async () => {
  await stage.close();
  await database.close();
});
beforeEach(() => {
  database.clock.now = start;
  queue.length = 0;
});

/** Does what follows from the facts so far, as the queue would; what is due later waits. */
async function settle(municipality = "molenlanden"): Promise<void> {
  for (let fact = queue.shift(); fact; fact = queue.shift()) {
    const names = subscriptions[fact.fact as keyof typeof subscriptions];
    for (const reaction of reactions.filter(({ name }) => names.includes(name))) {
      if ((reaction.due?.(fact) ?? start) <= database.clock.now) await reaction.run({ municipality, fact });
    }
  }
}
async function runAt(now: Date, fact: Fact): Promise<void> {
  database.clock.now = now;
  queue.push(fact);
  await settle();
}

let count = 0;
async function aGuest() {
  const email = `gast.${++count}@voorbeeld.example`;
  const { person } = await database.perform(invitePerson, officer, {
    kern: "arkel",
    name: `Gast ${count}`,
    email,
    consent: "brief",
  });
  await settle();
  const oid = (await within((tx) => personAccount(tx, person)))?.entraOid ?? "";
  expect(oid).not.toBe("");
  await stage.time.sleep(600_000);
  return { person, email, oid };
}
async function teamOf(name: string): Promise<string[]> {
  await stage.time.sleep(600_000);
  const { value: teams } = await stage.read<{ value: { id: string; displayName: string }[] }>(tenant, "/teams");
  const id = teams.find(({ displayName }) => displayName.includes(name))?.id;
  const { value } = await stage.read<{ value: { email: string }[] }>(tenant, `/teams/${id}/members`);
  return value.map(({ email }) => email);
}
const inDirectory = async (email: string) => {
  await stage.time.sleep(600_000);
  return (await stage.workplace.findPeople(tenant, [email])).get(email)?.id ?? null;
};
const redeem = (email: string) =>
  fetch(`${stage.url}/local/redeem`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ tenant, email }),
  });
const rowOf = async (email: string) => (await database.perform(listPeople, officer, { q: email })).people[0];

test("who leaves her last kern leaves the team and the directory, and comes back as who she was within 30 days", async () => {
  const { person, email, oid } = await aGuest();
  expect(await teamOf("Arkel")).toContain(email);
  await database.perform(endMembership, officer, { person, kern: "arkel" });
  await settle();
  expect(await teamOf("Arkel")).not.toContain(email);
  expect(await inDirectory(email)).toBeNull();
  expect(await within((tx) => guestOf(tx, person))).toMatchObject({ removedOid: oid });

  database.clock.now = after(start, days(10));
  await database.perform(restoreMembership, officer, { person, kern: "arkel" });
  await settle();
  expect(await inDirectory(email)).toBe(oid);
  expect(await teamOf("Arkel")).toContain(email);
  expect(await within((tx) => personAccount(tx, person))).toMatchObject({ entraOid: oid });
});

test("who leaves one of two kernen keeps her account and the other team", async () => {
  const { person, email, oid } = await aGuest();
  await database.perform(invitePerson, officer, { kern: "hoornaar", name: "Gast", email, consent: "brief" });
  await settle();
  expect(await within((tx) => guestOf(tx, person))).toMatchObject({ redeemUrl: expect.stringContaining("/local/redeem") });
  await database.perform(endMembership, officer, { person, kern: "arkel" });
  await settle();
  expect(await teamOf("Arkel")).not.toContain(email);
  expect(await teamOf("Hoornaar")).toContain(email);
  expect(await inDirectory(email)).toBe(oid);
});

test("who comes back after more than 30 days is a new guest of the tenant, and the same person here", async () => {
  const { person, email, oid } = await aGuest();
  await database.perform(endMembership, officer, { person, kern: "arkel" });
  await settle();
  await stage.time.sleep(31 * 86_400_000);
  database.clock.now = after(start, days(31));
  await expect(database.perform(restoreMembership, officer, { person, kern: "arkel" })).rejects.toThrow();
  const again = await database.perform(invitePerson, officer, { kern: "arkel", name: "Gast", email, consent: "brief" });
  await settle();
  const fresh = await inDirectory(email);
  expect([again.person, fresh === oid]).toEqual([person, false]);
  expect(await within((tx) => personAccount(tx, person))).toMatchObject({ entraOid: fresh });
});

test("who moves house leaves the old team and comes into the new one with the account she has", async () => {
  const { person, email, oid } = await aGuest();
  expect(await database.perform(moveMember, officer, { person, from: "arkel", to: "hoornaar" })).toMatchObject({
    state: "member",
  });
  await settle();
  expect(await teamOf("Arkel")).not.toContain(email);
  expect(await teamOf("Hoornaar")).toContain(email);
  expect(await inDirectory(email)).toBe(oid);
  expect(await within((tx) => personAccount(tx, person))).toMatchObject({ entraOid: oid });
});

test("who takes part in another municipality too has an account in each tenant, and leaving one is nothing to the other", async () => {
  const { person, email, oid } = await aGuest();
  await aMunicipality(database, "altena", ["almkerk"]);
  const inAltena = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("altena", body);
  const there = (await inAltena(municipalityOf)).entraTenantId;
  await stage.seed(there, officers);
  const provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
  await applyProvisioning(provisioner, anOrder("altena", there, ["almkerk"]));
  queue.length = 0;
  const wish = { kernen: [], roles: [{ role: "officer" as const, kern: null }] };
  const neighbour = await aPerson(database, wish, "altena");
  const other = await database.perform(invitePerson, neighbour, { kern: "almkerk", name: "Gast", email, consent: "brief" });
  await settle("altena");
  const second = await inAltena((tx) => personAccount(tx, other.person));
  expect([other.person === person, second?.entraOid === oid]).toEqual([false, false]);
  await stage.time.sleep(600_000);

  await database.perform(endMembership, officer, { person, kern: "arkel" });
  await settle();
  expect(await inDirectory(email)).toBeNull();
  expect((await stage.workplace.findPeople(there, [email])).get(email)?.id).toBe(second?.entraOid);
  expect(await inAltena((tx) => actorForEntra(tx, second?.entraOid ?? "", "tab"))).toMatchObject({ municipality: "altena" });
  expect(await within((tx) => actorForEntra(tx, second?.entraOid ?? "", "tab"))).toBeNull();
});

test("who is to leave a team that does not show her yet is tried again until it does", async () => {
  const { person, email } = await aGuest();
  await database.perform(invitePerson, officer, { kern: "hoornaar", name: "Gast", email, consent: "brief" });
  await settle();
  await database.perform(endMembership, officer, { person, kern: "hoornaar" });
  const fact = queue.at(-1) as Fact;
  await expect(settle()).rejects.toThrow("does not show the member yet");
  await stage.time.sleep(600_000);
  await runAt(start, fact);
  expect(await teamOf("Hoornaar")).not.toContain(email);
});

test("an employee who takes part as resident keeps the account when leaving", async () => {
  const email = "medewerker@gemeente.example";
  await stage.seed(tenant, [email]);
  const { person } = await database.perform(invitePerson, officer, { kern: "arkel", name: "Mede", email, consent: "brief" });
  await settle();
  await stage.time.sleep(600_000);
  await database.perform(endMembership, officer, { person, kern: "arkel" });
  await settle();
  expect(await inDirectory(email)).not.toBeNull();
  expect(await within((tx) => personAccount(tx, person))).toMatchObject({ entraOid: expect.any(String) });
});

test("a block takes her out of every team until its end, and only then lets her in", async () => {
  const { person, email } = await aGuest();
  const until = after(start, days(2));
  await database.perform(blockPerson, officer, { person, kern: "arkel", reason: "Dat ging te ver.", until: until.toISOString() });
  const fact = told.findLast(({ fact }) => fact === "member-blocked") as Fact;
  await settle();
  expect(await teamOf("Arkel")).not.toContain(email);
  await database.perform(unblockPerson, officer, { person, kern: "arkel" });
  await settle();
  expect(await teamOf("Arkel")).toContain(email);

  await database.perform(blockPerson, officer, {
    person,
    kern: "arkel",
    reason: "Weer te ver.",
    until: after(start, days(9)).toISOString(),
  });
  await settle();
  await runAt(until, fact);
  expect(await teamOf("Arkel")).not.toContain(email);
  await runAt(after(start, days(9)), told.findLast(({ fact }) => fact === "member-blocked") as Fact);
  expect(await teamOf("Arkel")).toContain(email);
});

test("another address is another guest: the former one goes from the directory, the new one is invited to every kern", async () => {
  const { person, email, oid } = await aGuest();
  const actor = { ...officer, person, roles: [] };
  await database.perform(askEmailChange, actor, { email: `nieuw.${email}` });
  const { token } = told.findLast(({ fact }) => fact === "email-change-asked") as Fact & { token: string };
  await database.perform(confirmEmailChange, actor, { token });
  await settle();
  expect(await inDirectory(email)).toBeNull();
  expect(await inDirectory(`nieuw.${email}`)).not.toBeNull();
  expect(await teamOf("Arkel")).toContain(`nieuw.${email}`);
  expect((await within((tx) => personAccount(tx, person)))?.entraOid).not.toBe(oid);
  expect(await within((tx) => actorForEntra(tx, oid, "tab", start))).toBeNull();
});

test("a renewed invitation is the same guest with a link again", async () => {
  const { person, oid } = await aGuest();
  await database.perform(renewInvitation, { ...officer, person }, { kern: "arkel" });
  told.length = 0;
  await settle();
  expect(told.filter(({ fact }) => fact === "guest-recorded")).toMatchObject([
    { person, redeemUrl: expect.stringContaining("/local/redeem"), renewal: start.toISOString() },
  ]);
  expect(await within((tx) => personAccount(tx, person))).toMatchObject({ entraOid: oid });
});

test("the daily reading finds who accepted, who is in the team and who is gone; the next day it asks for what changed alone", async () => {
  const accepts = await aGuest();
  const waits = await aGuest();
  const deleted = await aGuest();
  expect((await redeem(accepts.email)).status).toBeLessThan(300);
  await stage.time.sleep(600_000);
  await runAt(start, { fact: "team-ready", kern: "arkel", teamId: "x", url: "https://teams.example/x" } as Fact);
  expect(await rowOf(accepts.email)).toMatchObject({ state: "accepted", nextStep: "point-to-team" });
  expect(await rowOf(waits.email)).toMatchObject({ state: "invited" });
  const next = told.findLast(({ fact }) => fact === "guests-read") as Fact & { at: string };
  expect(next.at).toBe(after(start, days(1)).toISOString());

  await stage.workplace.deleteGuest(tenant, deleted.oid);
  await stage.time.sleep(600_000);
  const asked = stage.sent.length;
  await runAt(new Date(next.at), next);
  const deltas = stage.sent.slice(asked).filter(({ url }) => url.includes("/users/delta"));
  expect(deltas.length).toBeGreaterThan(0);
  expect(deltas.every(({ url }) => /token/i.test(url))).toBe(true);
  const again = (await within((tx) => personAccount(tx, deleted.person)))?.entraOid;
  expect(again).toBe(deleted.oid);
  expect(await inDirectory(deleted.email)).toBe(deleted.oid);
});

test("a day on which Microsoft is out of reach does not end the watch", async () => {
  stage.faults.rule = ({ path }) => (path.includes("delta") ? { status: 500 } : undefined);
  told.length = 0;
  await expect(runAt(start, { fact: "guests-read", at: start.toISOString() } as Fact)).rejects.toThrow();
  stage.faults.rule = () => undefined;
  expect(told).toMatchObject([{ fact: "guests-read", at: after(start, days(1)).toISOString() }]);
});

test("who left or was blocked before the job ran is not invited", async () => {
  const asked = () => stage.sent.filter(({ url }) => url.endsWith("/invitations")).length;
  const { person } = await database.perform(invitePerson, officer, {
    kern: "arkel",
    name: "Weg",
    email: "weg@voorbeeld.example",
    consent: "brief",
  });
  await database.perform(endMembership, officer, { person, kern: "arkel" });
  const before = asked();
  await settle();
  expect(asked()).toBe(before);
});
