import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { consentText, type MembersFact } from "../../src/members/contract.ts";
import { askToJoin, confirmJoin, decideJoinRequest, leaveKern, listJoinRequests, memberCount } from "../../src/members/index.ts";
import { after, days, hours } from "../../src/shared/time.ts";
import type { Actor, Tx } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let officer: Actor & { person: string };
let facts: MembersFact[] = [];
const start = new Date("2026-11-22T12:00:00Z");
const visitor: Actor = { municipality: "molenlanden", person: null, roles: [], channel: "web", language: "nl" };
const inMolenlanden = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);

beforeAll(async () => {
  database = await testDatabase((fact) => {
    facts.push(fact as MembersFact);
    return [];
  });
  await aMunicipality(database, "molenlanden", ["arkel", "hoornaar"]);
  await inMolenlanden((tx) => tx.updateTable("kern").set({ joining: "at-once" }).where("kern_id", "=", "hoornaar").execute());
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(() => database.close());
beforeEach(() => {
  facts = [];
  database.clock.now = start;
});

let people = 0;
const newAddress = () => `inwoner.${++people}@voorbeeld.example`;
const form = (email: string, kern = "arkel") => ({ kern, name: "Jo Voorbeeld", email, language: "nl", consent: true });
const lastFact = <Name extends MembersFact["fact"]>(name: Name) =>
  facts.filter((fact) => fact.fact === name).at(-1) as Extract<MembersFact, { fact: Name }>;

/** Asks and gives the token that was mailed. */
async function ask(email: string, kern?: string): Promise<string> {
  await database.perform(askToJoin, visitor, form(email, kern));
  return lastFact("join-asked").token;
}
const confirm = (token: string) => database.perform(confirmJoin, visitor, { token });
async function waiting(email: string): Promise<string> {
  await confirm(await ask(email));
  return lastFact("join-request-waits").joinRequest;
}
const requestsOf = (email: string) =>
  inMolenlanden((tx) => tx.selectFrom("join_request").selectAll().where("email", "=", email).orderBy("asked_at").execute());
const personsWith = (email: string) =>
  inMolenlanden((tx) => tx.selectFrom("person").selectAll().where("email", "=", email).execute());

describe("asking to join", () => {
  test("keeps the words that were agreed to and only a fingerprint of the link", async () => {
    const email = newAddress();
    const token = await ask(` ${email.toUpperCase()} `);
    const [request] = await requestsOf(email);
    expect(request).toMatchObject({ kern_id: "arkel", name: "Jo Voorbeeld", consent_text: consentText.nl, confirmed_at: null });
    expect(request?.expires_at).toEqual(after(start, hours(48)));
    expect(JSON.stringify(request)).not.toContain(token);
    expect(lastFact("join-asked")).toMatchObject({ email, kern: "arkel", language: "nl" });
  });

  test("stores nothing without consent, and nothing for a kern that is not there", async () => {
    const email = newAddress();
    const noConsent = database.perform(askToJoin, visitor, { ...form(email), consent: false });
    await expect(noConsent).rejects.toMatchObject({ code: "invalid-input", details: { fields: [{ path: "consent" }] } });
    await expect(database.perform(askToJoin, visitor, form(email, "almkerk"))).rejects.toMatchObject({ code: "not-found" });
    expect(await requestsOf(email)).toEqual([]);
  });

  test("answers a stranger, a member and who waits with the same words", async () => {
    const [stranger, member, waits] = [newAddress(), newAddress(), newAddress()];
    await confirm(await ask(member, "hoornaar"));
    const request = await waiting(waits);
    facts = [];
    const answers = await Promise.all([
      database.perform(askToJoin, visitor, form(stranger, "hoornaar")),
      database.perform(askToJoin, visitor, form(member, "hoornaar")),
      database.perform(askToJoin, visitor, form(waits)),
    ]);
    expect(answers).toEqual([stranger, member, waits].map((mailSentTo) => ({ mailSentTo })));
    expect(facts.map(({ fact }) => fact).sort()).toEqual([
      "asked-to-join-while-waiting",
      "join-asked",
      "known-member-asked-to-join",
    ]);
    expect(lastFact("asked-to-join-while-waiting").joinRequest).toBe(request);
    const [known] = await personsWith(member);
    expect(lastFact("known-member-asked-to-join").person).toBe(known?.person_id);
  });

  test("twice leaves one open request: the newest", async () => {
    const email = newAddress();
    const first = await ask(email);
    const second = await ask(email);
    await expect(confirm(first)).rejects.toMatchObject({ code: "link-expired", details: { kern: "arkel", kernName: "Arkel" } });
    expect(await confirm(second)).toMatchObject({ state: "waits-for-officer" });
  });

  test("twice at the same moment leaves one link that works", async () => {
    const email = newAddress();
    await Promise.all([1, 2, 3, 4].map(() => database.perform(askToJoin, visitor, form(email))));
    const tokens = facts.filter((fact) => fact.fact === "join-asked").map((fact) => fact.token);
    expect(tokens).toHaveLength(4);
    const outcomes = await Promise.allSettled(tokens.map(confirm));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("for another kern is a request of its own", async () => {
    const email = newAddress();
    const arkel = await ask(email);
    const hoornaar = await ask(email, "hoornaar");
    expect((await confirm(arkel)).kern).toBe("arkel");
    expect((await confirm(hoornaar)).state).toBe("member");
  });

  test("again and again does not flood a mailbox, and an hour later it works again", async () => {
    const email = newAddress();
    for (let turn = 0; turn < 9; turn++) {
      expect(await database.perform(askToJoin, visitor, form(email))).toEqual({ mailSentTo: email });
    }
    expect(facts).toHaveLength(5);
    expect((await confirm(lastFact("join-asked").token)).state).toBe("waits-for-officer");
    const other = newAddress();
    for (let turn = 0; turn < 6; turn++) await database.perform(askToJoin, visitor, form(other));
    database.clock.now = after(start, hours(1));
    facts = [];
    await ask(other);
    expect(facts).toHaveLength(1);
  });
});

describe("confirming", () => {
  test("makes a member at once where the kern says so, and the person once", async () => {
    const email = newAddress();
    const before = await inMolenlanden((tx) => memberCount(tx, "hoornaar"));
    const confirmed = await confirm(await ask(email, "hoornaar"));
    expect(confirmed).toEqual({ state: "member", kern: "hoornaar", kernName: "Hoornaar", name: "Jo Voorbeeld", webOnly: false });
    expect(await inMolenlanden((tx) => memberCount(tx, "hoornaar"))).toBe(before + 1);
    const [person, ...more] = await personsWith(email);
    expect(more).toEqual([]);
    expect(lastFact("member-accepted")).toEqual({ fact: "member-accepted", person: person?.person_id, kern: "hoornaar" });
    expect((await requestsOf(email))[0]).toMatchObject({ decision: "accepted", decided_by: null });
  });

  test("waits for the officer where the kern says so", async () => {
    const email = newAddress();
    expect(await confirm(await ask(email))).toMatchObject({ state: "waits-for-officer", kernName: "Arkel" });
    expect(lastFact("join-request-waits").kern).toBe("arkel");
    expect(await personsWith(email)).toEqual([]);
  });

  test("an address Microsoft refuses takes part by web only, and is told so", async () => {
    const email = `jo+arkel${++people}@voorbeeld.example`;
    expect(await confirm(await ask(email, "hoornaar"))).toMatchObject({ state: "member", webOnly: true });
    expect((await personsWith(email))[0]?.web_only_reason).toBe("Microsoft refuses addresses with +");
  });

  test("a used, an expired and an unknown link are told apart, each with its way on", async () => {
    const email = newAddress();
    const token = await ask(email);
    await confirm(token);
    await expect(confirm(token)).rejects.toMatchObject({
      code: "link-used",
      details: { kern: "arkel", kernName: "Arkel", state: "waits-for-officer" },
    });
    const member = await ask(newAddress(), "hoornaar");
    await confirm(member);
    await expect(confirm(member)).rejects.toMatchObject({ code: "link-used", details: { state: "member" } });
    const late = await ask(newAddress());
    database.clock.now = after(start, hours(48));
    await expect(confirm(late)).rejects.toMatchObject({ code: "link-expired", details: { kern: "arkel" } });
    await expect(confirm("nobody-ever-made-this-link")).rejects.toMatchObject({ code: "not-found" });
    await expect(confirm("kort")).rejects.toMatchObject({ code: "invalid-input" });
  });

  test("the last second of the 48 hours counts", async () => {
    const token = await ask(newAddress());
    database.clock.now = after(start, hours(48) - 1000);
    expect((await confirm(token)).state).toBe("waits-for-officer");
  });

  test("the same link twenty times at once makes one member", async () => {
    const email = newAddress();
    const token = await ask(email, "hoornaar");
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => confirm(token)));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refusals).toHaveLength(19);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["link-used"]));
    expect(await personsWith(email)).toHaveLength(1);
    expect(facts.filter(({ fact }) => fact === "member-accepted")).toHaveLength(1);
  });

  test("two kernen at the same moment make one person with two memberships", async () => {
    const email = newAddress();
    await inMolenlanden((tx) => tx.updateTable("kern").set({ joining: "at-once" }).execute());
    const tokens = [await ask(email, "arkel"), await ask(email, "hoornaar")];
    await Promise.all(tokens.map(confirm));
    await inMolenlanden((tx) =>
      tx.updateTable("kern").set({ joining: "officer-decides" }).where("kern_id", "=", "arkel").execute(),
    );
    expect(await personsWith(email)).toHaveLength(1);
    expect(facts.filter(({ fact }) => fact === "member-accepted")).toHaveLength(2);
  });
});

describe("the officer decides", () => {
  const decide = (who: Actor, joinRequest: string, decision = "accepted", reason = "") =>
    database.perform(decideJoinRequest, who, { joinRequest, decision, reason });

  test("sees what waits in her kernen, longest waiting first, and nobody else does", async () => {
    const [first, second] = [newAddress(), newAddress()];
    await waiting(first);
    database.clock.now = after(start, hours(2));
    await waiting(second);
    const { joinRequests } = await database.perform(listJoinRequests, officer, {});
    const mine = joinRequests.map(({ email }) => email).filter((email) => [first, second].includes(email));
    expect(mine).toEqual([first, second]);
    expect(joinRequests.find(({ email }) => email === second)).toMatchObject({
      kern: "arkel",
      kernName: "Arkel",
      confirmedAt: "2026-11-22T14:00:00.000Z",
    });
    expect((await database.perform(listJoinRequests, officer, { kern: "arkel" })).joinRequests).toHaveLength(joinRequests.length);

    const neighbour = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] });
    expect((await database.perform(listJoinRequests, neighbour, {})).joinRequests).toEqual([]);
    for (const [who, kern] of [
      [await aPerson(database), undefined],
      [neighbour, "arkel"],
    ] as const) {
      await expect(database.perform(listJoinRequests, who, { kern })).rejects.toMatchObject({ code: "not-allowed" });
    }
    await expect(database.perform(listJoinRequests, visitor, {})).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("accepting makes a member and tells so", async () => {
    const email = newAddress();
    const request = await waiting(email);
    expect(await decide(officer, request)).toEqual({ joinRequest: request, decision: "accepted" });
    const [person] = await personsWith(email);
    expect(lastFact("member-accepted")).toMatchObject({ person: person?.person_id, kern: "arkel" });
    expect((await requestsOf(email))[0]).toMatchObject({ decision: "accepted", decided_by: officer.person });
  });

  test("refusing needs a reason, and the person may ask again", async () => {
    const email = newAddress();
    const request = await waiting(email);
    await expect(decide(officer, request, "refused", " nee ")).rejects.toMatchObject({ code: "reason-required" });
    await decide(officer, request, "refused", "U woont niet in Arkel.");
    expect(lastFact("join-request-refused")).toEqual({
      fact: "join-request-refused",
      joinRequest: request,
      kern: "arkel",
      reason: "U woont niet in Arkel.",
    });
    expect(await personsWith(email)).toEqual([]);
    expect((await confirm(await ask(email))).state).toBe("waits-for-officer");
  });

  test("only the officer of that kern may, and who may not leaves a trace in the audit", async () => {
    const request = await waiting(newAddress());
    const others = [
      await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] }),
      await aPerson(database, { kernen: ["arkel"], roles: [{ role: "councillor", kern: null }] }),
      await aPerson(database, { kernen: [], roles: [{ role: "admin", kern: null }] }),
      visitor,
    ];
    for (const other of others) await expect(decide(other, request)).rejects.toMatchObject({ code: "not-allowed" });
    const last = await inMolenlanden((tx) =>
      tx.selectFrom("audit").selectAll().orderBy("sequence", "desc").limit(1).executeTakeFirstOrThrow(),
    );
    expect(last).toMatchObject({ object: `join request ${request}`, result: "refused: not-allowed" });
  });

  test("a request that nobody confirmed or that is not there cannot be decided", async () => {
    const email = newAddress();
    await ask(email);
    const [request] = await requestsOf(email);
    await expect(decide(officer, request?.join_request_id ?? "")).rejects.toMatchObject({ code: "not-found" });
    await expect(decide(officer, "00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ code: "not-found" });
  });

  test("two officers at once: one decides, the other hears who did", async () => {
    const colleague = await aPerson(database, { name: "Bas Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
    for (let turn = 0; turn < 5; turn++) {
      const email = newAddress();
      const request = await waiting(email);
      const outcomes = await Promise.allSettled([
        decide(officer, request),
        decide(colleague, request, "refused", "U woont niet in Arkel."),
      ]);
      const [refusal] = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
      const winner = outcomes[0]?.status === "fulfilled" ? ["accepted", "Ina Fictief"] : ["refused", "Bas Fictief"];
      expect(refusal).toMatchObject({
        code: "already-decided",
        details: { decision: winner[0], decidedByName: winner[1], decidedAt: start.toISOString() },
      });
      expect(await personsWith(email)).toHaveLength(winner[0] === "accepted" ? 1 : 0);
    }
  });
});

describe("leaving a kern", () => {
  test("ends the membership once, and one may come back", async () => {
    const email = newAddress();
    await confirm(await ask(email, "hoornaar"));
    const [person] = await personsWith(email);
    const resident: Actor = { ...visitor, person: person?.person_id ?? "", roles: [{ role: "resident", kern: "hoornaar" }] };
    expect(await database.perform(leaveKern, resident, { kern: "hoornaar" })).toEqual({ left: "hoornaar" });
    expect(lastFact("member-left")).toMatchObject({ person: person?.person_id, kern: "hoornaar" });
    await expect(database.perform(leaveKern, resident, { kern: "hoornaar" })).rejects.toMatchObject({ code: "not-a-member" });
    await expect(database.perform(leaveKern, visitor, { kern: "hoornaar" })).rejects.toMatchObject({ code: "not-signed-in" });

    facts = [];
    database.clock.now = after(start, days(30));
    await confirm(await ask(email, "hoornaar"));
    expect(lastFact("member-accepted").person).toBe(person?.person_id);
  });
});
