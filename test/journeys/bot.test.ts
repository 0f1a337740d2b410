/** What people see of the bot in Microsoft's own local Teams client, driven by its HTTP routes, on the real slices and the real queue. */
import { mkdtemp, rm } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Jobs, startJobs } from "../../src/adapters/jobs/queue.ts";
import { makeTeamsSquare } from "../../src/adapters/teams/index.ts";
import { readConfig } from "../../src/config.ts";
import { municipalityOf } from "../../src/kernen/index.ts";
import {
  botUserId,
  type Playground,
  type PlaygroundConfig,
  personalChat,
  readPlaygroundConfig,
  startPlayground,
  userId,
} from "../../src/local/playground/index.ts";
import { meetingForCard } from "../../src/meetings/index.ts";
import { makeSquareReactions } from "../../src/notifications/post-cards.ts";
import { proposalForCard } from "../../src/proposals/index.ts";
import type { Reaction } from "../../src/shared/reaction.ts";
import type { Actor } from "../../src/shared/work.ts";
import { closePoll, logHead, planPoll, pollForMail } from "../../src/voting/index.ts";
import { makeEngine } from "../../src/wiring/bot.ts";
import { type Listening, listen } from "../adapters/teams/bot-framework.ts";
import { aMeeting } from "../meetings/given.ts";
import { aPublishedProposal } from "../proposals/given.ts";
import { aMunicipality, aPerson, type PersonWish, type TestDatabase, testDatabase } from "../support/database.ts";
import { voteIn } from "../support/voting.ts";

const municipality = "molenlanden";
const group = "6f1c3c7e-2f7b-4c3e-9d5a-0a1b2c3d4e5f";
const general = "19:arkel-algemeen@thread.tacv2";
const channel = "19:arkel-voorstellen@thread.tacv2";

let database: TestDatabase;
let server: Listening;
let jobs: Jobs;
let folder: string;
let config: PlaygroundConfig;
let playground: Playground;
let screen: WebSocket;
let author: Actor & { person: string };
let officer: Actor & { person: string };
let neighbour: Actor & { person: string };
const subscriptions = new Map<string, Reaction[]>();

/** What the client shows, as it tells its own page. */
interface Shown {
  action: "createMessage" | "updateMessage";
  where: string;
  thread: string | undefined;
  message: string;
  byBot: boolean;
  card: string;
}
const shown: Shown[] = [];

beforeAll(async () => {
  database = await testDatabase((fact) => subscriptions.get(fact.fact) ?? []);
  database.clock.now = new Date();
  await aMunicipality(database);
  await provisioned("team", "arkel", group);
  await provisioned("channel", "arkel/algemeen", general);
  await provisioned("channel", "arkel/voorstellen", channel);
  neighbour = await known({ name: "Buurvrouw Voorbeeld" });
  author = await known({ name: "Schrijver Voorbeeld" });
  officer = await known({ name: "Officier Voorbeeld", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });

  const { connections, perform } = database;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const engine = await makeEngine({
    config: readConfig({}),
    connections,
    perform,
    log,
    publicUrl: () => "https://kernplein.voorbeeld.example",
  });
  server = await listen((request, response) => void engine.handle(request, response));
  const { inMunicipality } = connections;
  const square = makeTeamsSquare({
    engine,
    inMunicipality,
    municipalityOf,
    publicUrl: "https://kernplein.voorbeeld.example",
    clock: () => new Date(),
  });
  const reactions = makeSquareReactions({
    square,
    inMunicipality,
    reads: {
      proposal: async (tx, id) => {
        const found = await proposalForCard(tx, id);
        return found && { ...found, photo: null };
      },
      answer: async () => undefined,
      poll: pollForMail,
      logHead,
      meeting: meetingForCard,
      week: async () => undefined,
    },
    log,
    clock: () => new Date(),
  });
  subscriptions.set("proposal-published", [reactions.postProposal]);
  subscriptions.set("proposal-supported", [reactions.updateProposal]);
  subscriptions.set("meeting-planned", [reactions.postMeeting]);
  subscriptions.set("meeting-answered", [reactions.updateMeeting]);
  subscriptions.set("poll-opened", [reactions.postPoll]);
  subscriptions.set("poll-closed", [reactions.postOutcome]);
  jobs = await startJobs(connections.owner, Object.values(reactions), log);

  folder = await mkdtemp(join(tmpdir(), "kernplein-playground-"));
  config = await inMunicipality(municipality, (tx) => readPlaygroundConfig(tx, "arkel"));
  playground = await startPlayground({ port: 0, messagesUrl: `${server.url}/api/messages`, config, folder });
  screen = await watch(playground.url);
}, 240_000);

afterAll(async () => {
  screen?.close();
  await playground?.close();
  await jobs?.stop();
  await server?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  shown.length = 0;
});

function provisioned(resource: string, key: string, graphId: string) {
  return database.connections.inMunicipality(municipality, (tx) =>
    tx
      .insertInto("provisioned_resource")
      .values({
        municipality_id: municipality,
        resource,
        key,
        kern_id: "arkel",
        state: "created",
        graph_id: graphId,
        marker: key,
        updated_at: database.clock.now,
      })
      .execute(),
  );
}

async function known(wish: PersonWish): Promise<Actor & { person: string }> {
  const actor = await aPerson(database, wish);
  await database.connections.inMunicipality(municipality, (tx) =>
    tx.updateTable("person").set({ entra_oid: actor.person }).where("person_id", "=", actor.person).execute(),
  );
  database.clock.now = new Date(database.clock.now.getTime() + 1000);
  return actor;
}

async function watch(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/_ws_conversation/v1/conversations/stream`);
  socket.addEventListener("message", ({ data }) => {
    const { action, actionConversationId, message } = JSON.parse(String(data));
    if (!message) return;
    shown.push({
      action,
      where: actionConversationId,
      thread: message.postConversationId,
      message: message.messageId,
      byBot: message.from.id === botUserId,
      card: JSON.stringify(message.attachments ?? []),
    });
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  return socket;
}

async function seen(what: (one: Shown) => boolean, withinMs = 10_000): Promise<Shown> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    const found = shown.find((one) => one.byBot && what(one));
    if (found) return found;
    await sleep(50);
  }
  throw new Error(`not shown; what was shown: ${JSON.stringify(shown, null, 1).slice(0, 4000)}`);
}

async function post(path: string, body: unknown): Promise<Record<string, never>> {
  const response = await fetch(`${playground.url}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, never>;
  expect([response.status, answer]).toEqual([200, expect.anything()]);
  return answer;
}

/** Says something in the channel, mentioning the bot, and gives the bot's answer in that thread. */
async function sayInChannel(text: string): Promise<Shown> {
  const mention = "<at>Kernplein</at>";
  const { postConversationId } = await post(`/_conversation/v1/conversations/${channel}/messages`, {
    from: { id: userId(config.me.oid) },
    text: `${mention} ${text}`,
    textFormat: "plain",
    mentions: [{ mentioned: { id: botUserId }, text: mention }],
  });
  return seen(({ where, action }) => action === "createMessage" && where === postConversationId);
}

async function sayAlone(text: string): Promise<Shown> {
  shown.length = 0;
  await post(`/_conversation/v1/conversations/${personalChat}/messages`, {
    from: { id: userId(config.me.oid) },
    text,
    textFormat: "plain",
  });
  return seen(({ where }) => where === personalChat);
}

test("the client shows the kern's team, with a resident behind the screen", async () => {
  const { config: told } = (await (await fetch(`${playground.url}/_internal/v1/config`)).json()) as {
    config: Record<string, never>;
  };
  expect(told).toMatchObject({
    currentUser: { name: "Buurvrouw Voorbeeld", aadObjectId: neighbour.person },
    teams: [{ name: "Arkel", aadGroupId: group, channels: [{ id: general }, { id: channel, name: "Voorstellen" }] }],
  });
});

test("it listens to this machine alone", async () => {
  const { port } = new URL(playground.url);
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one && !one.internal && one.family === "IPv4");
  if (!outside) return;
  await expect(fetch(`http://${outside.address}:${port}/_internal/v1/config`)).rejects.toThrow();
});

test("installing the bot tells it where it may speak", async () => {
  const places = () =>
    database.connections.inMunicipality(municipality, (tx) =>
      tx.selectFrom("conversation_place").selectAll().orderBy("place").execute(),
    );
  for (let waited = 0; (await places()).length < 2 && waited < 100; waited += 1) await sleep(50);
  expect(await places()).toMatchObject([
    { place: `person ${neighbour.person}`, conversation_id: personalChat, kern_id: null },
    {
      place: `team ${general}`,
      kern_id: "arkel",
      proposals_channel_id: channel,
      service_url: expect.stringContaining("/_connector"),
    },
  ]);
});

// The client's Teams is set to English; words in Dutch are answered in Dutch.
test.each([
  ["hi", "This is the village square of Arkel."],
  ["hallo", "Dit is het kernplein van Arkel."],
  ["help", "You can ask me for"],
  ["hulp", "Dit kunt u mij vragen"],
  ["blub", "I do not understand that."],
  ["voorstellen", "Er zijn nog geen voorstellen in Arkel."],
  ["stemmingen", "Er is nu geen stemming in Arkel."],
  ["welke bijeenkomsten zijn er", "Er is nu geen bijeenkomst gepland in Arkel."],
  ["ik wil een voorstel doen over de dijk", "/molenlanden/arkel/voorstellen/nieuw#titel=De+dijk"],
  ["nieuw voorstel", "https://kernplein.voorbeeld.example/molenlanden/arkel/voorstellen/nieuw"],
])("in the channel, %s is answered in its thread", async (text, answer) => {
  expect((await sayInChannel(text)).card).toContain(answer);
});

test("a published proposal stands in the channel by itself; a neighbour supports it there and everybody sees the count", async () => {
  const proposal = await aPublishedProposal(database, author, officer, { title: "Steiger terug aan de Merwede" });
  const card = await seen(({ where, card: text }) => where === channel && text.includes("Steiger terug"));
  expect(card.card).toContain("Nog niemand steunt dit");
  expect(card.card).not.toContain("Schrijver Voorbeeld");

  const answer = await post("/_conversation/v1/invoke", {
    name: "adaptiveCard/action",
    from: { id: userId(config.me.oid) },
    conversation: { id: card.thread },
    replyToId: card.message,
    value: { action: { type: "Action.Execute", verb: "support", data: { proposal } }, trigger: "manual" },
  });
  expect(JSON.stringify(answer)).toContain("You support this proposal. Thank you.");
  const updated = await seen(({ action, message }) => action === "updateMessage" && message === card.message, 15_000);
  expect(updated.card).toContain("1 persoon steunt dit");

  expect((await sayInChannel("voorstellen")).card).toContain("Steiger terug aan de Merwede");
  expect((await sayAlone("voorstellen")).card).toContain("Voorstellen in Arkel");
}, 240_000);

test("a meeting stands in the channel; a neighbour says in the card that she comes, and everybody sees how many do", async () => {
  const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const meeting = await aMeeting(database, officer, { title: "Avond over de steiger", startsAt, capacity: 20 });
  const card = await seen(({ where, card: text }) => where === channel && text.includes("Avond over de steiger"));
  expect(card.card).toContain("Nog niemand komt · nog 20 plaatsen");
  const answer = await post("/_conversation/v1/invoke", {
    name: "adaptiveCard/action",
    from: { id: userId(config.me.oid) },
    conversation: { id: card.thread },
    replyToId: card.message,
    value: {
      action: { type: "Action.Execute", verb: "answer-meeting", data: { meeting, answer: "coming" } },
      trigger: "manual",
    },
  });
  expect(JSON.stringify(answer)).toContain("You come. See you there!");
  const updated = await seen(({ action, message }) => action === "updateMessage" && message === card.message, 15_000);
  expect(updated.card).toContain("1 persoon komt · nog 19 plaatsen");
  expect(updated.card).not.toContain("Buurvrouw Voorbeeld");
  expect((await sayInChannel("ik kom naar de avond over de steiger")).card).toContain('"answer-meeting"');
}, 240_000);

test("a poll is announced when it opens, and its outcome when it closes", async () => {
  const opensAt = new Date();
  database.clock.now = opensAt;
  const { poll } = await database.perform(planPoll, officer, {
    kern: "arkel",
    question: "Komt de steiger er?",
    form: { kind: "for-against-abstain" },
    opensAt: opensAt.toISOString(),
    closesAt: new Date(opensAt.getTime() + 3_600_000).toISOString(),
  });
  const invitation = await seen(({ where, card }) => where === channel && card.includes("Komt de steiger er?"));
  // The booth opens in a dialog: the card asks for it by the poll's id.
  expect(invitation.card).toContain('"type":"task/fetch"');
  expect(invitation.card).toContain(`"poll":"${poll}"`);
  await voteIn(database.perform, poll, neighbour, "for");
  expect((await sayInChannel("stemmingen")).card).not.toContain("U hebt gestemd");
  expect((await sayAlone("stemmingen")).card).toContain("U hebt gestemd");

  database.clock.now = new Date(opensAt.getTime() + 3_700_000);
  await database.perform(closePoll, { municipality, person: null, roles: [], channel: "job", language: "nl" }, { poll });
  const outcome = await seen(
    ({ where, action, card }) => where === channel && action === "createMessage" && card.includes("stemming gesloten"),
  );
  expect(outcome.card).toContain(`/molenlanden/stemming/${poll}`);
  const changed = await seen(({ action, message }) => action === "updateMessage" && message === invitation.message);
  expect(changed.card).not.toContain("task/fetch");
}, 240_000);

test("taking the bot out of the team ends its announcements there", async () => {
  await playground.close();
  const left = await database.connections.inMunicipality(municipality, (tx) =>
    tx.selectFrom("conversation_place").select(["place", "trouble"]).execute(),
  );
  expect(left).toEqual([{ place: `team ${general}`, trouble: "removed" }]);
});
