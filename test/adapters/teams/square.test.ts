import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { makeQueue, startJobs } from "../../../src/adapters/jobs/queue.ts";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { openEngine } from "../../../src/adapters/teams/open-engine.ts";
import { makePacer } from "../../../src/adapters/teams/pacing.ts";
import { findPlace, removePlace, savePlace, teamPlace } from "../../../src/adapters/teams/places-store.ts";
import { makeTeamsSquare } from "../../../src/adapters/teams/square.ts";
import { allMunicipalities, municipalityOf } from "../../../src/kernen/index.ts";
import { answerInvitation, cancelMeeting, meetingForCard, writeMinutes } from "../../../src/meetings/index.ts";
import { nextUpdateAt } from "../../../src/notifications/card-desk.ts";
import { makeSquareReactions, type SquareReactions } from "../../../src/notifications/post-cards.ts";
import type { AnswerForCard, PollForCard, ProposalForCard, WeekForCard } from "../../../src/notifications/square.ts";
import type { Event } from "../../../src/shared/reaction.ts";
import type { Fact } from "../../../src/shared/work.ts";
import { aMeeting, begins } from "../../meetings/given.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../../support/database.ts";
import { type Connector, startConnector } from "./bot-framework.ts";

const municipality = "molenlanden";
const general = "19:algemeen@thread.tacv2";
const channel = "19:voorstellen@thread.tacv2";

let database: TestDatabase;
let connector: Connector;
let reactions: SquareReactions;
const proposals = new Map<string, ProposalForCard>();
const polls = new Map<string, PollForCard>();
const answers = new Map<string, AnswerForCard>();
const weeks = new Map<string, WeekForCard>();
let now = new Date("2026-11-22T12:00:00Z");
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeAll(async () => {
  database = await testDatabase(({ fact }) => {
    if (fact === "proposal-published") return [reactions.postProposal];
    return fact === "proposal-supported" ? [reactions.updateProposal] : [];
  });
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["arkel"]);
  connector = await startConnector();
  const { inMunicipality } = database.connections;
  const { db } = database.connections;
  const pacer = makePacer({
    municipalityOfTenant: async (tenant) => (await allMunicipalities(db)).find((one) => one.entraTenantId === tenant),
    inMunicipality,
    // What is waited for here is waited for in pacing.test.ts.
    wait: async () => undefined,
  });
  const engine = await openEngine("botbuilder", { bot: null, answer: async () => ({ messages: [] }), pacer, log });
  reactions = makeSquareReactions({
    square: makeTeamsSquare({
      engine,
      inMunicipality,
      municipalityOf,
      publicUrl: "https://kernplein.voorbeeld.example",
      clock: () => now,
    }),
    inMunicipality,
    reads: {
      proposal: async (_tx, id) => proposals.get(id),
      answer: async (_tx, id) => answers.get(id),
      poll: async (_tx, id) => polls.get(id),
      logHead: async (_tx, _poll, batch) => ({ line: `${batch}/20/abc` }),
      meeting: meetingForCard,
      week: async (_tx, kern) => weeks.get(kern),
    },
    log,
    clock: () => now,
    wait: async (ms) => {
      now = new Date(now.getTime() + ms);
    },
  });
});
afterAll(async () => {
  await connector.close();
  await database.close();
});
beforeEach(async () => {
  connector.sent.length = 0;
  connector.moods.length = 0;
  await placed({ proposalsChannel: channel });
});

function placed(more: { proposalsChannel: string | null }): Promise<void> {
  return database.connections.inMunicipality(municipality, (tx) =>
    savePlace(
      tx,
      municipality,
      {
        place: teamPlace(general),
        kern: "arkel",
        serviceUrl: connector.url,
        conversation: general,
        bot: "28:bot",
        speaks: true,
        ...more,
      },
      now,
    ),
  );
}

function aProposal(more: Partial<ProposalForCard> = {}): ProposalForCard {
  const proposal: ProposalForCard = {
    proposal: randomUUID(),
    kern: "arkel",
    kernName: "Arkel",
    title: "Steiger terug aan de Merwede",
    excerpt: "Vroeger lag hier een steiger.",
    state: "published",
    treatment: "none",
    outcome: null,
    supportCount: 0,
    commentCount: 0,
    photo: null,
    ...more,
  };
  proposals.set(proposal.proposal, proposal);
  return proposal;
}

function aPoll(more: Partial<PollForCard> = {}): PollForCard {
  const poll: PollForCard = {
    poll: randomUUID(),
    kern: "arkel",
    kernName: "Arkel",
    question: "Komt de steiger er?",
    opensAt: new Date("2026-11-22T08:00:00Z"),
    closesAt: new Date("2026-11-29T19:00:00Z"),
    state: "open",
    level: 1,
    frozenHash: null,
    outcome: null,
    ...more,
  };
  polls.set(poll.poll, poll);
  return poll;
}

const published = ({ proposal, kern }: ProposalForCard, where = municipality): Event => ({
  municipality: where,
  fact: { fact: "proposal-published", proposal, kern } as Fact,
});
const about = (fact: string, { poll, kern }: PollForCard): Event => ({ municipality, fact: { fact, poll, kern } as Fact });

const posts = () => connector.sent.filter(({ method }) => method === "POST");
const updates = () => connector.sent.filter(({ method }) => method === "PUT");
const cardOf = (sent: { body: Record<string, unknown> } | undefined): string => JSON.stringify(sent?.body ?? null);

async function recorded(object: string) {
  return database.connections.inMunicipality(municipality, async (tx) => ({
    message: await tx
      .selectFrom("message_sent")
      .select(["state", "detail", "channel"])
      .where("message_key", "=", `card:${object}`)
      .executeTakeFirst(),
    card: await tx.selectFrom("card_posted").selectAll().where("object", "=", object).executeTakeFirst(),
  }));
}

describe("a card of a published proposal", () => {
  test("stands in the channel for proposals once, however often and at once its job runs", async () => {
    const proposal = aProposal();
    await Promise.allSettled(Array.from({ length: 5 }, () => reactions.postProposal.run(published(proposal))));
    await reactions.postProposal.run(published(proposal));
    expect(posts()).toHaveLength(1);
    expect(posts()[0]).toMatchObject({
      path: "/v3/conversations",
      body: { isGroup: true, channelData: { channel: { id: channel } }, activity: { type: "message" } },
    });
    expect(cardOf(posts()[0])).toContain(`https://kernplein.voorbeeld.example/molenlanden/voorstel/${proposal.proposal}`);
    expect(cardOf(posts()[0])).toContain("New proposal.");
  });

  test("is not posted again when the job that was posting it was killed; that is recorded", async () => {
    const proposal = aProposal();
    await database.connections.inMunicipality(municipality, (tx) =>
      tx
        .insertInto("message_sent")
        .values({
          municipality_id: municipality,
          message_key: `card:proposal ${proposal.proposal}`,
          channel: "card",
          state: "sending",
          at: new Date(now.getTime() - 3_600_000),
        })
        .execute(),
    );
    await reactions.postProposal.run(published(proposal));
    expect(posts()).toEqual([]);
    expect((await recorded(`proposal ${proposal.proposal}`)).message).toMatchObject({
      state: "failed",
      detail: "an earlier attempt was cut off; the card may be there",
    });
  });

  test("is remembered, so that it can be changed", async () => {
    const proposal = aProposal();
    await reactions.postProposal.run(published(proposal));
    expect(await recorded(`proposal ${proposal.proposal}`)).toMatchObject({
      message: { state: "sent", detail: null, channel: "card" },
      card: { place: teamPlace(general), conversation_id: expect.stringContaining(`${channel};messageid=`) },
    });
  });

  test("goes to General in a team without a channel for proposals, and when that channel is gone", async () => {
    await placed({ proposalsChannel: null });
    await reactions.postProposal.run(published(aProposal()));
    expect(posts()[0]?.body).toMatchObject({ channelData: { channel: { id: general } } });
    await placed({ proposalsChannel: channel });
    connector.moods.push({ status: 404, body: { error: { code: "ConversationNotFound" } } });
    await reactions.postProposal.run(published(aProposal()));
    expect(posts().at(-1)?.body).toMatchObject({ channelData: { channel: { id: general } } });
  });

  test("is recorded as failed with the reason, without another try, where the bot has no place", async () => {
    const proposal = aProposal({ kern: "hoornaar" });
    await reactions.postProposal.run(published(proposal));
    await reactions.postProposal.run(published(proposal));
    expect(posts()).toEqual([]);
    expect((await recorded(`proposal ${proposal.proposal}`)).message).toMatchObject({
      state: "failed",
      detail: "the bot has not been installed in the team of this kern",
    });
  });

  test("never lands in another municipality's kern of the same name", async () => {
    await reactions.postProposal.run(published(aProposal(), "altena"));
    expect(posts()).toEqual([]);
  });

  test("is tried again at once when Teams throttles, and later by the queue when Teams is down", async () => {
    connector.moods.push({ status: 429, headers: { "Retry-After": "0" } });
    await reactions.postProposal.run(published(aProposal()));
    expect(posts()).toHaveLength(2);

    const proposal = aProposal();
    connector.moods.push({ status: 500 });
    await expect(reactions.postProposal.run(published(proposal))).rejects.toThrow(/must be tried again: Teams: 500/);
    expect((await recorded(`proposal ${proposal.proposal}`)).message).toBeUndefined();
    await reactions.postProposal.run(published(proposal));
    expect((await recorded(`proposal ${proposal.proposal}`)).message).toMatchObject({ state: "sent" });
  });

  test("is not posted a second time when nobody knows whether the first arrived", async () => {
    const proposal = aProposal();
    connector.moods.push("cut");
    await reactions.postProposal.run(published(proposal));
    await reactions.postProposal.run(published(proposal));
    expect(posts()).toHaveLength(1);
    expect((await recorded(`proposal ${proposal.proposal}`)).message).toMatchObject({ state: "failed" });
  });

  test("is refused for good where the bot was blocked", async () => {
    const proposal = aProposal();
    connector.moods.push({ status: 403, body: { error: { code: "MessageWritesBlocked" } } });
    await reactions.postProposal.run(published(proposal));
    expect((await recorded(`proposal ${proposal.proposal}`)).message).toMatchObject({
      state: "failed",
      detail: expect.stringContaining("MessageWritesBlocked"),
    });
  });
});

test("cards of one kern stand in the order of their facts, whichever of two instances sends them", async () => {
  const inOrder = Array.from({ length: 12 }, (_, index) => aProposal({ title: `Voorstel nummer ${index + 1}.` }));
  await database.connections.inMunicipality(municipality, async (tx) => {
    for (const proposal of inOrder) await database.workshop.queueReactions(tx, municipality, [published(proposal).fact]);
  });
  const second = connect(database.url);
  const instances = [database.connections.owner, second.owner];
  const jobs = await Promise.all(instances.map((owner) => startJobs(owner, Object.values(reactions), log)));
  for (let tries = 0; posts().length < inOrder.length && tries < 200; tries += 1) await sleep(50);
  await Promise.all(jobs.map((one) => one.stop()));
  await second.close();
  expect(posts().map((sent) => /Voorstel nummer \d+\./.exec(cardOf(sent))?.[0])).toEqual(inOrder.map(({ title }) => title));
}, 30_000);

describe("a place where nothing can be said", () => {
  const trouble = () =>
    database.connections.inMunicipality(
      municipality,
      async (tx) => (await findPlace(tx, municipality, teamPlace(general)))?.trouble,
    );

  test.each([
    ["blocked", { status: 403, body: { error: { code: "MessageWritesBlocked" } } }],
    ["removed", { status: 403, body: { error: { message: "The bot is not part of the conversation roster." } } }],
    ["archived", { status: 403, body: { error: { message: "The team is archived." } } }],
    ["refused", { status: 403 }],
  ])("is remembered as %s, left alone for an hour, and tried again after", async (kind, mood) => {
    connector.moods.push(mood);
    const since = now;
    await reactions.postProposal.run(published(aProposal()));
    expect(await trouble()).toMatchObject({ kind, since });
    const proposal = aProposal();
    await reactions.postProposal.run(published(proposal));
    expect(posts()).toHaveLength(1);
    expect((await recorded(`proposal ${proposal.proposal}`)).message).toMatchObject({
      state: "failed",
      detail: `nothing can be said there: ${kind} since ${since.toISOString()}`,
    });
    now = new Date(now.getTime() + 3_600_000);
    connector.moods.push(mood);
    await reactions.postProposal.run(published(aProposal()));
    expect(await trouble()).toMatchObject({ kind, since });
    now = new Date(now.getTime() + 3_600_000);
    await reactions.postProposal.run(published(aProposal()));
    expect(posts()).toHaveLength(3);
    expect(await trouble()).toBeNull();
  });

  test("is the whole team when General is gone too; a channel that is gone is not asked again", async () => {
    connector.moods.push({ status: 404 });
    await reactions.postProposal.run(published(aProposal()));
    await reactions.postProposal.run(published(aProposal()));
    expect(posts()).toHaveLength(3);
    expect(await trouble()).toBeNull();
    connector.moods.push({ status: 404 });
    await reactions.postProposal.run(published(aProposal()));
    expect(await trouble()).toMatchObject({ kind: "deleted" });
  });
});

describe("updates of a card", () => {
  test("come ten seconds apart at least, and the last state wins", async () => {
    const proposal = aProposal();
    await reactions.postProposal.run(published(proposal));
    const postedAt = now.getTime();
    proposals.set(proposal.proposal, { ...proposal, supportCount: 1 });
    await reactions.updateProposal.run(supported(proposal));
    expect(now.getTime() - postedAt).toBe(10_000);
    proposals.set(proposal.proposal, { ...proposal, supportCount: 2 });
    const meanwhile = async () => {
      proposals.set(proposal.proposal, { ...proposal, supportCount: 3 });
    };
    await Promise.all([reactions.updateProposal.run(supported(proposal)), meanwhile()]);
    expect(updates()).toHaveLength(2);
    expect(cardOf(updates()[1])).toContain("3 mensen steunen dit");
  });

  const supported = ({ proposal, kern }: ProposalForCard): Event => ({
    municipality,
    fact: { fact: "proposal-supported", proposal, kern } as Fact,
  });

  test("are made only when it shows something else than before", async () => {
    const proposal = aProposal();
    await reactions.postProposal.run(published(proposal));
    await reactions.updateProposal.run(supported(proposal));
    expect(updates()).toEqual([]);
    proposals.set(proposal.proposal, { ...proposal, supportCount: 38 });
    await reactions.updateProposal.run(supported(proposal));
    await reactions.updateProposal.run(supported(proposal));
    expect(updates()).toHaveLength(1);
    expect(cardOf(updates()[0])).toContain("38 mensen steunen dit");
    const { card } = await recorded(`proposal ${proposal.proposal}`);
    expect(updates()[0]?.path).toBe(`/v3/conversations/${card?.conversation_id}/activities/${card?.activity_id}`);
  });

  test("take the button away once the proposal was withdrawn", async () => {
    const proposal = aProposal();
    await reactions.postProposal.run(published(proposal));
    proposals.set(proposal.proposal, { ...proposal, state: "withdrawn" });
    await reactions.updateProposal.run(supported(proposal));
    expect(cardOf(updates()[0])).toContain("ingetrokken");
    expect(cardOf(updates()[0])).not.toContain("Action.Execute");
  });

  test("stop calmly when the bot has left the team or the card was removed", async () => {
    const proposal = aProposal();
    await reactions.postProposal.run(published(proposal));
    proposals.set(proposal.proposal, { ...proposal, supportCount: 1 });
    connector.moods.push({ status: 404 });
    await reactions.updateProposal.run(supported(proposal));
    await database.connections.inMunicipality(municipality, (tx) => removePlace(tx, municipality, teamPlace(general)));
    await reactions.updateProposal.run(supported(proposal));
    expect(updates()).toHaveLength(1);
  });

  test("of fifty people who support at once are one, by the queue itself", async () => {
    const proposal = aProposal();
    await reactions.postProposal.run(published(proposal));
    proposals.set(proposal.proposal, { ...proposal, supportCount: 50 });
    now = new Date();
    const due = nextUpdateAt(now);
    expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(10_000);
    await database.connections.inMunicipality(municipality, async (tx) => {
      for (let person = 0; person < 50; person += 1) {
        await database.workshop.queueReactions(tx, municipality, [supported(proposal).fact]);
      }
    });
    const waiting = await database.connections.owner.query("select run_at from graphile_worker.jobs");
    expect(waiting.rows).toEqual([{ run_at: due }]);
    await database.connections.owner.query("update graphile_worker._private_jobs set run_at = now()");
    const jobs = await startJobs(database.connections.owner, Object.values(reactions), log);
    for (let tries = 0; updates().length === 0 && tries < 100; tries += 1) await sleep(50);
    await jobs.stop();
    expect(updates()).toHaveLength(1);
    expect(cardOf(updates()[0])).toContain("50 mensen steunen dit");
  });
});

describe("cards of a poll", () => {
  test("invite to vote, and once it is closed tell the outcome in a card of its own and in the invitation", async () => {
    const poll = aPoll();
    await reactions.postPoll.run(about("poll-opened", poll));
    await reactions.postPoll.run(about("poll-opened", poll));
    expect(posts()).toHaveLength(1);
    expect(cardOf(posts()[0])).toContain("Stemmen kan tot zondag 29 november 2026 om 20:00.");
    polls.set(poll.poll, { ...poll, state: "closed", outcome: { nl: "61 % stemde voor.", en: "61 % voted in favour." } });
    await reactions.postOutcome.run(about("poll-closed", poll));
    await reactions.postOutcome.run(about("poll-closed", poll));
    expect(posts()).toHaveLength(2);
    expect(cardOf(posts()[1])).toContain("61 % stemde voor.");
    expect(updates()).toHaveLength(1);
    expect(cardOf(updates()[0])).toContain("stemming gesloten");
    expect(cardOf(updates()[0])).not.toContain("task/fetch");
  });

  test("do not invite to a poll that closed before the card could leave", async () => {
    await reactions.postPoll.run(about("poll-opened", aPoll({ state: "closed" })));
    expect(posts()).toEqual([]);
  });
});

describe("the card of an answer", () => {
  const answered = (proposal: ProposalForCard): Event => ({
    municipality,
    fact: { fact: "proposal-answered", proposal: proposal.proposal, kern: proposal.kern } as Fact,
  });

  test("stands in the channel once, with the outcome first and no name of anybody; the proposal's own card says it too", async () => {
    const proposal = aProposal();
    await reactions.postProposal.run(published(proposal));
    answers.set(proposal.proposal, {
      outcome: "partly",
      text: "Zonder duikplank.",
      signedBy: "Team Buitenruimte",
      correctedAt: null,
    });
    proposals.set(proposal.proposal, { ...proposal, treatment: "answered", outcome: "partly" });
    await Promise.allSettled(Array.from({ length: 4 }, () => reactions.postAnswer.run(answered(proposal))));
    await reactions.postAnswer.run(answered(proposal));
    expect(posts()).toHaveLength(2);
    for (const words of ["We doen het deels", "Zonder duikplank.", "Ondertekend: Team Buitenruimte", "in part"])
      expect(cardOf(posts()[1])).toContain(words);
    await reactions.updateProposal.run(answered(proposal));
    expect(cardOf(updates()[0])).toContain("De gemeente gaf antwoord. We doen het deels.");
    expect(cardOf(updates()[0])).not.toContain("Action.Execute");
    expect((await recorded(`answer ${proposal.proposal}`)).message).toMatchObject({ state: "sent" });
  });

  test("says what stands there now once it was put right, and that it was", async () => {
    const proposal = aProposal({ treatment: "answered", outcome: "partly" });
    const given = { outcome: "partly", text: "Zonder duikplank.", signedBy: "Team Buitenruimte", correctedAt: null } as const;
    answers.set(proposal.proposal, given);
    await reactions.postAnswer.run(answered(proposal));
    answers.set(proposal.proposal, {
      ...given,
      outcome: "yes",
      text: "Met duikplank.",
      correctedAt: new Date("2026-12-03T09:00:00Z"),
    });
    for (let turn = 0; turn < 2; turn++) await reactions.updateAnswer.run(answered(proposal));
    expect(updates()).toHaveLength(1);
    for (const words of ["We doen het", "Met duikplank.", "Dit antwoord is verbeterd op 3 december 2026."])
      expect(cardOf(updates()[0])).toContain(words);
    expect(cardOf(updates()[0])).not.toContain("Zonder duikplank.");
  });

  test("does not come for a proposal that was taken back, nor without an answer", async () => {
    const withdrawn = aProposal({ state: "withdrawn" });
    answers.set(withdrawn.proposal, { outcome: "no", text: "Te duur.", signedBy: "Team Buitenruimte", correctedAt: null });
    await reactions.postAnswer.run(answered(withdrawn));
    await reactions.postAnswer.run(answered(aProposal()));
    expect(posts()).toEqual([]);
  });
});

describe("the last day of a poll", () => {
  beforeEach(() => {
    now = new Date("2026-11-22T12:00:00Z");
  });

  const tomorrow = (poll: PollForCard) => {
    now = new Date(poll.closesAt.getTime() - 86_400_000);
  };

  test("gets a card once, a day before the end, whatever runs twice", async () => {
    const poll = aPoll();
    await reactions.postLastDay.run(about("poll-opened", poll));
    expect(posts()).toEqual([]);
    tomorrow(poll);
    await Promise.allSettled(Array.from({ length: 4 }, () => reactions.postLastDay.run(about("poll-opened", poll))));
    await reactions.postLastDay.run(about("poll-opened", poll));
    expect(posts()).toHaveLength(1);
    expect(cardOf(posts()[0])).toContain("Nog één dag: stemmen kan tot zondag 29 november 2026 om 20:00.");
  });

  test("is moved by an extension: not on the old day, once on the new one", async () => {
    const extended = aPoll({ closesAt: new Date("2026-12-06T19:00:00Z") });
    now = new Date("2026-11-28T19:00:00Z");
    await reactions.postLastDay.run(about("poll-opened", extended));
    expect(posts()).toEqual([]);
    tomorrow(extended);
    await reactions.postLastDay.run(about("poll-extended", extended));
    expect(posts()).toHaveLength(1);
  });

  test("said before an extension is put right, and not said again", async () => {
    const poll = aPoll();
    tomorrow(poll);
    await reactions.postLastDay.run(about("poll-opened", poll));
    const later = { ...poll, closesAt: new Date("2026-12-06T19:00:00Z") };
    polls.set(poll.poll, later);
    await reactions.updatePoll.run(about("poll-extended", later));
    expect(cardOf(updates()[0])).toContain("Stemmen kan tot zondag 6 december 2026 om 20:00.");
    expect(cardOf(updates()[0])).not.toContain("Nog één dag");
    tomorrow(later);
    await reactions.postLastDay.run(about("poll-extended", later));
    expect(posts()).toHaveLength(1);
  });

  test.each([
    ["was cancelled", () => undefined],
    ["is closed already", () => aPoll({ state: "closed" })],
    ["lasts less than three days", () => aPoll({ opensAt: new Date("2026-11-27T19:00:01Z") })],
  ])("is nothing to tell of a poll that %s", async (_, made) => {
    const poll = made() ?? { ...aPoll(), poll: randomUUID() };
    tomorrow(poll);
    await reactions.postLastDay.run(about("poll-opened", poll));
    expect(posts()).toEqual([]);
  });

  test("waits in the queue until then, and an extension moves that very job", async () => {
    const poll = aPoll({ closesAt: new Date("2031-11-29T19:00:00Z") });
    const queue = async (fact: string, closesAt: string) => {
      const event = { fact, poll: poll.poll, kern: "arkel", closesAt } as unknown as Fact;
      await database.connections.inMunicipality(municipality, (tx) =>
        makeQueue(() => [reactions.postLastDay])(tx, municipality, [event]),
      );
    };
    await queue("poll-opened", "2031-11-29T19:00:00Z");
    await queue("poll-extended", "2031-12-06T19:00:00Z");
    const { rows } = await database.connections.owner.query(
      "select run_at from graphile_worker.jobs where task_identifier = 'notifications.post-last-day-card'",
    );
    expect(rows).toEqual([{ run_at: new Date("2031-12-05T19:00:00Z") }]);
  });
});

describe("the card of a meeting", () => {
  const told = (fact: string, meeting: string): Event => ({ municipality, fact: { fact, meeting, kern: "arkel" } as Fact });
  const anOfficer = () => aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  beforeEach(() => {
    now = new Date("2026-11-22T12:00:00Z");
  });

  test("stands in the channel once, without a name, and follows who comes and that it is off", async () => {
    const officer = await anOfficer();
    const neighbour = await aPerson(database, { name: "Geheime Buur" });
    const meeting = await aMeeting(database, officer, { capacity: 1, online: "https://vergaderen.voorbeeld.example/geheim" });
    await Promise.allSettled(Array.from({ length: 4 }, () => reactions.postMeeting.run(told("meeting-planned", meeting))));
    await reactions.postMeeting.run(told("meeting-planned", meeting));
    expect(posts()).toHaveLength(1);
    expect(cardOf(posts()[0])).toContain("Donderdag 3 december 2026 van 19:30 tot 21:30 uur");
    expect(cardOf(posts()[0])).toContain("Meeting on Thursday");
    expect(cardOf(posts()[0])).not.toContain("vergaderen.voorbeeld.example");

    await database.perform(answerInvitation, neighbour, { meeting, answer: "coming" });
    const before = now.getTime();
    await reactions.updateMeeting.run(told("meeting-answered", meeting));
    await reactions.updateMeeting.run(told("meeting-answered", meeting));
    expect(now.getTime() - before).toBe(10_000);
    expect(updates()).toHaveLength(1);
    expect(cardOf(updates()[0])).toContain("1 persoon komt · vol");
    expect(cardOf(updates()[0])).toContain("Zet mij op de wachtlijst");
    expect(cardOf(updates()[0])).not.toContain("Geheime Buur");

    await database.perform(cancelMeeting, officer, { meeting, reason: "De zaal staat blank." });
    await reactions.updateMeeting.run(told("meeting-cancelled", meeting));
    expect(cardOf(updates()[1])).toContain("Deze bijeenkomst gaat niet door.");
    expect(cardOf(updates()[1])).toContain("De zaal staat blank.");
    expect(cardOf(updates()[1])).not.toContain("Action.Execute");
  });

  test("is not posted for a meeting that was cancelled before the card could leave", async () => {
    const officer = await anOfficer();
    const meeting = await aMeeting(database, officer);
    await database.perform(cancelMeeting, officer, { meeting, reason: "De zaal staat blank." });
    await reactions.postMeeting.run(told("meeting-planned", meeting));
    expect(posts()).toEqual([]);
  });

  test("asks for no more answers once it begins; moving the meeting moves that too", async () => {
    const officer = await anOfficer();
    const meeting = await aMeeting(database, officer);
    await reactions.postMeeting.run(told("meeting-planned", meeting));
    now = new Date(begins.getTime() + 60_000);
    await reactions.closeMeeting.run(told("meeting-planned", meeting));
    expect(cardOf(updates()[0])).toContain("Aanmelden kan niet meer.");
    expect(cardOf(updates()[0])).not.toContain("Action.Execute");
    const queue = (fact: string, startsAt: string) =>
      database.connections.inMunicipality(municipality, (tx) =>
        makeQueue(() => [reactions.closeMeeting])(tx, municipality, [{ ...told(fact, meeting).fact, startsAt } as Fact]),
      );
    await queue("meeting-planned", "2031-12-03T18:30:00Z");
    await queue("meeting-changed", "2031-12-04T18:30:00Z");
    const { rows } = await database.connections.owner.query(
      "select run_at from graphile_worker.jobs where task_identifier = 'notifications.close-meeting-card'",
    );
    expect(rows).toEqual([{ run_at: new Date("2031-12-04T18:31:00Z") }]);
  });

  test("leads to the minutes once they are written", async () => {
    const officer = await anOfficer();
    const meeting = await aMeeting(database, officer);
    await reactions.postMeeting.run(told("meeting-planned", meeting));
    const [earlier, after] = [database.clock.now, new Date(begins.getTime() + 3 * 3_600_000)];
    database.clock.now = after;
    now = after;
    await database.perform(writeMinutes, officer, { meeting, text: "Wij spraken over de steiger en de trap.", attended: 14 });
    database.clock.now = earlier;
    await reactions.updateMeeting.run(told("minutes-written", meeting));
    expect(cardOf(updates()[0])).toContain("Lees het verslag");
    expect(cardOf(updates()[0])).not.toContain("Action.Execute");
  });
});

describe("the week of a kern", () => {
  const nothing = { more: false, proposals: [], answers: [], open: [], opening: [], closed: [], meetings: [] };
  const aWeek = (more: Partial<WeekForCard>): WeekForCard => ({
    kern: "arkel",
    kernName: "Arkel",
    ...nothing,
    contact: { name: "Ina Fictief", phone: "088 000 00 01" },
    ...more,
  });
  const weekBegins = (monday: string, kern = "arkel"): Event => ({
    municipality,
    fact: { fact: "kern-week-begins", kern, monday } as Fact,
  });

  test("is one card per Monday, with what is new, answered and to be voted on", async () => {
    now = new Date("2026-11-30T07:00:00Z");
    weeks.set(
      "arkel",
      aWeek({
        proposals: [{ proposal: randomUUID(), title: "Steiger terug", supportCount: 4 }],
        answers: [{ proposal: randomUUID(), title: "Bankjes", outcome: "yes" }],
        open: [{ poll: randomUUID(), question: "Komt de steiger er?", closesAt: new Date("2026-12-03T19:00:00Z") }],
        meetings: [{ meeting: randomUUID(), title: "Avond aan het water", startsAt: begins, hall: "De Voorbeeldhoek" }],
      }),
    );
    await Promise.allSettled(Array.from({ length: 4 }, () => reactions.postWeek.run(weekBegins("2026-11-30"))));
    await reactions.postWeek.run(weekBegins("2026-11-30"));
    expect(posts()).toHaveLength(1);
    for (const words of [
      "Deze week in Arkel",
      "Steiger terug",
      "We doen het",
      "Sluit donderdag 3 december 2026 om 20:00",
      "Avond aan het water",
      "This week",
    ])
      expect(cardOf(posts()[0])).toContain(words);
    now = new Date("2026-12-07T07:00:00Z");
    await reactions.postWeek.run(weekBegins("2026-12-07"));
    expect(posts()).toHaveLength(2);
  });

  test("is silent when there is nothing, when the kern is no more, and when it comes days late", async () => {
    now = new Date("2026-12-14T07:00:00Z");
    weeks.set("arkel", aWeek({}));
    await reactions.postWeek.run(weekBegins("2026-12-14"));
    await reactions.postWeek.run(weekBegins("2026-12-14", "hoornaar"));
    weeks.set("arkel", aWeek({ answers: [{ proposal: randomUUID(), title: "Bankjes", outcome: "no" }] }));
    now = new Date("2026-12-16T07:00:00Z");
    await reactions.postWeek.run(weekBegins("2026-12-14"));
    expect(posts()).toEqual([]);
    expect((await recorded("week arkel 2026-12-14")).message).toBeUndefined();
  });
});
