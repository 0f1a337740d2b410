import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { makeNotifications } from "../../src/notifications/index.ts";
import type { Mail } from "../../src/notifications/post-office.ts";
import { publishProposal, returnProposal, saveDraft, submitProposal, takeIntoTreatment } from "../../src/proposals/index.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { noChat } from "../notifications/no-chat.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let facts: Fact[] = [];
let sent: Mail[] = [];
let author: Actor & { person: string };
let officer: Actor & { person: string };

beforeAll(async () => {
  database = await testDatabase((fact) => {
    facts.push(fact);
    return [];
  });
  await aMunicipality(database);
  author = await aPerson(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(() => database.close());

/** Runs what follows the facts so far, twice over, as a queue may. */
async function followFacts(): Promise<void> {
  const reactions = makeNotifications({
    ...noChat,
    postOffice: {
      async send(mail) {
        sent.push(mail);
        return { delivered: true };
      },
    },
    inMunicipality: database.connections.inMunicipality,
    publicUrl: "https://kernplein.example",
    clock: () => database.clock.now,
  });
  for (const fact of [...facts, ...facts])
    for (const reaction of reactions.filter(({ follows, name }) => follows === fact.fact && name.includes("mail-proposal")))
      await reaction.run({ municipality: "molenlanden", fact });
  facts = [];
}

async function aSubmission(): Promise<string> {
  const draft = { kern: "arkel", title: "Licht op het pad", body: "Het is daar donker, en er fietsen kinderen." };
  const { proposal } = await database.perform(saveDraft, author, draft);
  await database.perform(submitProposal, author, { proposal });
  return proposal;
}
const lastLines = () => sent.map(({ text }) => /op zijn laatst op ([^.]+)\./.exec(text)?.[1]);

test("an answer promised for the first day again, after another day, is mailed to the author", async () => {
  const proposal = await aSubmission();
  await database.perform(publishProposal, officer, { proposal });
  await followFacts();
  sent = [];
  const promise = (answerDue: string) =>
    database.perform(takeIntoTreatment, officer, { proposal, handledBy: "De lichtmeester kijkt ernaar.", answerDue });
  for (const day of ["2026-12-10", "2026-12-20", "2026-12-10"]) {
    await promise(day);
    await followFacts();
  }
  expect(lastLines()).toEqual(["10 december 2026", "20 december 2026", "10 december 2026"]);

  // Three that wait together are one mail, with what was said last.
  sent = [];
  for (const day of ["2026-12-11", "2026-12-12", "2026-12-11"]) await promise(day);
  await followFacts();
  expect(lastLines()).toEqual(["11 december 2026"]);
});

test("a proposal that is returned twice in the same words is mailed twice", async () => {
  const proposal = await aSubmission();
  sent = [];
  for (let turn = 0; turn < 2; turn++) {
    await database.perform(returnProposal, officer, { proposal, reason: "Waar precies?" });
    await followFacts();
    await database.perform(submitProposal, author, { proposal });
  }
  expect(sent).toHaveLength(2);
});
