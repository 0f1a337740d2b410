import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { after, minutes } from "../../src/shared/time.ts";
import { itself } from "../../src/shared/work.ts";
import { verifyExport } from "../../src/verifier/index.ts";
import {
  chooseOpenly,
  closePoll,
  discardPollDraft,
  extendPoll,
  followLog,
  listPollDrafts,
  listPolls,
  planPoll,
  savePollDraft,
  viewPoll,
  viewPublicPoll,
} from "../../src/voting/index.ts";
import { recount } from "../../src/voting/reads.ts";
import { isSigned } from "../../src/voting/signing.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOpenPoll, closeAndCount, codeOf, exportOf, type Person, visitor, vote } from "../support/voting.ts";

let database: TestDatabase;
let officer: Person;
const voters: Person[] = [];
const municipality = "molenlanden";

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  for (let number = 0; number < 14; number++) voters.push(await aPerson(database, { name: `Inwoner ${number}` }));
});
afterAll(() => database.close());
const voter = (number: number) => voters[number] as Person;

describe("an extension", () => {
  test("moves the closing time for everybody, is signed, and stands in a sound export", async () => {
    const poll = await anOpenPoll(database, officer, { level: 1 });
    const later = after(poll.closesAt, minutes(30));
    const asked = { poll: poll.poll, closesAt: later.toISOString(), reason: "Een storing in het hele dorp." };
    const made = await database.perform(extendPoll, officer, asked);
    const signKey = poll.view.definition?.signKey ?? "";
    expect(isSigned("extension", asked, made.signature ?? "", signKey)).toBe(true);
    for (const [number, who] of voters.entries())
      await vote(database.perform, poll, who, { chosen: [number % 3 ? "for" : "against"] }, after(poll.closesAt, number));
    // The job that was queued for the first closing time finds nothing to do.
    const first = { poll: poll.poll, closesAt: poll.closesAt.toISOString() };
    await database.perform(closePoll, itself(municipality), first, { receivedAt: after(poll.closesAt, minutes(1)) });
    expect((await database.perform(viewPublicPoll, visitor, { poll: poll.poll })).tally).toBeNull();
    const view = await closeAndCount(database, poll, later);
    expect(view).toMatchObject({ closesAt: later.toISOString(), extensions: [made], tally: { voters: 14 } });
    expect(view.definition?.closesAt).toBe(poll.closesAt.toISOString());
    expect(await verifyExport(await exportOf(database.perform, poll.poll))).toMatchObject({ sound: true, fault: null });
  });

  test("is refused when it is none, comes too late, has no reason, or comes from somebody else", async () => {
    const poll = await anOpenPoll(database, officer, { level: 1 });
    const ask = (who: Person, by: number, reason = "Een storing.", receivedAt = poll.opensAt) =>
      codeOf(
        database.perform(
          extendPoll,
          who,
          { poll: poll.poll, closesAt: after(poll.closesAt, by).toISOString(), reason },
          { receivedAt },
        ),
      );
    expect(await ask(officer, 0)).toBe("invalid-input");
    expect(await ask(officer, -1000)).toBe("invalid-input");
    expect(await ask(officer, 1000, "")).toBe("invalid-input");
    expect(await ask(voter(0), 1000)).toBe("not-allowed");
    expect(await ask(officer, 1000, "Te laat.", poll.closesAt)).toBe("poll-closed");
  });
});

describe("an opinion poll (level 0)", () => {
  const open = (plan = {}) => anOpenPoll(database, officer, { level: 0, ...plan });
  const choose = (poll: string, who: Person, option: string, receivedAt = database.clock.now) =>
    database.perform(chooseOpenly, who, { poll, choice: { chosen: [option] } }, { receivedAt });

  test("takes a choice by name, replaces it, and shows numbers only when it has closed", async () => {
    const poll = await open();
    expect(await choose(poll.poll, voter(0), "for")).toEqual({ replaced: false });
    expect(await choose(poll.poll, voter(0), "against")).toEqual({ replaced: true });
    await choose(poll.poll, voter(1), "against");
    expect((await database.perform(viewPoll, officer, { poll: poll.poll })).tally).toBeNull();
    const { tally } = await closeAndCount(database, poll);
    expect(tally).toMatchObject({ voters: 2, leading: ["against"], names: null });
  });

  test("shows names to who is signed in where that was said beforehand, and to nobody else", async () => {
    const poll = await open({ showNames: true });
    await choose(poll.poll, voter(2), "for");
    const publicView = await closeAndCount(database, poll);
    expect(publicView.tally?.names).toBeNull();
    const own = await database.perform(viewPoll, voter(3), { poll: poll.poll });
    expect(own.tally?.names).toEqual([{ name: "Inwoner 2", option: "for" }]);
    expect((await database.perform(listPolls, voter(3), {})).polls.every(({ tally }) => !tally?.names)).toBe(true);
  });

  test("refuses who is not on the roll, what is no choice, and what comes late", async () => {
    const poll = await open();
    expect(await codeOf(choose(poll.poll, await aPerson(database), "for"))).toBe("not-on-the-roll");
    expect(await codeOf(choose(poll.poll, voter(0), "nothing"))).toBe("invalid-input");
    expect(await codeOf(choose(poll.poll, voter(0), "for", poll.closesAt))).toBe("poll-closed");
    const secret = await anOpenPoll(database, officer, { level: 1 });
    expect(await codeOf(choose(secret.poll, voter(0), "for"))).toBe("not-found");
  });
});

test("a budget is secret from us too by itself, and its result shows the other rule beside it", async () => {
  const poll = await anOpenPoll(database, officer, {
    form: { kind: "approval", max: null },
    count: { rule: "equal-shares", budget: 100_000 },
    options: [
      { label: "Bankje", cost: 60_000 },
      { label: "Boom", cost: 40_000 },
      { label: "Beeld", cost: 100_000 },
    ],
  });
  expect(poll.view).toMatchObject({ level: 2, definition: { passKey: expect.anything() } });
  for (const [number, who] of voters.entries())
    await vote(database.perform, poll, who, { chosen: number < 8 ? ["option-3"] : ["option-1", "option-2"] });
  const { tally } = await closeAndCount(database, poll);
  expect(tally).toMatchObject({ voters: 14, beside: { rule: "most-votes", winners: ["option-3"], withWinner: { here: 8 } } });
  expect(await verifyExport(await exportOf(database.perform, poll.poll))).toMatchObject({ sound: true, fault: null });
  const again = await database.connections.inMunicipality(municipality, (tx) => recount(tx, poll.poll));
  expect(again.agrees).toBe(true);
});

test("a poll of level 2 waits for the job that makes its keys; one of level 1 opens at once", async () => {
  const times = { opensAt: database.clock.now.toISOString(), closesAt: after(database.clock.now, minutes(5)).toISOString() };
  const plan = { kern: "arkel", question: "Een bankje?", form: { kind: "for-against-abstain" }, ...times };
  const stateOf = async (level: number) => {
    const { poll } = await database.perform(planPoll, officer, { ...plan, level });
    return (await database.perform(viewPublicPoll, visitor, { poll })).state;
  };
  expect([await stateOf(0), await stateOf(1), await stateOf(2)]).toEqual(["open", "open", "planned"]);
});

test("what another device saved is not written over, nor made a poll of unseen", async () => {
  const draft = crypto.randomUUID();
  const save = (question: string, basedOn?: string) =>
    database.perform(savePollDraft, officer, { draft, kern: "arkel", content: { question }, basedOn });
  const planning = (draftSavedAt?: string) => codeOf(anOpenPoll(database, officer, { draft, draftSavedAt }));
  const stands = async () =>
    (await database.perform(listPollDrafts, officer, {})).drafts.find((each) => each.draft === draft)?.content["question"];
  const first = await save("Eerste");
  expect(await codeOf(save("Ook een eerste"))).toBe("changed-meanwhile");
  const both = await Promise.all(["Tablet", "Laptop"].map((question) => codeOf(save(question, first.savedAt))));
  expect(both.sort()).toEqual(["changed-meanwhile", "done"]);
  const newest = (await database.perform(listPollDrafts, officer, {})).drafts.find((each) => each.draft === draft)?.savedAt;
  expect(Date.parse(newest ?? "")).toBeGreaterThan(Date.parse(first.savedAt));
  expect(await planning(first.savedAt)).toBe("changed-meanwhile");
  expect(["Tablet", "Laptop"]).toContain(await stands());
  expect(await planning(newest)).toBe("done");
  expect(await stands()).toBeUndefined();
  expect([await planning(newest), await codeOf(save("Te laat", newest))]).toEqual(["changed-meanwhile", "changed-meanwhile"]);
});

test("drafts are kept apart from polls, for the officers of the kern alone, and go when the poll is planned", async () => {
  const draft = crypto.randomUUID();
  const other = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] });
  const save = (who: Person, kern = "arkel", basedOn?: string) =>
    database.perform(savePollDraft, who, {
      draft,
      kern,
      content: { question: "Nog niet af", options: [{ label: "A" }] },
      basedOn,
    });
  const before = (await database.perform(listPolls, officer, {})).polls.length;
  const { savedAt } = await save(officer);
  await save(officer, "arkel", savedAt);
  expect(await codeOf(save(other))).toBe("not-allowed");
  expect(await codeOf(save(other, "hoornaar"))).toBe("not-found");
  expect((await database.perform(listPolls, officer, {})).polls).toHaveLength(before);
  expect((await database.perform(listPollDrafts, officer, {})).drafts).toMatchObject([
    { draft, content: { question: "Nog niet af" } },
  ]);
  expect((await database.perform(listPollDrafts, other, {})).drafts).toEqual([]);
  expect((await database.perform(listPollDrafts, voter(0), {})).drafts).toEqual([]);
  expect(await codeOf(database.perform(discardPollDraft, other, { draft }))).toBe("not-allowed");
  await anOpenPoll(database, officer, { draft });
  expect((await database.perform(listPollDrafts, officer, {})).drafts).toEqual([]);
  expect(await database.perform(discardPollDraft, officer, { draft })).toEqual({ draft });
});

test("a log is followed and no longer followed", async () => {
  const poll = await anOpenPoll(database, officer, { level: 1 });
  const follows = async () => (await database.perform(viewPoll, voter(0), { poll: poll.poll })).followsLog;
  await database.perform(followLog, voter(0), { poll: poll.poll, following: true });
  await database.perform(followLog, voter(0), { poll: poll.poll, following: true });
  expect(await follows()).toBe(true);
  await database.perform(followLog, voter(0), { poll: poll.poll, following: false });
  expect(await follows()).toBe(false);
});
