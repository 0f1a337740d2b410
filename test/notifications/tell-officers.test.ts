/** Tasks told to officers: real queue's facts, real mailbox, and the Bot Connector's stand-in over HTTP. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { makePostOffice, type SmtpPostOffice } from "../../src/adapters/mail/post-office.ts";
import { botReaches, makeTeamsChat } from "../../src/adapters/teams/chat.ts";
import { openEngine } from "../../src/adapters/teams/open-engine.ts";
import { findPlace, personPlace, savePlace, squareStates } from "../../src/adapters/teams/places-store.ts";
import { municipalityOf } from "../../src/kernen/index.ts";
import { type LocalMailbox, startLocalMailbox } from "../../src/local/mailbox/index.ts";
import {
  changeChatSetting,
  type MailReaction,
  makeNotifications,
  makeViewChatSetting,
  makeViewReach,
  viewMessageReach,
} from "../../src/notifications/index.ts";
import {
  publishProposal,
  returnProposal,
  saveDraft,
  submitProposal,
  supportProposal,
  takeIntoTreatment,
} from "../../src/proposals/index.ts";
import { after, dateOf, days } from "../../src/shared/time.ts";
import { type Actor, type Fact, makePerform } from "../../src/shared/work.ts";
import { type Connector, startConnector } from "../adapters/teams/bot-framework.ts";
import { unhurried } from "../adapters/teams/unhurried.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

const municipality = "molenlanden";
const folder = mkdtempSync(join(tmpdir(), "kernplein-officers-"));
const noon = new Date("2026-11-23T11:00:00Z");
const night = new Date("2026-11-23T22:30:00Z");
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let database: TestDatabase;
let connector: Connector;
let mailbox: LocalMailbox;
let office: SmtpPostOffice;
let reactions: MailReaction[];
/** Facts that were queued by what is tested. */
let queued: Fact[] = [];
let withBot: Actor & { person: string };
let byMail: Actor & { person: string };
const oid = randomUUID();

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  connector = await startConnector();
  mailbox = await startLocalMailbox({ folder });
  office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
  const { inMunicipality } = database.connections;
  const engine = await openEngine("agents", { bot: null, answer: async () => ({ messages: [] }), pacer: unhurried, log });
  reactions = makeNotifications({
    postOffice: office,
    inMunicipality,
    publicUrl: "https://kernplein.example",
    clock: () => database.clock.now,
    vault: database.workshop.vault,
    chat: makeTeamsChat({ engine, inMunicipality, municipalityOf, publicUrl: "https://kernplein.example" }),
    queueReactions: async (_tx, _municipality, facts) => {
      queued.push(...facts);
    },
  });
  const officer = { kernen: [], roles: [{ role: "officer" as const, kern: "arkel" }] };
  withBot = await aPerson(database, { name: "Ina Bot", ...officer });
  byMail = await aPerson(database, { name: "Jan Mail", ...officer });
  await inMunicipality(municipality, (tx) =>
    tx.updateTable("person").set({ entra_oid: oid }).where("person_id", "=", withBot.person).execute(),
  );
});
afterAll(async () => {
  office.close();
  await Promise.all([mailbox.close(), connector.close()]);
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  database.clock.now = noon;
  connector.sent.length = 0;
  connector.moods.length = 0;
  queued = [];
  await inHome((tx) =>
    savePlace(
      tx,
      municipality,
      { place: personPlace(oid), serviceUrl: connector.url, conversation: "a:ina", bot: "28:bot", speaks: true },
      noon,
    ),
  );
});

const inHome: <T>(body: Parameters<typeof database.connections.inMunicipality<T>>[1]) => Promise<T> = (body) =>
  database.connections.inMunicipality(municipality, body);

async function aRequest(): Promise<string> {
  const joinRequest = randomUUID();
  await inHome((tx) =>
    tx
      .insertInto("join_request")
      .values({
        municipality_id: municipality,
        join_request_id: joinRequest,
        kern_id: "arkel",
        name: "Nieuwe Buur",
        email: `${joinRequest}@voorbeeld.example`,
        language: "nl",
        token_fingerprint: joinRequest,
        consent_text: "Ik wil meedoen.",
        asked_at: noon,
        expires_at: new Date(noon.getTime() + 86_400_000),
        confirmed_at: noon,
      })
      .execute(),
  );
  return joinRequest;
}

function run(name: string, fact: Fact): Promise<void> {
  const found = reactions.find((reaction) => reaction.name === `notifications.${name}`);
  if (!found) throw new Error(name);
  return found.run({ municipality, fact });
}
const told = (joinRequest: string) =>
  run("tell-officers-of-request", { fact: "join-request-waits", joinRequest, kern: "arkel" } as Fact);

const rowsAbout = (about: string) =>
  inHome((tx) =>
    tx
      .selectFrom("message_sent")
      .select(["channel", "state", "person_id as person"])
      .where("about", "=", about)
      .orderBy("channel")
      .execute(),
  );
const addressOf = ({ person }: { person: string }) => `${person}@voorbeeld.example`;
const mailsTo = (who: { person: string }) => mailbox.list().filter(({ to }) => to.includes(addressOf(who)));

describe("a request to join", () => {
  test("is told in the chat of the officer who has the bot, and by mail to the other", async () => {
    const joinRequest = await aRequest();
    await told(joinRequest);
    await told(joinRequest);
    expect(connector.sent).toMatchObject([{ method: "POST", path: "/v3/conversations/a:ina/activities" }]);
    expect(JSON.stringify(connector.sent[0]?.body)).toContain("Nieuwe Buur");
    expect(await rowsAbout(`join-request-waits ${joinRequest}`)).toEqual([
      { channel: "chat", state: "sent", person: withBot.person },
      { channel: "mail", state: "sent", person: byMail.person },
    ]);
    expect(queued[0]).toEqual({ fact: "officer-morning", person: withBot.person, at: "2026-11-24T07:00:00.000Z" });
  });

  test("goes by mail when she blocked the bot; it is then no longer tried", async () => {
    connector.moods.push({ status: 403, body: { error: { code: "MessageWritesBlocked" } } });
    const joinRequest = await aRequest();
    await told(joinRequest);
    expect(await rowsAbout(`join-request-waits ${joinRequest}`)).toEqual([
      { channel: "chat", state: "failed", person: withBot.person },
      { channel: "mail", state: "sent", person: expect.any(String) },
      { channel: "mail", state: "sent", person: expect.any(String) },
    ]);
    expect(await inHome((tx) => findPlace(tx, municipality, personPlace(oid)))).toBeUndefined();
  });

  test("goes by mail too when nobody knows whether the chat got it, and at once when Teams is down", async () => {
    connector.moods.push("cut");
    const joinRequest = await aRequest();
    await told(joinRequest);
    expect(await rowsAbout(`join-request-waits ${joinRequest}`)).toHaveLength(3);
    connector.moods.push({ status: 500 });
    const second = await aRequest();
    await told(second);
    expect(await rowsAbout(`join-request-waits ${second}`)).toMatchObject([
      { channel: "chat", state: "failed" },
      { channel: "mail", state: "sent" },
      { channel: "mail", state: "sent" },
    ]);
  });

  test("leaves her in peace in her quiet hours, and stands in her morning overview", async () => {
    database.clock.now = night;
    const joinRequest = await aRequest();
    await told(joinRequest);
    expect(connector.sent).toEqual([]);
    expect(await rowsAbout(`join-request-waits ${joinRequest}`)).toMatchObject([
      { channel: "chat", state: "sending", person: withBot.person },
      { channel: "mail", state: "sent", person: byMail.person },
    ]);
    const [morning] = queued;
    expect(morning).toMatchObject({ fact: "officer-morning", at: "2026-11-24T07:00:00.000Z" });
    database.clock.now = new Date("2026-11-24T07:00:00Z");
    queued = [];
    await run("morning-overview", morning as Fact);
    await run("morning-overview", morning as Fact);
    expect(connector.sent).toHaveLength(1);
    expect(JSON.stringify(connector.sent[0]?.body)).toMatch(/Er wachten \d+ taken op u/);
    expect(queued[0]).toMatchObject({ at: "2026-11-25T07:00:00.000Z" });
    expect(await rowsAbout(`join-request-waits ${joinRequest}`)).toMatchObject([
      { channel: "chat", state: "sent" },
      { channel: "mail" },
    ]);
  });

  test("her own quiet hours count", async () => {
    await database.perform(changeChatSetting, withBot, { quietFrom: 11 * 60, quietUntil: 14 * 60 });
    await told(await aRequest());
    expect(connector.sent).toEqual([]);
    expect(queued[0]).toMatchObject({ at: "2026-11-23T13:00:00.000Z" });
    await database.perform(changeChatSetting, withBot, { quietFrom: 21 * 60, quietUntil: 8 * 60 });
  });
});

test("the morning overview falls back to mail", async () => {
  await aRequest();
  connector.moods.push({ status: 403, body: { error: { code: "MessageWritesBlocked" } } });
  const before = mailsTo(withBot).length;
  await run("morning-overview", { fact: "officer-morning", person: withBot.person, at: "2026-11-26T07:00:00.000Z" } as Fact);
  const mails = mailsTo(withBot);
  expect(mails).toHaveLength(before + 1);
  expect(mails.some(({ subject }) => /taken wachten|taak|taken/.test(subject))).toBe(true);
});

test("an answer that is owed is told in the chat once; a promised day only when it passed without an answer", async () => {
  const perform = makePerform(database.workshop);
  const author = await aPerson(database);
  const { proposal } = await perform(saveDraft, author, {
    kern: "arkel",
    title: "Licht op het fietspad",
    body: "Het is daar donker, en er fietsen kinderen.",
  });
  await perform(submitProposal, author, { proposal });
  await perform(publishProposal, withBot, { proposal });
  for (let number = 0; number < 10; number++) await perform(supportProposal, await aPerson(database), { proposal });
  const owed = { fact: "proposal-answer-owed", proposal, kern: "arkel" } as Fact;
  await run("tell-officers-of-answer", owed);
  await run("tell-officers-of-answer", owed);
  expect(connector.sent).toHaveLength(1);
  const card = JSON.stringify(connector.sent[0]?.body);
  for (const words of ["wacht op antwoord van de gemeente", "Licht op het fietspad", "10 mensen steunen dit", "Antwoord geven"])
    expect(card).toContain(words);
  expect(await rowsAbout(`answer-waits ${proposal}`)).toEqual([{ channel: "chat", state: "sent", person: withBot.person }]);

  const answerDue = dateOf(after(new Date(), days(30)));
  const view = await perform(takeIntoTreatment, withBot, { proposal, handledBy: "De lichtmeester kijkt.", answerDue });
  const taken = { fact: "proposal-taken", proposal, kern: "arkel", author: view.proposal, answerDue } as Fact;
  const promise = reactions.find(({ name }) => name === "notifications.tell-officers-of-promise");
  const due = promise?.due?.(taken) ?? new Date(0);
  expect(dateOf(due)).toBe(dateOf(after(new Date(), days(31))));
  connector.sent.length = 0;
  await run("tell-officers-of-promise", taken);
  expect(connector.sent).toEqual([]);
  database.clock.now = due;
  await run("tell-officers-of-promise", { ...taken, answerDue: "2026-01-01" } as Fact);
  expect(connector.sent).toEqual([]);
  await run("tell-officers-of-promise", taken);
  await run("tell-officers-of-promise", taken);
  expect(connector.sent).toHaveLength(1);
  expect(JSON.stringify(connector.sent[0]?.body)).toContain("Antwoord was beloofd voor");
});

test("a submitted proposal is told in the chat alone, later when Teams is down", async () => {
  const author = await aPerson(database);
  const perform = makePerform(database.workshop);
  const { proposal } = await perform(saveDraft, author, {
    kern: "arkel",
    title: "Bankje bij de molen",
    body: "Graag een bankje bij de molen, zodat je er kunt uitrusten.",
    place: null,
    photo: null,
    photoAlt: "",
  });
  await perform(submitProposal, author, { proposal });
  const fact = { fact: "proposal-submitted", proposal, kern: "arkel", turn: 2 } as Fact;
  connector.moods.push({ status: 500 });
  await expect(run("tell-officers-of-proposal", fact)).rejects.toThrow("The chat must be tried again");
  connector.sent.length = 0;
  await run("tell-officers-of-proposal", fact);
  expect(JSON.stringify(connector.sent[0]?.body)).toContain("Bankje bij de molen");
  expect(await rowsAbout(`proposal-waits ${proposal} 2`)).toMatchObject([{ channel: "chat", state: "sent" }]);

  // Returned and handed in again, it waits anew.
  await perform(returnProposal, withBot, { proposal, reason: "Waar precies?" });
  await perform(submitProposal, author, { proposal });
  connector.sent.length = 0;
  await run("tell-officers-of-proposal", { ...fact, turn: 4 } as Fact);
  expect(connector.sent).toHaveLength(1);
});

describe("Bereik", () => {
  test("shows an officer her messages and for each whom it reached; nobody else gets in", async () => {
    const joinRequest = await aRequest();
    await told(joinRequest);
    const viewReach = makeViewReach(squareStates);
    const { messages, places } = await database.perform(viewReach, withBot, { kern: "arkel" });
    expect(messages.find(({ message }) => message === `join-request-waits~${joinRequest}`)).toMatchObject({
      kind: "join-request-waits",
      title: "Nieuwe Buur",
      kernName: "Arkel",
      card: null,
    });
    expect(places).toEqual([{ kern: "arkel", kernName: "Arkel", trouble: "never", since: null, ownChannel: false }]);
    const shown = { kern: "arkel", message: `join-request-waits~${joinRequest}` };
    const { people } = await database.perform(viewMessageReach, withBot, shown);
    expect(people).toEqual([
      { person: withBot.person, name: "Ina Bot", ways: [{ way: "chat", state: "done", detail: null }], whyNot: null },
      { person: byMail.person, name: "Jan Mail", ways: [{ way: "mail", state: "done", detail: null }], whyNot: null },
    ]);
    const resident = await aPerson(database);
    for (const actor of [resident, { ...withBot, roles: [{ role: "officer" as const, kern: "hoornaar" }] }]) {
      await expect(database.perform(viewMessageReach, actor, shown)).rejects.toMatchObject({ code: "not-allowed" });
      await expect(database.perform(viewReach, actor, { kern: "arkel" })).rejects.toMatchObject({ code: "not-allowed" });
    }
    await expect(database.perform(viewMessageReach, withBot, { ...shown, message: "poll-opened~niets" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("goes on page by page without leaving out or repeating", async () => {
    for (let count = 0; count < 12; count += 1) {
      database.clock.now = new Date(noon.getTime() + count * 1000);
      await told(await aRequest());
    }
    database.clock.now = new Date(noon.getTime() + 60_000);
    const viewReach = makeViewReach(squareStates);
    const seen: string[] = [];
    for (let cursor: string | undefined = undefined, pages = 0; pages < 10; pages += 1) {
      const page: { messages: { message: string }[]; next: string | null } = await database.perform(viewReach, withBot, {
        cursor,
      });
      seen.push(...page.messages.map(({ message }) => message));
      if (page.next === null) break;
      cursor = page.next;
    }
    const all = await inHome((tx) =>
      tx.selectFrom("message_sent").select("about").distinct().where("kern_id", "is not", null).execute(),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(all.length);
  });

  test("an officer sees whether the bot can write to her", async () => {
    const view = makeViewChatSetting(botReaches);
    expect(await database.perform(view, withBot, {})).toEqual({ quietFrom: 1260, quietUntil: 480, reachable: true });
    expect(await database.perform(view, byMail, {})).toEqual({ quietFrom: 1260, quietUntil: 480, reachable: false });
    await expect(database.perform(view, await aPerson(database), {})).rejects.toMatchObject({ code: "not-allowed" });
  });
});
