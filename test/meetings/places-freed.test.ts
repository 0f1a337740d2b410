/** Who left a kern or was blocked gives up her places, by the reactions themselves. */
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import {
  answerInvitation,
  cancelMeeting,
  listMyMeetings,
  makeMeetingsReactions,
  viewComing,
  viewMeeting,
} from "../../src/meetings/index.ts";
import { blockPerson, leaveKern, unblockPerson } from "../../src/members/index.ts";
import type { Reaction } from "../../src/shared/reaction.ts";
import { after, days } from "../../src/shared/time.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aMeeting, begins, type MeetingWish } from "./given.ts";

type Person = Actor & { person: string };

const start = new Date("2026-11-22T12:00:00Z");
let told: Fact[] = [];
let database: TestDatabase;
let reactions: Reaction[];
let officer: Person;
let next: Person;

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact);
    return [];
  });
  reactions = makeMeetingsReactions(database.perform);
  await aMunicipality(database);
  officer = await aPerson(database, {
    kernen: [],
    roles: [
      { role: "officer", kern: "arkel" },
      { role: "officer", kern: "hoornaar" },
    ],
  });
  next = await aPerson(database, { name: "Die Wacht", kernen: ["arkel", "hoornaar"] });
});
afterAll(() => database.close());
beforeEach(() => {
  database.clock.now = start;
  told = [];
});

const neighbour = (kernen = ["arkel"]) => aPerson(database, { name: "Buurvrouw", kernen });
const meet = (wish: MeetingWish = {}) => aMeeting(database, officer, { capacity: 1, ...wish });
const come = (who: Actor, meeting: string) => database.perform(answerInvitation, who, { meeting, answer: "coming" });
const block = (who: Person, until: Date | null = null) =>
  database.perform(blockPerson, officer, {
    person: who.person,
    kern: "arkel",
    reason: "Scheldt mensen uit.",
    until: until?.toISOString() ?? null,
  });
const standing = async (who: Actor, meeting: string) => (await database.perform(viewMeeting, who, { meeting })).mine;
const freed = () => told.filter(({ fact }) => fact === "place-freed");

/** What meetings do with the facts that were announced and not handled yet. */
async function react(facts: readonly Fact[] = told.splice(0)): Promise<readonly Fact[]> {
  for (const fact of facts) {
    const names: readonly string[] = subscriptions[fact.fact as keyof typeof subscriptions];
    for (const reaction of reactions) {
      if (names.includes(reaction.name)) await reaction.run({ municipality: "molenlanden", fact });
    }
  }
  return facts;
}
const handle = async (name: string) => react(told.splice(0).filter(({ fact }) => fact === name));

test("who is blocked loses her place to who waits longest, once, however often it is told", async () => {
  const meeting = await meet();
  const [noisy, last] = [await neighbour(), await neighbour()];
  for (const who of [noisy, next, last]) await come(who, meeting);
  await block(noisy);
  const facts = await handle("member-blocked");
  expect(await standing(next, meeting)).toBe("coming");
  expect(await standing(last, meeting)).toBe("waiting");
  expect(freed()).toEqual([expect.objectContaining({ meeting, people: [next.person] })]);
  await react(facts);
  expect(freed()).toHaveLength(1);
  const { coming, waiting, notComing } = await database.perform(viewComing, officer, { meeting });
  expect([coming.length, waiting.length, notComing]).toEqual([1, 1, 0]);
});

test("a block keeps her out of the whole square, so she gives up her places in every kern, and on waiting lists", async () => {
  const noisy = await neighbour(["arkel", "hoornaar"]);
  const [here, elsewhere] = [await meet(), await meet({ kern: "hoornaar" })];
  await come(next, here);
  await come(noisy, here);
  await come(noisy, elsewhere);
  await come(next, elsewhere);
  await block(noisy);
  await handle("member-blocked");
  expect([await standing(noisy, here), await standing(noisy, elsewhere)]).toEqual([null, null]);
  expect([await standing(next, here), await standing(next, elsewhere)]).toEqual(["coming", "coming"]);
  expect((await database.perform(listMyMeetings, noisy, {})).upcoming).toEqual([]);
});

test("a block that is lifted before it is told of, or has passed, costs no place; who is back is asked anew", async () => {
  const meeting = await meet();
  const noisy = await neighbour();
  await come(noisy, meeting);
  await block(noisy);
  await database.perform(unblockPerson, officer, { person: noisy.person, kern: "arkel" });
  await handle("member-blocked");
  expect(await standing(noisy, meeting)).toBe("coming");
  await block(noisy, after(start, days(1)));
  database.clock.now = after(start, days(2));
  await handle("member-blocked");
  expect(await standing(noisy, meeting)).toBe("coming");
  await block(noisy);
  await handle("member-blocked");
  await database.perform(unblockPerson, officer, { person: noisy.person, kern: "arkel" });
  expect(await standing(noisy, meeting)).toBeNull();
  expect((await come(noisy, meeting)).mine).toBe("coming");
});

test("what has begun or was cancelled is left alone: nobody hears of a place that is none", async () => {
  const noisy = await neighbour();
  const [begun, cancelled] = [await meet(), await meet({ startsAt: after(begins, days(1)).toISOString() })];
  for (const meeting of [begun, cancelled]) {
    await come(noisy, meeting);
    await come(next, meeting);
  }
  await database.perform(cancelMeeting, officer, { meeting: cancelled, reason: "De zaal is dicht." });
  database.clock.now = begins;
  await block(noisy);
  await handle("member-blocked");
  for (const meeting of [begun, cancelled])
    expect([await standing(noisy, meeting), await standing(next, meeting)]).toEqual(["coming", "waiting"]);
  expect(freed()).toEqual([]);
});

test("who leaves one kern keeps her places in the other", async () => {
  const mover = await neighbour(["arkel", "hoornaar"]);
  const [left, kept] = [await meet(), await meet({ kern: "hoornaar" })];
  for (const meeting of [left, kept]) {
    await come(mover, meeting);
    await come(next, meeting);
  }
  await database.perform(leaveKern, mover, { kern: "arkel" });
  await handle("member-left");
  expect([await standing(next, left), await standing(next, kept)]).toEqual(["coming", "waiting"]);
  expect(await standing(mover, kept)).toBe("coming");
});

test("people who are blocked at the same moment as others answer leave no place free and give none away twice", async () => {
  const meeting = await meet({ capacity: 3 });
  const people = await Promise.all(Array.from({ length: 9 }, () => neighbour()));
  for (const who of people) await come(who, meeting);
  await Promise.all(people.slice(0, 3).map((who) => block(who)));
  const facts = told.splice(0).filter(({ fact }) => fact === "member-blocked");
  const fresh = await Promise.all(Array.from({ length: 3 }, () => neighbour()));
  await Promise.all(
    [...facts, ...facts].map((fact) => react([fact])).concat(fresh.map((who) => come(who, meeting).then(() => []))),
  );
  const { coming, waiting } = await database.perform(viewComing, officer, { meeting });
  expect([coming.length, waiting.length]).toEqual([3, 6]);
  const promoted = freed().flatMap((fact) => (fact as Fact & { people: string[] }).people);
  expect(promoted.sort()).toEqual(
    people
      .slice(3, 6)
      .map(({ person }) => person)
      .sort(),
  );
});
