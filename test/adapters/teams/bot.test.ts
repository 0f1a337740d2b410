import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { makeBot } from "../../../src/adapters/teams/bot.ts";
import type { Answer, Card } from "../../../src/adapters/teams/engine.ts";
import { readActivity } from "../../../src/adapters/teams/incoming.ts";
import type { Bot } from "../../../src/adapters/teams/knowledge.ts";
import { municipalityOf } from "../../../src/kernen/index.ts";
import { withdrawProposal } from "../../../src/proposals/index.ts";
import type { Actor } from "../../../src/shared/work.ts";
import { planPoll } from "../../../src/voting/index.ts";
import { botActions, botKnowledge } from "../../../src/wiring/bot.ts";
import { aPublishedProposal } from "../../proposals/given.ts";
import { aMunicipality, aPerson, type PersonWish, type TestDatabase, testDatabase } from "../../support/database.ts";
import { voteIn } from "../../support/voting.ts";
import { channelMessage } from "./bot-framework.ts";
import { buttonsOf } from "./stage.ts";

const municipality = "molenlanden";
const general = "19:algemeen@thread.tacv2";
const channel = "19:voorstellen@thread.tacv2";
const group = randomUUID();
const serviceUrl = "https://smba.trafficmanager.net/emea/";

let database: TestDatabase;
let tenant: string;
let proposal: string;
let author: Actor & { person: string };
let officer: Actor & { person: string };
let channels: { id: string; name: string | null }[] | Error = [];
const logged: string[] = [];
const log = {
  info: (_details: object, message: string) => logged.push(message),
  warn: (_details: object, message: string) => logged.push(message),
  error: (_details: object, message: string) => logged.push(message),
};
const oids = new Map<string, string>();

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  tenant = (await database.connections.inMunicipality(municipality, municipalityOf)).entraTenantId;
  await database.connections.inMunicipality(municipality, (tx) =>
    tx
      .insertInto("provisioned_resource")
      .values({
        municipality_id: municipality,
        resource: "team",
        key: "arkel",
        kern_id: "arkel",
        state: "created",
        graph_id: group,
        marker: "arkel",
        updated_at: database.clock.now,
      })
      .execute(),
  );
  officer = await known("kcf", { name: "Officier", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  author = await known("schrijver", { name: "Geheime Schrijver" });
  proposal = await aPublishedProposal(database, author, officer, { title: "Steiger terug aan de Merwede" });
});
afterAll(() => database.close());
beforeEach(() => {
  logged.length = 0;
  channels = [
    { id: general, name: null },
    { id: channel, name: "Voorstellen" },
  ];
});

/** A person with an account in the municipality's tenant. */
async function known(as: string, wish: PersonWish = {}): Promise<Actor & { person: string }> {
  const actor = await aPerson(database, wish);
  const oid = randomUUID();
  oids.set(as, oid);
  await database.connections.inMunicipality(municipality, (tx) =>
    tx.updateTable("person").set({ entra_oid: oid }).where("person_id", "=", actor.person).execute(),
  );
  return actor;
}

const knowledge = () => botKnowledge(database.connections.db);

function bot(more: Partial<Bot> = {}) {
  const { inMunicipality } = database.connections;
  return makeBot(
    {
      knows: knowledge(),
      actions: botActions,
      perform: database.perform,
      inMunicipality,
      publicUrl: "https://kernplein.voorbeeld.example",
      photoUrl: () => null,
      ...more,
    },
    log,
  );
}

interface Said {
  as?: string;
  alone?: boolean;
  locale?: string;
  more?: Record<string, unknown>;
  via?: ReturnType<typeof bot>;
}

async function turn(activity: Record<string, unknown>, via = bot()): Promise<Answer> {
  const incoming = readActivity(activity);
  if (incoming === null || incoming === "elsewhere") throw new Error(`no activity: ${JSON.stringify(activity)}`);
  const asked = async () => {
    if (channels instanceof Error) throw channels;
    return channels;
  };
  return via(incoming, { channels: asked }, database.clock.now);
}

function activity(text: string, { as = "vreemde", alone = false, locale = "nl-NL", more = {} }: Said = {}) {
  const from = { id: `29:${as}`, aadObjectId: oids.get(as) ?? "99999999-9999-4999-8999-999999999999" };
  const where = alone
    ? { conversation: { id: `a:${as}`, conversationType: "personal", tenantId: tenant }, channelData: { tenant: { id: tenant } } }
    : {};
  return channelMessage(serviceUrl, tenant, text, { from, locale, ...where, ...more });
}

async function say(text: string, said: Said = {}): Promise<Card> {
  const { messages } = await turn(activity(text, said), said.via);
  expect(messages).toHaveLength(1);
  const message = messages[0];
  if (!message || !("card" in message)) throw new Error("no card");
  await wellMade(message.card);
  return message.card;
}

async function press(
  data: unknown,
  said: Said & { verb?: string } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const value = { action: { type: "Action.Execute", verb: said.verb ?? "support", data }, trigger: "manual" };
  const { messages, invoke } = await turn(
    activity("", { ...said, more: { type: "invoke", name: "adaptiveCard/action", value, ...said.more } }),
    said.via,
  );
  expect(messages).toEqual([]);
  return invoke as { status: number; body: Record<string, unknown> };
}

const event = (eventType: string, more: Record<string, unknown> = {}, said: Said = {}) =>
  activity("", {
    ...said,
    more: {
      type: "conversationUpdate",
      conversation: { id: general, conversationType: "channel", tenantId: tenant },
      channelData: { tenant: { id: tenant }, team: { id: general, aadGroupId: group }, eventType, ...more },
    },
  });
const installed = (action = "add") => ({ ...event("", {}), type: "installationUpdate", action });

const places = () =>
  database.connections.inMunicipality(municipality, (tx) =>
    tx.selectFrom("conversation_place").selectAll().orderBy("place").execute(),
  );

const checker = `${process.cwd()}/../shared/contracts/check-cards.mjs`;
async function wellMade(card: Card): Promise<void> {
  if (!existsSync(checker)) return;
  const { checkCard } = (await import(pathToFileURL(checker).href)) as { checkCard(card: unknown): unknown[] };
  expect(checkCard(card)).toEqual([]);
}

const textOf = (card: unknown): string => JSON.stringify(card);

describe("installed in a kern's team", () => {
  test("the bot welcomes once, and remembers where to put proposals", async () => {
    const { messages } = await turn(installed());
    expect(textOf(messages)).toContain("Welkom op het kernplein van Arkel");
    expect(await turn(event("teamMemberAdded", {}, { more: {} }))).toEqual({ messages: [] });
    expect(await places()).toMatchObject([
      {
        place: `team ${general}`,
        kern_id: "arkel",
        conversation_id: general,
        proposals_channel_id: channel,
        service_url: serviceUrl,
        bot_id: "28:bot",
      },
    ]);
  });

  test("it greets nobody who joins the team, and says nothing when it is upgraded", async () => {
    const joined = { ...event("teamMemberAdded"), membersAdded: [{ id: "29:nieuw" }, { id: "29:ook-nieuw" }] };
    expect(await turn(joined)).toEqual({ messages: [] });
    expect(await turn(installed("add-upgrade"))).toEqual({ messages: [] });
  });

  test("it follows what happens to the channel for proposals", async () => {
    const proposalsChannel = async () => (await places())[0]?.proposals_channel_id;
    await turn(event("channelDeleted", { channel: { id: "19:ander@thread.tacv2", name: "Jeugd" } }));
    expect(await proposalsChannel()).toBe(channel);
    await turn(event("channelDeleted", { channel: { id: channel, name: "Voorstellen" } }));
    expect(await proposalsChannel()).toBeNull();
    await turn(event("channelCreated", { channel: { id: "19:jeugd@thread.tacv2", name: "Jeugd" } }));
    expect(await proposalsChannel()).toBeNull();
    await turn(event("channelRenamed", { channel: { id: "19:jeugd@thread.tacv2", name: " voorstellen " } }));
    expect(await proposalsChannel()).toBe("19:jeugd@thread.tacv2");
    await turn(event("channelRestored", { channel: { id: channel, name: "Voorstellen" } }));
    expect(await proposalsChannel()).toBe("19:jeugd@thread.tacv2");
  });

  test("it keeps what it knows of the channel while Teams does not tell", async () => {
    channels = new Error("503");
    await turn({ ...event("teamMemberAdded"), membersAdded: [{ id: "28:bot" }] });
    expect((await places())[0]?.proposals_channel_id).toBe("19:jeugd@thread.tacv2");
    expect(logged).toEqual(["the team's channels could not be read"]);
  });

  test.each([
    ["removed", "removed", () => ({ ...event("teamMemberRemoved"), membersRemoved: [{ id: "28:bot" }] })],
    ["uninstalled", "removed", () => installed("remove")],
    ["gone with a deleted team", "deleted", () => event("teamDeleted")],
    ["in a team that was archived", "archived", () => event("teamArchived")],
  ])("it is known since when nothing can be said, when it is %s", async (_how, trouble, activityOf) => {
    await turn(installed());
    expect(await places()).toHaveLength(1);
    expect(await turn(activityOf())).toEqual({ messages: [] });
    expect(await places()).toMatchObject([{ trouble, trouble_since: database.clock.now }]);
    await turn({
      ...event("teamMemberAdded"),
      membersAdded: [{ id: "29:nieuw", aadObjectId: "00000000-0000-4000-8000-000000000002" }],
    });
    expect(await places()).toMatchObject([{ trouble }]);
  });

  test("it notices a team that comes back, and a service address that moves", async () => {
    await turn(event("teamRestored"));
    expect(await places()).toMatchObject([{ kern_id: "arkel", service_url: serviceUrl, trouble: null, trouble_since: null }]);
    await say("help", { more: { serviceUrl: "https://smba.trafficmanager.net/uk/" } });
    expect(await places()).toMatchObject([{ kern_id: "arkel", service_url: "https://smba.trafficmanager.net/uk/" }]);
  });
});

describe("in the kern's channel", () => {
  beforeAll(async () => {
    await turn(installed());
  });

  test.each([
    ["hi", "hi", "Hallo! Dit is het kernplein van Arkel."],
    ["hello", "hello", "Hello! This is the village square of Arkel."],
    ["hallo", "hallo", "Hallo! Dit is het kernplein van Arkel."],
    ["help", "help", "Dit kunt u mij vragen"],
    ["hulp", "hulp", "Dit kunt u mij vragen"],
    ["nonsense", "asdfgh", "Dat begrijp ik niet."],
    ["nothing at all", "", "Hallo! Dit is het kernplein van Arkel."],
    ["a very long text", "x".repeat(20_000), "Dat begrijp ik niet."],
  ])("%s is answered", async (_what, text, heading) => {
    const card = await say(text);
    expect(textOf(card)).toContain(heading);
    expect(textOf(card)).toContain("https://kernplein.voorbeeld.example/molenlanden/arkel/voorstellen/nieuw");
    expect(textOf(card)).toContain("088\u00a0000\u00a000\u00a000");
  });

  test("somebody whose Teams is in English is answered in English, in Dutch where the municipality has no English", async () => {
    expect(textOf(await say("help", { locale: "en-GB" }))).toContain("You can ask me for");
    const { inMunicipality } = database.connections;
    const languages = (given: string[]) =>
      inMunicipality(municipality, (tx) => tx.updateTable("municipality").set({ languages: given }).execute());
    await languages(["nl"]);
    expect(textOf(await say("proposals", { locale: "en-GB", as: "schrijver" }))).toContain("Voorstellen in Arkel");
    await languages(["nl", "en"]);
  });

  test("voorstellen lists the kern's proposals with links, never their authors", async () => {
    const card = await say("<at>Kernplein</at> voorstellen", { as: "schrijver" });
    expect(textOf(card)).toContain("Steiger terug aan de Merwede");
    expect(textOf(card)).toContain(`https://kernplein.voorbeeld.example/molenlanden/voorstel/${proposal}`);
    expect(textOf(card)).not.toContain("Geheime Schrijver");
  });

  test("nieuw voorstel leads to the form", async () => {
    const url = "https://kernplein.voorbeeld.example/molenlanden/arkel/voorstellen/nieuw";
    expect(buttonsOf(await say("nieuw voorstel"))).toMatchObject([
      { type: "Action.OpenUrl", title: "Nieuw voorstel", url },
      { type: "Action.Execute", title: "Hier opschrijven", verb: "new-proposal", fallback: { type: "Action.OpenUrl", url } },
    ]);
  });

  test("who is not known is told how to join", async () => {
    for (const text of ["voorstellen", "stemmingen"]) {
      const card = await say(text);
      expect(textOf(card)).toContain("U doet nog niet mee in Arkel");
      expect(buttonsOf(card)).toMatchObject([
        { url: "https://kernplein.voorbeeld.example/meedoen?gemeente=molenlanden&kern=arkel" },
        { url: "https://kernplein.voorbeeld.example/aanmelden" },
      ]);
    }
  });

  test("stemmingen names open polls with their closing time, and never whether the asker has voted", async () => {
    expect(textOf(await say("stemmingen", { as: "schrijver" }))).toContain("Er is nu geen stemming in Arkel.");
    const { poll } = await database.perform(planPoll, officer, {
      kern: "arkel",
      question: "Komt de steiger er?",
      form: { kind: "for-against-abstain" },
      opensAt: database.clock.now.toISOString(),
      closesAt: "2026-11-29T19:00:00Z",
    });
    await voteIn(database.perform, poll, author, "for");
    const together = textOf(await say("stemmingen", { as: "schrijver" }));
    expect(together).toContain("Komt de steiger er?");
    expect(together).toContain("Sluit zondag 29 november 2026 om 20:00");
    expect(together).not.toContain("U hebt gestemd");
    expect(textOf(await say("stemmingen", { as: "schrijver", alone: true }))).toContain("U hebt gestemd");
  });

  test("a team that is no kern's is answered for the municipality as a whole", async () => {
    const elsewhere = {
      channelData: { tenant: { id: tenant }, team: { id: "19:ander@thread.tacv2", aadGroupId: randomUUID() } },
    };
    expect(textOf(await say("hallo", { more: elsewhere }))).toContain("Dit is het kernplein van molenlanden");
    expect(textOf(await say("voorstellen", { as: "schrijver", more: elsewhere }))).toContain("Steiger terug");
    await database.connections.inMunicipality(municipality, (tx) =>
      tx.deleteFrom("conversation_place").where("place", "=", "team 19:ander@thread.tacv2").execute(),
    );
  });
});

describe("alone with somebody", () => {
  test("a member is answered about her own kern, and the chat is remembered", async () => {
    expect(textOf(await say("hallo", { as: "schrijver", alone: true }))).toContain("het kernplein van Arkel");
    expect(textOf(await say("voorstellen", { as: "schrijver", alone: true }))).toContain("Voorstellen in Arkel");
    expect(await places()).toContainEqual(expect.objectContaining({ place: `person ${oids.get("schrijver")}`, kern_id: null }));
  });

  test("a member of two kernen sees both, and chooses where a new proposal goes", async () => {
    await known("tweedorpen", { kernen: ["arkel", "hoornaar"] });
    const card = await say("voorstellen", { as: "tweedorpen", alone: true });
    expect(textOf(card)).toContain("Voorstellen in molenlanden");
    expect(textOf(card)).toContain("Arkel · ");
    const choice = await say("nieuw voorstel", { as: "tweedorpen", alone: true });
    expect(buttonsOf(choice).map(({ title }) => title)).toEqual(["Voor Arkel", "Voor Hoornaar", "Hier opschrijven"]);
  });

  test("somebody for all kernen sees the whole municipality", async () => {
    await known("raadslid", { kernen: [], roles: [{ role: "councillor", kern: null }] });
    expect(textOf(await say("voorstellen", { as: "raadslid", alone: true }))).toContain("Voorstellen in molenlanden");
    expect(textOf(await say("nieuw voorstel", { as: "raadslid", alone: true }))).toContain("Dit kunt u mij vragen");
  });

  test.each(["hallo", "help", "onzin", "voorstellen", "stemmingen", "nieuw voorstel"])(
    "a stranger who says %s is told how to join",
    async (text) => {
      const card = await say(text, { alone: true });
      expect(textOf(card)).toContain("U doet nog niet mee in molenlanden");
      expect(buttonsOf(card)[0]).toMatchObject({ title: "Meedoen", url: "https://kernplein.voorbeeld.example/meedoen" });
    },
  );

  test("she is answered in her own language", async () => {
    const actor = await known("english");
    await database.connections.inMunicipality(municipality, (tx) =>
      tx.updateTable("person").set({ language: "en" }).where("person_id", "=", actor.person).execute(),
    );
    expect(textOf(await say("hi", { as: "english", alone: true }))).toContain("Hello! This is the village square of Arkel.");
  });
});

describe("pressing “Ik steun dit”", () => {
  const cardIn = (body: Record<string, unknown>) => {
    expect(body).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
    return textOf(body.value);
  };

  test("counts, once, and only the presser is told", async () => {
    await known("buur");
    for (const _ of [1, 2]) {
      const { status, body } = await press({ proposal }, { as: "buur" });
      expect(status).toBe(200);
      expect(cardIn(body)).toContain("U steunt dit voorstel. Dank u wel.");
      expect(cardIn(body)).toContain("1 persoon steunt dit");
      expect(cardIn(body)).not.toContain("Action.Execute");
    }
  });

  test("is refused kindly: her own proposal, one that is gone, one who takes part nowhere", async () => {
    expect(cardIn((await press({ proposal }, { as: "schrijver" })).body)).toContain("Uw eigen voorstel kunt u niet steunen.");
    expect(cardIn((await press({ proposal: randomUUID() }, { as: "buur" })).body)).toContain("staat niet meer op het kernplein");
    expect(cardIn((await press({ proposal }, { as: "kcf" })).body)).toContain("U doet nog niet mee in deze kern.");
    const gone = await aPublishedProposal(database, author, officer, { title: "Toch maar niet" });
    await database.perform(withdrawProposal, author, { proposal: gone });
    expect(cardIn((await press({ proposal: gone }, { as: "buur" })).body)).toContain("staat niet meer op het kernplein");
  });

  test("by a stranger leads to the page to join", async () => {
    expect(cardIn((await press({ proposal })).body)).toContain("meedoen?gemeente=molenlanden&kern=arkel");
  });

  test.each([[{}], [null], ["tekst"], [{ proposal: 3 }], [{ proposal: "x".repeat(100) }]])(
    "with %j for data is an error card of Teams",
    async (data) => {
      expect((await press(data, { as: "buur" })).body).toMatchObject({
        statusCode: 400,
        type: "application/vnd.microsoft.error",
      });
    },
  );

  test("under another name than support, likewise", async () => {
    expect((await press({ proposal }, { as: "buur", verb: "afstemmen" })).body).toMatchObject({ statusCode: 400 });
  });
});

describe("what the bot leaves alone", () => {
  test("everything of a tenant that is no municipality's", async () => {
    const stranger = { conversation: { id: "a:x", conversationType: "personal", tenantId: randomUUID() } };
    expect(await turn(activity("hallo", { more: stranger }))).toEqual({ messages: [] });
    expect(await press({ proposal }, { more: stranger })).toMatchObject({ status: 401 });
    expect((await places()).length).toBeLessThan(10);
    expect(logged).toEqual(Array.from({ length: 2 }, () => "left alone: a tenant that is no municipality's"));
  });

  test("all but the way on, in a tenant that a merger left behind", async () => {
    const left = randomUUID();
    const knows = { ...knowledge(), municipalityAfter: async (given: string) => (given === left ? { municipality } : undefined) };
    const more = { conversation: { id: "a:x", conversationType: "personal", tenantId: left } };
    const card = JSON.stringify(await say("hallo", { more, via: bot({ knows }) }));
    expect(card).toContain("Dit kernplein is verhuisd naar molenlanden.");
    expect(card).toContain("https://kernplein.voorbeeld.example/molenlanden");
    const pressed = await press({ proposal }, { more, via: bot({ knows }) });
    expect([pressed.status, JSON.stringify(pressed.body)]).toEqual([200, expect.stringContaining("verhuisd naar molenlanden")]);
    const before = await places();
    await turn({ ...activity("", { more }), type: "installationUpdate", action: "add" }, bot({ knows }));
    expect(await places()).toEqual(before);
  });

  test.each(["messageReaction", "typing", "messageUpdate", "messageDelete", "event", "endOfConversation"])("%s", async (type) => {
    expect(await turn(activity("", { more: { type } }))).toEqual({ messages: [] });
  });

  test.each([
    ["task/fetch", 200],
    ["composeExtension/query", 200],
    ["fileConsent/invoke", 200],
    ["signin/tokenExchange", 200],
    ["application/search", 200],
    ["iets/anders", 501],
    ["constructor", 501],
    ["", 501],
  ])("the invoke %s, with %d", async (name, status) => {
    const { invoke, messages } = await turn(activity("", { more: { type: "invoke", name, value: {} } }));
    expect(messages).toEqual([]);
    expect(invoke?.status).toBe(status);
  });
});

describe("when something breaks", () => {
  const broken = () =>
    bot({
      inMunicipality: async () => {
        throw new Error("connection to postgres://geheim:geheim@db refused");
      },
    });

  test("the person reads one kind sentence, the log the rest", async () => {
    const card = await say("voorstellen", { via: broken(), alone: true });
    expect(textOf(card)).toContain("Er ging iets mis. Er is niets veranderd.");
    expect(textOf(card)).not.toContain("geheim");
    expect(logged).toEqual(["the bot could not answer"]);
  });

  test("so does who pressed, in her own language", async () => {
    const { body } = await press({ proposal }, { via: broken(), locale: "en-GB" });
    expect(textOf(body)).toContain("Something went wrong. Nothing was changed.");
  });

  test("an event is let go, so that Teams does not send it again and again", async () => {
    expect(await turn(installed(), broken())).toEqual({ messages: [] });
  });
});
