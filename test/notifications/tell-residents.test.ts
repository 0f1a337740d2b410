/** Residents who have the bot in a chat: told there first, by mail when that fails; the Bot Connector's stand-in over HTTP, real mailbox. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { makePostOffice, type SmtpPostOffice } from "../../src/adapters/mail/post-office.ts";
import { makeTeamsChat } from "../../src/adapters/teams/chat.ts";
import { openEngine } from "../../src/adapters/teams/open-engine.ts";
import { findPlace, personPlace, savePlace } from "../../src/adapters/teams/places-store.ts";
import { municipalityOf } from "../../src/kernen/index.ts";
import { type LocalMailbox, startLocalMailbox } from "../../src/local/mailbox/index.ts";
import {
  type ChatDesk,
  changeMailSetting,
  type MailReaction,
  makeNotifications,
  viewMessageReach,
} from "../../src/notifications/index.ts";
import {
  answerProposal,
  publishProposal,
  returnProposal,
  saveDraft,
  submitProposal,
  takeIntoTreatment,
} from "../../src/proposals/index.ts";
import { after, days } from "../../src/shared/time.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { openPoll, planPoll } from "../../src/voting/index.ts";
import { type Connector, startConnector } from "../adapters/teams/bot-framework.ts";
import { unhurried } from "../adapters/teams/unhurried.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

type Person = Actor & { person: string };
const municipality = "molenlanden";
const folder = mkdtempSync(join(tmpdir(), "kernplein-residents-"));
const noon = new Date("2026-11-23T11:00:00Z");
const night = new Date("2026-11-23T22:30:00Z");
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let database: TestDatabase;
let connector: Connector;
let mailbox: LocalMailbox;
let office: SmtpPostOffice;
let desk: ChatDesk;
let reactions: MailReaction[];
let officer: Person;
/** What actions and reactions announced, in order. */
let facts: Fact[] = [];

beforeAll(async () => {
  database = await testDatabase((fact) => {
    facts.push(fact);
    return [];
  });
  await aMunicipality(database);
  connector = await startConnector();
  mailbox = await startLocalMailbox({ folder });
  office = makePostOffice({ smtpUrl: mailbox.smtpUrl, from: "kernplein@voorbeeld.example" });
  const { inMunicipality } = database.connections;
  const engine = await openEngine("agents", { bot: null, answer: async () => ({ messages: [] }), pacer: unhurried, log });
  desk = {
    postOffice: office,
    inMunicipality,
    publicUrl: "https://kernplein.example",
    clock: () => database.clock.now,
    vault: database.workshop.vault,
    chat: makeTeamsChat({ engine, inMunicipality, municipalityOf, publicUrl: "https://kernplein.example" }),
    queueReactions: database.workshop.queueReactions,
  };
  reactions = makeNotifications(desk);
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(async () => {
  office.close();
  await Promise.all([mailbox.close(), connector.close()]);
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  database.clock.now = noon;
  connector.sent.length = 0;
  connector.moods.length = 0;
  facts = [];
});

const inHome: <T>(body: Parameters<typeof database.connections.inMunicipality<T>>[1]) => Promise<T> = (body) =>
  database.connections.inMunicipality(municipality, body);

/** Somebody with a guest account; with the bot in a chat of her own when `bot`. */
async function aGuest(bot: boolean): Promise<Person & { oid: string }> {
  const guest = await aPerson(database, { name: "Gast" });
  const oid = randomUUID();
  await inHome(async (tx) => {
    await tx.updateTable("person").set({ entra_oid: oid }).where("person_id", "=", guest.person).execute();
    if (!bot) return;
    const place = { place: personPlace(oid), serviceUrl: connector.url, conversation: `a:${oid}`, bot: "28:bot", speaks: true };
    await savePlace(tx, municipality, place, noon);
  });
  return { ...guest, oid };
}

/** Everything of notifications about proposals and polls that follows what was announced, and what follows that. */
async function followFacts(): Promise<void> {
  const wanted = /mail-proposal|mail-poll-opened|tell-poll-in-chat/;
  for (let fact = facts.shift(); fact; fact = facts.shift())
    for (const { follows, name, run } of reactions)
      if (follows === fact.fact && wanted.test(name)) await run({ municipality, fact });
}

async function aPublished(author: Person): Promise<string> {
  const draft = { kern: "arkel", title: "Steiger terug", body: "De steiger aan de Merwede moet terugkomen." };
  const { proposal } = await database.perform(saveDraft, author, draft);
  await database.perform(submitProposal, author, { proposal });
  await database.perform(publishProposal, officer, { proposal });
  return proposal;
}
async function anOpenPoll(): Promise<string> {
  const { now } = database.clock;
  const { poll } = await database.perform(planPoll, officer, {
    kern: "arkel",
    question: "Mag de dijk eenrichting worden?",
    form: { kind: "for-against-abstain" },
    opensAt: now.toISOString(),
    closesAt: after(now, days(5)).toISOString(),
  });
  await database.perform(openPoll, { ...officer, person: null, roles: [], channel: "job" }, { poll });
  return poll;
}

const chatsTo = ({ oid }: { oid: string }) =>
  connector.sent.filter(({ path }) => decodeURIComponent(path).includes(`a:${oid}`)).map(({ body }) => JSON.stringify(body));
const mailsTo = ({ person }: Person) => mailbox.list().filter(({ to }) => to === `${person}@voorbeeld.example`);
const waysOf = async (about: string, who: Person) => {
  const message = about.replaceAll(" ", "~");
  const { people } = await database.perform(viewMessageReach, officer, { kern: "arkel", message });
  return people.find(({ person }) => person === who.person)?.ways.map(({ way, state }) => `${way} ${state}`);
};

describe("what becomes of her own proposal", () => {
  test("is told in her chat; by mail as well when the municipality decides, whose reasons are not for Teams", async () => {
    const guest = await aGuest(true);
    const draft = { kern: "arkel", title: "Steiger terug", body: "De steiger aan de Merwede moet terugkomen." };
    const { proposal } = await database.perform(saveDraft, guest, draft);
    await database.perform(submitProposal, guest, { proposal });
    await database.perform(returnProposal, officer, { proposal, reason: "Uw buurman staat er met naam in." });
    await followFacts();
    expect(chatsTo(guest)).toEqual([expect.stringContaining("Wilt u uw voorstel aanpassen?")]);
    expect(chatsTo(guest)[0]).toContain("De uitleg krijgt u per mail.");
    expect(chatsTo(guest)[0]).not.toContain("buurman");
    expect(mailsTo(guest)).toMatchObject([{ text: expect.stringContaining("Uw buurman staat er met naam in.") }]);

    await database.perform(submitProposal, guest, { proposal });
    await database.perform(publishProposal, officer, { proposal });
    await database.perform(takeIntoTreatment, officer, {
      proposal,
      handledBy: "De wijkbeheerder kijkt.",
      answerDue: "2026-12-10",
    });
    await followFacts();
    expect(chatsTo(guest)).toHaveLength(3);
    expect(chatsTo(guest)[2]).toContain("U krijgt antwoord, op zijn laatst op 10 december 2026.");
    expect(mailsTo(guest)).toHaveLength(1);

    const text = "De steiger komt in het voorjaar terug.";
    await database.perform(answerProposal, officer, { proposal, outcome: "yes", text, signedBy: "Team Buitenruimte" });
    await followFacts();
    expect(chatsTo(guest)).toHaveLength(4);
    expect(mailsTo(guest)).toHaveLength(2);
    expect(await waysOf(`proposal-published ${proposal}`, guest)).toEqual(["chat done"]);
    expect(await waysOf(`proposal-answered ${proposal}`, guest)).toEqual(["chat done", "mail done"]);
  });

  test("goes by mail to who has no bot, at night, when Teams refuses, and when nobody knows whether the chat got it", async () => {
    const [without, sleeper, blocker, unsure] = [await aGuest(false), await aGuest(true), await aGuest(true), await aGuest(true)];
    await aPublished(without);
    await followFacts();
    database.clock.now = night;
    await aPublished(sleeper);
    await followFacts();
    database.clock.now = noon;
    expect(connector.sent).toEqual([]);
    connector.moods.push({ status: 403, body: { error: { code: "MessageWritesBlocked" } } });
    const blocked = await aPublished(blocker);
    await followFacts();
    connector.moods.push("cut");
    await aPublished(unsure);
    await followFacts();
    for (const who of [without, sleeper, blocker, unsure]) expect(mailsTo(who)).toHaveLength(1);
    expect(await waysOf(`proposal-published ${blocked}`, blocker)).toEqual(["chat refused", "mail done"]);
    expect(await inHome((tx) => findPlace(tx, municipality, personPlace(blocker.oid)))).toBeUndefined();
  });

  test("goes by mail when the bot cannot even ask Teams", async () => {
    const guest = await aGuest(true);
    const proposal = await aPublished(guest);
    const tellNews = () => Promise.reject(new Error("Entra gave no token for the bot."));
    const [published] = makeNotifications({ ...desk, chat: { ...desk.chat, tellNews } }).filter(({ name }) =>
      name.endsWith("mail-proposal-published"),
    );
    await published?.run({ municipality, fact: { fact: "proposal-published", proposal, kern: "arkel" } as Fact });
    expect(mailsTo(guest)).toHaveLength(1);
    expect(await waysOf(`proposal-published ${proposal}`, guest)).toEqual(["chat refused", "mail done"]);
  });

  test("is told once when its job runs again, and not by mail after all when the bot was taken out meanwhile", async () => {
    const guest = await aGuest(true);
    const proposal = await aPublished(guest);
    const published: Fact = { fact: "proposal-published", proposal, kern: "arkel", author: guest.person } as Fact;
    facts = [published];
    await followFacts();
    await inHome((tx) => tx.deleteFrom("conversation_place").where("place", "=", personPlace(guest.oid)).execute());
    facts = [published];
    await followFacts();
    expect(chatsTo(guest)).toHaveLength(1);
    expect(mailsTo(guest)).toEqual([]);
  });
});

describe("a poll that opens", () => {
  test("is told in the chat of who has the bot, and by mail to the others and to whom Teams did not take it", async () => {
    const [guest, blocker, without] = [await aGuest(true), await aGuest(true), await aGuest(false)];
    const poll = await anOpenPoll();
    await inHome((tx) => tx.deleteFrom("conversation_place").where("place", "=", personPlace(blocker.oid)).execute());
    const told: Fact[] = [{ fact: "poll-for-chat", poll, people: [guest.person, blocker.person] } as Fact];
    await followFacts();
    expect(chatsTo(guest)).toEqual([expect.stringContaining("U kunt stemmen in Arkel")]);
    expect(chatsTo(guest)[0]).toContain("Mag de dijk eenrichting worden?");
    expect(mailsTo(guest)).toEqual([]);
    for (const who of [blocker, without]) expect(mailsTo(who)).toHaveLength(1);
    // She had it when the poll was told, and has it no longer when her turn comes; and everything once more.
    facts = [...told, { fact: "poll-opened", poll, kern: "arkel" } as Fact];
    await followFacts();
    expect(chatsTo(guest)).toHaveLength(1);
    for (const who of [blocker, without]) expect(mailsTo(who)).toHaveLength(1);
    expect(await waysOf(`poll-opened ${poll}`, guest)).toEqual(["chat done"]);
    expect(await waysOf(`poll-opened ${poll}`, blocker)).toEqual(["mail done"]);
  });

  test("is told nowhere to who stopped hearing of polls, not in the chat either", async () => {
    const guest = await aGuest(true);
    await database.perform(changeMailSetting, guest, { mail: "polls", wanted: false });
    const poll = await anOpenPoll();
    await followFacts();
    expect(chatsTo(guest)).toEqual([]);
    expect(mailsTo(guest)).toEqual([]);
    expect(await waysOf(`poll-opened ${poll}`, guest)).toEqual(["mail unwanted"]);
  });
});
