import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  mostSupported,
  proposalFigures,
  proposalForCard,
  proposalForMail,
  proposalKern,
  refuseProposal,
  returnProposal,
  supportProposal,
  waitingProposals,
  withdrawProposal,
} from "../../src/proposals/index.ts";
import type { Actor, Tx } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aDraft, aPublishedProposal, aSubmittedProposal, text } from "./given.ts";

type Person = Actor & { person: string };

let database: TestDatabase;
let author: Person;
let officer: Person;
let neighbour: Person;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  author = await aPerson(database, { name: "Anna de Boer", kernen: ["arkel", "hoornaar"] });
  neighbour = await aPerson(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: null }] });
});
afterAll(() => database.close());

const ask = <T>(question: (tx: Tx) => Promise<T>): Promise<T> => database.connections.inMunicipality("molenlanden", question);

test("a mail learns whom to write to and why", async () => {
  const proposal = await aSubmittedProposal(database, author);
  await database.perform(returnProposal, officer, { proposal, reason: "Noem de plek." });
  expect(await ask((tx) => proposalForMail(tx, proposal))).toEqual({
    proposal,
    title: "Zwemsteiger terug aan de Linge",
    kern: "arkel",
    kernName: "Arkel",
    author: author.person,
    reason: "Noem de plek.",
    handledBy: null,
    answerDue: null,
    answer: null,
    finish: null,
  });
  expect(await ask((tx) => proposalForMail(tx, crypto.randomUUID()))).toBeUndefined();
});

test("a card learns no name, and nothing of what was never published", async () => {
  const proposal = await aSubmittedProposal(database, author);
  expect(await ask((tx) => proposalForCard(tx, proposal))).toBeUndefined();
  const published = await aPublishedProposal(database, author, officer);
  const card = await ask((tx) => proposalForCard(tx, published));
  expect(card).toEqual({
    proposal: published,
    title: "Zwemsteiger terug aan de Linge",
    excerpt: text,
    kern: "arkel",
    kernName: "Arkel",
    state: "published",
    treatment: "none",
    outcome: null,
    supportCount: 0,
    commentCount: 0,
    photo: null,
    photoAlt: "",
  });
  expect(JSON.stringify(card)).not.toMatch(/Anna|Boer/);
  await database.perform(withdrawProposal, author, { proposal: published });
  expect((await ask((tx) => proposalForCard(tx, published)))?.state).toBe("withdrawn");
});

test("a poll learns the kern of a published proposal only", async () => {
  const draft = await aDraft(database, author);
  expect(await ask((tx) => proposalKern(tx, draft))).toBeUndefined();
  const published = await aPublishedProposal(database, author, officer);
  expect(await ask((tx) => proposalKern(tx, published))).toBe("arkel");
});

test("the councillor's figures count each state once, and tell since when the oldest waits", async () => {
  await using fresh = await testDatabase();
  await aMunicipality(fresh);
  const writer = await aPerson(fresh, { kernen: ["arkel", "hoornaar"] });
  const keeper = await aPerson(fresh, { kernen: [], roles: [{ role: "officer", kern: null }] });
  const reader = await aPerson(fresh);
  const figures = (kern?: string) => fresh.connections.inMunicipality("molenlanden", (tx) => proposalFigures(tx, kern));
  expect(await figures()).toEqual([]);

  await aDraft(fresh, writer);
  const quiet = await aPublishedProposal(fresh, writer, keeper, { title: "Stil" });
  const loud = await aPublishedProposal(fresh, writer, keeper, { title: "Luid" });
  await fresh.perform(supportProposal, reader, { proposal: loud });
  const refused = await aSubmittedProposal(fresh, writer);
  await fresh.perform(refuseProposal, keeper, { proposal: refused, reason: "Hoort elders." });
  fresh.clock.now = new Date("2026-11-10T09:00:00Z");
  const oldest = await aSubmittedProposal(fresh, writer);
  fresh.clock.now = new Date("2026-11-12T09:00:00Z");
  const newest = await aSubmittedProposal(fresh, writer, { kern: "hoornaar" });
  const later = await aSubmittedProposal(fresh, writer);

  expect(await figures()).toEqual([
    { kern: "arkel", published: 2, waiting: 2, returned: 0, refused: 1, oldestWaitingSince: new Date("2026-11-10T09:00:00Z") },
    { kern: "hoornaar", published: 0, waiting: 1, returned: 0, refused: 0, oldestWaitingSince: new Date("2026-11-12T09:00:00Z") },
  ]);
  expect(await figures("hoornaar")).toHaveLength(1);
  const waiting = await fresh.connections.inMunicipality("molenlanden", (tx) => waitingProposals(tx, ["arkel", "hoornaar"]));
  expect(waiting.map(({ proposal }) => proposal)[0]).toBe(oldest);
  expect(new Set(waiting.map(({ proposal }) => proposal))).toEqual(new Set([oldest, newest, later]));
  expect(await fresh.connections.inMunicipality("molenlanden", (tx) => waitingProposals(tx, []))).toEqual([]);
  const most = await fresh.connections.inMunicipality("molenlanden", (tx) => mostSupported(tx, "arkel", 5));
  expect(most.map(({ proposal, supportCount, body }) => [proposal, supportCount, body])).toEqual([
    [loud, 1, text],
    [quiet, 0, text],
  ]);
});

test("nobody else's support count is touched by one person's", async () => {
  const [one, other] = [await aPublishedProposal(database, author, officer), await aPublishedProposal(database, author, officer)];
  await database.perform(supportProposal, neighbour, { proposal: one });
  expect((await ask((tx) => proposalForCard(tx, one)))?.supportCount).toBe(1);
  expect((await ask((tx) => proposalForCard(tx, other)))?.supportCount).toBe(0);
});
