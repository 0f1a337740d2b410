/** The municipality puts its answer right, in the open: what stood there stays, and who must hear of it hears of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { makeNotifications } from "../../src/notifications/index.ts";
import type { Mail } from "../../src/notifications/post-office.ts";
import {
  answerProposal,
  correctAnswer,
  finishProposal,
  supportProposal,
  viewProposal,
  withdrawProposal,
} from "../../src/proposals/index.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { noChat } from "../notifications/no-chat.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aPublishedProposal, refusal } from "./given.ts";

type Person = Actor & { person: string };
let database: TestDatabase;
let author: Person;
let backer: Person;
let officer: Person;
let proposal: string;
let facts: Fact[] = [];
let sent: Mail[] = [];

beforeAll(async () => {
  database = await testDatabase((fact) => {
    facts.push(fact);
    return [];
  });
  await aMunicipality(database);
  author = await aPerson(database, { name: "Anna" });
  backer = await aPerson(database, { name: "Bert" });
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(() => database.close());
beforeEach(async () => {
  database.clock.now = new Date("2026-11-22T12:00:00Z");
  proposal = await aPublishedProposal(database, author, officer);
  await database.perform(supportProposal, backer, { proposal });
  await database.perform(answerProposal, officer, { proposal, ...given });
  database.clock.now = new Date("2026-12-03T09:00:00Z");
  facts = [];
  sent = [];
});

const given = { outcome: "no", text: "Het water is daar te ondiep voor een steiger.", signedBy: "Team Buitenruimte" } as const;
const better = { ...given, text: "Het water is daar voor een steiger te ondiep: 80 cm." };
const reason = "Er stond niet bij hoe diep het is.";
const correct = (change: object = {}, by: Actor = officer) =>
  database.perform(correctAnswer, by, { proposal, ...better, reason, ...change });
const viewBy = (who: Actor) => database.perform(viewProposal, who, { proposal });

async function mailed(): Promise<string[]> {
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
    for (const reaction of reactions.filter(({ follows }) => follows === fact.fact))
      await reaction.run({ municipality: "molenlanden", fact });
  facts = [];
  return sent.map(({ to }) => to.name).sort();
}

test("everybody reads the corrected answer with its day, and what stood there before with the reason", async () => {
  await correct();
  const view = await viewBy(backer);
  expect(view.answer).toEqual({ ...better, at: "2026-11-22T12:00:00.000Z", correctedAt: "2026-12-03T09:00:00.000Z" });
  expect(view.history.at(-1)).toEqual({ event: "corrected", at: "2026-12-03T09:00:00.000Z", reason, former: given });
  expect(view.supportCount).toBe(1);
  expect(view.can).toMatchObject({ correct: false, support: false });
  expect((await viewBy(officer)).can.correct).toBe(true);

  database.clock.now = new Date("2026-12-04T09:00:00Z");
  await correct({ outcome: "yes", text: "Er komt een drijvende steiger.", reason: "Er is een andere oplossing." });
  const { history, outcome } = await viewBy(author);
  expect(outcome).toBe("yes");
  expect(history.flatMap(({ former }) => former ?? [])).toEqual([given, better]);
});

test("the author always gets a mail; who backs it only when the outcome is another", async () => {
  await correct();
  expect(await mailed()).toEqual(["Anna"]);
  expect(sent[0]?.subject).toBe("Het antwoord is verbeterd: Zwemsteiger terug aan de Linge");
  expect(sent[0]?.text).toContain(`De reden: ${reason}`);
  sent = [];
  await correct({ outcome: "partly" });
  expect(await mailed()).toEqual(["Anna", "Bert"]);
  expect(sent[0]?.text).toContain("De gemeente doet het deels");
  // Back to what it was two answers ago: that is news as well.
  sent = [];
  await correct();
  expect(await mailed()).toEqual(["Anna", "Bert"]);
});

test("the very same answer changes nothing; two officers at the same moment leave both their corrections to be read", async () => {
  await correct({ ...given });
  expect((await viewBy(author)).answer?.correctedAt).toBeNull();
  expect(facts).toEqual([]);
  await Promise.all([correct({ text: `${better.text} Links.` }), correct({ text: `${better.text} Rechts.` })]);
  expect((await viewBy(author)).history.filter(({ event }) => event === "corrected")).toHaveLength(2);
});

test("is for the officer of the kern, of an answer that is there, with a reason; what is done cannot become no", async () => {
  const elsewhere = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] });
  expect(await refusal(correct({}, author))).toBe("not-allowed");
  expect(await refusal(correct({}, elsewhere))).toBe("not-allowed");
  expect(await refusal(correct({ reason: " " }))).toBe("invalid-input");
  await correct({ outcome: "yes", text: "Er komt een drijvende steiger." });
  await database.perform(finishProposal, officer, { proposal, text: "Hij ligt er sinds mei." });
  await expect(correct()).rejects.toMatchObject({ code: "invalid-input", details: { fields: [{ path: "outcome" }] } });
  expect((await correct({ outcome: "partly" })).treatment).toBe("done");
  expect(await refusal(database.perform(withdrawProposal, author, { proposal }))).toBe("proposal-answered");
  proposal = await aPublishedProposal(database, author, officer);
  expect(await refusal(correct())).toBe("not-found");
});
