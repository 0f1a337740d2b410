/**
 * Both engines against the same recorded activities: from real HTTP with a token signed by the stand-in of the Bot Framework's
 * authority to what is posted at the stand-in of its Connector. A file in recorded/ is an activity and what is expected of it.
 */
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { makeBot } from "../../../src/adapters/teams/bot.ts";
import { ConnectorFailure, type Engine } from "../../../src/adapters/teams/engine.ts";
import { openEngine } from "../../../src/adapters/teams/open-engine.ts";
import { municipalityOf } from "../../../src/kernen/index.ts";
import { botActions, botKnowledge } from "../../../src/wiring/bot.ts";
import { aMeeting } from "../../meetings/given.ts";
import { aPublishedProposal } from "../../proposals/given.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../../support/database.ts";
import { anOpenPoll } from "../../support/voting.ts";
import { type Connector, type Listening, listen, type Sent, type Signer, startConnector, startSigner } from "./bot-framework.ts";
import { unhurried } from "./unhurried.ts";

interface Recorded {
  activity: object;
  expect: { status: number; body?: object; sent: { method: string; path: string; says?: string }[] };
}

const folder = fileURLToPath(new URL("recorded/", import.meta.url));
const names = readdirSync(folder).sort();
const municipality = "molenlanden";
const general = "19:algemeen@thread.tacv2";
const channel = "19:voorstellen@thread.tacv2";
const botId = randomUUID();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** What each engine sent for each file, to lay beside what the other sent. */
const sentBy = { botbuilder: new Map<string, unknown[]>(), agents: new Map<string, unknown[]>() };

describe.each(["botbuilder", "agents"] as const)("on %s", (name) => {
  let database: TestDatabase;
  let signer: Signer;
  let connector: Connector;
  let endpoint: Listening;
  let engine: Engine;
  let blanks: Record<string, string>;

  beforeAll(async () => {
    database = await testDatabase();
    await aMunicipality(database);
    const { db, inMunicipality } = database.connections;
    const home = await inMunicipality(municipality, municipalityOf);
    const officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
    const author = await aPerson(database);
    const proposal = await aPublishedProposal(database, author, officer, { title: "Steiger terug aan de Merwede" });
    const reader = await aPerson(database);
    const { poll } = await anOpenPoll(database, officer, { question: "Komt er een steiger?" });
    const meeting = await aMeeting(database, officer, { title: "Avond over de steiger" });
    await inMunicipality(municipality, (tx) =>
      tx
        .updateTable("person")
        .set({ entra_oid: "00000000-0000-4000-8000-000000000001" })
        .where("person_id", "=", reader.person)
        .execute(),
    );
    signer = await startSigner(botId);
    connector = await startConnector([{ id: general }, { id: channel, name: "Voorstellen" }]);
    blanks = { serviceUrl: connector.url, tenant: home.entraTenantId, group: randomUUID(), proposal, poll, meeting };
    await inMunicipality(municipality, (tx) =>
      tx
        .insertInto("provisioned_resource")
        .values({
          municipality_id: municipality,
          resource: "team",
          key: "arkel",
          kern_id: "arkel",
          state: "created",
          graph_id: blanks["group"] ?? "",
          marker: "arkel",
          updated_at: database.clock.now,
        })
        .execute(),
    );
    const bot = makeBot(
      {
        knows: botKnowledge(db),
        actions: botActions,
        perform: database.perform,
        inMunicipality,
        publicUrl: "https://kernplein.voorbeeld.example",
        photoUrl: () => null,
      },
      log,
    );
    const identity = { botId, tenantId: randomUUID(), token: async () => "naar-buiten", openIdMetadataUrl: signer.metadataUrl };
    engine = await openEngine(name, { bot: identity, answer: bot, pacer: unhurried, log });
    endpoint = await listen((request, response) => void engine.handle(request, response));
  });
  afterAll(async () => {
    await Promise.all([signer, connector, endpoint].map((one) => one.close()));
    await database.close();
  });

  function read(file: string): Recorded {
    const filled = readFileSync(folder + file, "utf8").replace(/\{(\w+)\}/g, (all, blank: string) => blanks[blank] ?? all);
    return JSON.parse(filled) as Recorded;
  }

  test.each(names)("%s", async (file) => {
    const { activity, expect: expected } = read(file);
    connector.sent.length = 0;
    const token = await signer.sign({ serviceurl: connector.url });
    const response = await fetch(`${endpoint.url}/api/messages`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify(activity),
    });
    expect(response.status).toBe(expected.status);
    if (expected.body) expect(await response.json()).toMatchObject(expected.body);
    expect(connector.sent.map(({ method, path }) => ({ method, path }))).toEqual(
      expected.sent.map(({ method, path }) => ({ method, path })),
    );
    for (const [index, { says }] of expected.sent.entries()) {
      expect(connector.sent[index]?.authorization).toBe("Bearer naar-buiten");
      if (says) expect(JSON.stringify(connector.sent[index]?.body).toLowerCase()).toContain(says.toLowerCase());
    }
    sentBy[name].set(file, connector.sent.map(onTheWire));
  });

  /** What Teams acts on; the engines differ in what they add of their own. */
  function onTheWire({ method, address, body }: Sent) {
    const { type, text, attachments, conversation, replyToId } = body as Record<string, unknown>;
    const blanked = JSON.stringify({
      method,
      address,
      type,
      text,
      attachments,
      conversation: (conversation as { id?: string })?.id,
      replyToId,
    });
    return Object.entries(blanks).reduce((all, [blank, value]) => all.replaceAll(value, `{${blank}}`), blanked);
  }

  test("a card is posted in a channel and in a chat, and changed, under the bot's own token", async () => {
    connector.sent.length = 0;
    const place = { serviceUrl: connector.url, tenant: "t", bot: "28:bot", kind: "channel", conversation: channel } as const;
    const posted = await engine.post(place, { type: "AdaptiveCard", version: "1.5", body: [] });
    expect(posted).toMatchObject({
      tenant: "t",
      serviceUrl: connector.url,
      conversation: expect.stringMatching(/^19:voorst.*;messageid=/),
    });
    await engine.update(posted, { type: "AdaptiveCard", version: "1.5", body: [] });
    const alone = { ...place, kind: "personal", conversation: "a:iemand" } as const;
    expect(await engine.post(alone, { type: "AdaptiveCard", version: "1.5", body: [] })).toMatchObject({
      conversation: "a:iemand",
    });
    expect(connector.sent).toMatchObject([
      {
        method: "POST",
        path: "/v3/conversations",
        body: {
          isGroup: true,
          tenantId: "t",
          bot: { id: "28:bot" },
          channelData: { channel: { id: channel }, tenant: { id: "t" } },
          activity: { type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive" }] },
        },
      },
      { method: "PUT", path: `/v3/conversations/${posted.conversation}/activities/${posted.activity}` },
      { method: "POST", path: "/v3/conversations/a:iemand/activities" },
    ]);
    for (const { authorization } of connector.sent) expect(authorization).toBe("Bearer naar-buiten");
  });

  test("a failure says what it was, and what may have arrived is not repeated", async () => {
    const place = { serviceUrl: connector.url, tenant: "t", bot: "28:bot", kind: "channel", conversation: channel } as const;
    const failing = () => engine.post(place, { type: "AdaptiveCard", version: "1.5", body: [] }).catch((error: unknown) => error);
    connector.sent.length = 0;
    connector.moods.push({ status: 403, body: { error: { code: "MessageWritesBlocked" } } }, "cut", { status: 200, body: {} });
    expect(await failing()).toMatchObject({
      status: 403,
      mayBeDone: false,
      message: expect.stringContaining("MessageWritesBlocked"),
    });
    expect(await failing()).toMatchObject({ status: null, mayBeDone: true });
    expect(await failing()).toBeInstanceOf(ConnectorFailure);
    expect(connector.sent).toHaveLength(3);
    connector.moods.push({ status: 502 });
    expect(await failing()).not.toBeInstanceOf(ConnectorFailure);
    expect(connector.sent).toHaveLength(5);
  });
});

test("both engines sent the same for every recorded activity", () => {
  expect([...sentBy.agents.keys()]).toEqual(names);
  expect(sentBy.agents).toEqual(sentBy.botbuilder);
});
