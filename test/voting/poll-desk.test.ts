/** What an officer does with a poll before it opens and after it was counted. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { after, days, hours } from "../../src/shared/time.ts";
import { itself } from "../../src/shared/work.ts";
import { tasksOf } from "../../src/voting/desk-tasks.ts";
import {
  cancelPoll,
  changePlan,
  closePoll,
  makeLetters,
  openPoll,
  planPoll,
  tellNextSteps,
  viewPollDesk,
  viewPublicPoll,
  viewRoll,
} from "../../src/voting/index.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOpenPoll, closeAndCount, codeOf, type Person, visitor } from "../support/voting.ts";

let database: TestDatabase;
let officer: Person;
let resident: Person;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  officer = await aPerson(database, { name: "Ans Officier", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  resident = await aPerson(database, { name: "Inwoner" });
});
afterAll(() => database.close());

const plan = (more: object = {}) => ({
  kern: "arkel",
  question: "Een bankje?",
  form: { kind: "for-against-abstain" },
  opensAt: after(database.clock.now, days(2)).toISOString(),
  closesAt: after(database.clock.now, days(9)).toISOString(),
  ...more,
});
const planned = async (more: object = {}) => (await database.perform(planPoll, officer, plan(more))).poll;
const look = (poll: string) => database.perform(viewPublicPoll, visitor, { poll });
const letters = { assurance: "letter", per: "person", minAge: null };

test("a planned poll gets another plan under the same address; the old opening time opens nothing", async () => {
  const poll = await planned();
  const options = [{ label: "Linde" }, { label: "Iep" }];
  const later = { opensAt: after(database.clock.now, days(3)).toISOString() };
  await database.perform(
    changePlan,
    officer,
    plan({ poll, question: "Welke boom?", form: { kind: "single" }, options, ...later }),
  );
  await database.perform(openPoll, itself("molenlanden"), { poll }, { receivedAt: after(database.clock.now, days(2)) });
  const view = await look(poll);
  expect([view.question, view.state, view.options.map(({ label }) => label)]).toEqual([
    "Welke boom?",
    "planned",
    ["Linde", "Iep"],
  ]);
});

test("letters stay good when the plan changes, and are void when the roll is no longer made of letters", async () => {
  const poll = await planned({ electorate: letters });
  await database.perform(makeLetters, officer, { poll, number: 12 });
  await database.perform(changePlan, officer, plan({ poll, question: "Toch een bank?", electorate: letters }));
  expect((await database.perform(viewRoll, officer, { poll })).letters?.made).toBe(12);
  await database.perform(changePlan, officer, plan({ poll }));
  expect((await database.perform(viewRoll, officer, { poll })).letters).toBeNull();
});

test("a planned poll is taken away, and its jobs find nothing", async () => {
  const poll = await planned({ electorate: letters });
  await database.perform(makeLetters, officer, { poll, number: 2 });
  expect(await codeOf(database.perform(cancelPoll, resident, { poll }))).toBe("not-allowed");
  await database.perform(cancelPoll, officer, { poll });
  expect(await codeOf(look(poll))).toBe("not-found");
  await database.perform(openPoll, itself("molenlanden"), { poll });
  await database.perform(closePoll, itself("molenlanden"), { poll });
  expect(await codeOf(database.perform(cancelPoll, officer, { poll }))).toBe("done");
});

test("an open poll can be neither changed nor taken away", async () => {
  const { poll } = await anOpenPoll(database, officer);
  expect(await codeOf(database.perform(changePlan, officer, plan({ poll })))).toBe("poll-has-begun");
  expect(await codeOf(database.perform(cancelPoll, officer, { poll }))).toBe("poll-has-begun");
});

test("plans that were left off are told with who judged and why, and are no options", async () => {
  const leftOff = [{ label: "Zwembad", reason: "De grond is van het waterschap.", by: "Team Ruimte", proposal: null }];
  const decidedBy = after(database.clock.now, days(20)).toISOString();
  const poll = await planned({ background: { leftOff, phases: { decidedBy } } });
  const view = await look(poll);
  expect(view.background).toEqual({ leftOff, phases: { decidedBy } });
  expect(view.options.map(({ label }) => label)).not.toContain("Zwembad");
});

test("what happens now is told after the count only, by the kern's officer, and can be put better", async () => {
  const open = await anOpenPoll(database, officer);
  const tell = (who: Person, words: string) => database.perform(tellNextSteps, who, { poll: open.poll, words });
  expect(await codeOf(tell(officer, "We beginnen in maart."))).toBe("poll-not-counted");
  const counted = await closeAndCount(database, open);
  expect(await codeOf(tell(resident, "We beginnen in maart."))).toBe("not-allowed");
  await tell(officer, "We beginnen in maart.");
  await tell(officer, "We beginnen in april.");
  const view = await look(open.poll);
  expect(view.nextSteps).toMatchObject({ words: "We beginnen in april.", by: "Ans Officier" });
  expect(view.tally).toEqual(counted.tally);
});

test("the desk shows her planned and open polls and no count", async () => {
  const { poll } = await anOpenPoll(database, officer, { question: "Een fontein?" });
  const { polls } = await database.perform(viewPollDesk, officer, {});
  expect(polls.find((one) => one.poll === poll)).toMatchObject({ state: "open", turnout: null, tasks: ["closes-soon"] });
  expect((await database.perform(viewPollDesk, resident, {})).polls).toEqual([]);
});

test("a poll by letter asks for its letters until they are made, for without them nobody can vote", async () => {
  const poll = await planned({ electorate: letters });
  const tasks = async () => (await database.perform(viewPollDesk, officer, {})).polls.find((one) => one.poll === poll)?.tasks;
  expect(await tasks()).toEqual(["letters-missing"]);
  await database.perform(makeLetters, officer, { poll, number: 1 });
  expect(await tasks()).toEqual([]);
});

test("what waits in a poll: paper that stops the count first", () => {
  const now = new Date("2026-12-01T12:00:00Z");
  const base = { counted: false, closesAt: after(now, hours(-1)), hasNextSteps: false, lettersMissing: false };
  const stacks = ["entered-once", "differs", "agreed"] as const;
  expect(tasksOf({ ...base, state: "closed", stacks, waitsForPaper: true }, now)).toEqual([
    "count-waits",
    "paper-differs",
    "paper-second",
    "paper-publish",
  ]);
  expect(tasksOf({ ...base, state: "closed", counted: true, stacks: [], waitsForPaper: false }, now)).toEqual(["next-steps"]);
  expect(tasksOf({ ...base, state: "open", closesAt: after(now, days(3)), stacks: [], waitsForPaper: false }, now)).toEqual([]);
});
