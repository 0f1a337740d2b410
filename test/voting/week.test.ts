import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { after, days } from "../../src/shared/time.ts";
import { itself } from "../../src/shared/work.ts";
import { closePoll, planPoll, weekOfPolls } from "../../src/voting/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOpenPoll, type Person } from "../support/voting.ts";

let database: TestDatabase;
let officer: Person;
const monday = new Date("2026-11-30T07:00:00Z");
const day = 24 * 60;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
});
afterAll(() => database.close());

const planned = (question: string, opensAt: Date, kern = "arkel") =>
  database.perform(planPoll, officer, {
    kern,
    question,
    form: { kind: "for-against-abstain" },
    opensAt: opensAt.toISOString(),
    closesAt: after(opensAt, days(5)).toISOString(),
  });
const week = (kern = "arkel") =>
  database.connections.inMunicipality("molenlanden", (tx) =>
    weekOfPolls(tx, kern, after(monday, -days(7)), after(monday, days(7))),
  );

test("a kern's week tells what is open, what opens before it ends and what was counted since the week before", async () => {
  const counted = async (question: string, from: Date) => {
    database.clock.now = from;
    const { poll, closesAt } = await anOpenPoll(database, officer, { question }, day);
    database.clock.now = after(closesAt, 60_000);
    await database.perform(closePoll, itself("molenlanden"), { poll });
  };
  await counted("Vorige maand geteld?", after(monday, -days(20)));
  await counted("Vorige week geteld?", after(monday, -days(4)));
  database.clock.now = after(monday, -days(2));
  await anOpenPoll(database, officer, { question: "Nu open?" }, 6 * day);
  await planned("Woensdag?", after(monday, days(2)));
  await planned("Over twee weken?", after(monday, days(12)));

  const { open, opening, counted: results } = await week();
  expect(open.map(({ question }) => question)).toEqual(["Nu open?"]);
  expect(opening.map(({ question }) => question)).toEqual(["Woensdag?"]);
  expect(results).toEqual([
    {
      poll: expect.any(String),
      question: "Vorige week geteld?",
      outcome: { nl: expect.stringMatching(/\w/), en: expect.stringMatching(/\w/) },
    },
  ]);
  expect(await week("hoornaar")).toEqual({ open: [], opening: [], counted: [] });
});
