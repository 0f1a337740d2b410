/** An officer's meetings of all her kernen in one list. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { LedShow, MeetingSummary } from "../../src/meetings/contract.ts";
import { cancelMeeting, listLedMeetings, listMeetings, writeMinutes } from "../../src/meetings/index.ts";
import { after, days } from "../../src/shared/time.ts";
import type { Actor } from "../../src/shared/work.ts";
import { refusal } from "../proposals/given.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aMeeting, begins } from "./given.ts";

type Person = Actor & { person: string };

let database: TestDatabase;
let both: Person;
let one: Person;
const ids: Record<string, string> = {};

const office = (...kernen: (string | null)[]) =>
  aPerson(database, { kernen: [], roles: kernen.map((kern) => ({ role: "officer" as const, kern })) });
const list = (who: Actor, input: { kern?: string; show?: LedShow; cursor?: string; limit?: number } = {}) =>
  database.perform(listLedMeetings, who, input);
const titles = ({ meetings }: { meetings: MeetingSummary[] }) => meetings.map(({ title }) => title);

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database, "molenlanden", ["arkel", "hoornaar", "noordeloos"]);
  await aMunicipality(database, "altena", ["arkel"]);
  both = await office("arkel", "hoornaar");
  one = await office("arkel");
  const elsewhere = await office("noordeloos");
  const plan = async (title: string, kern: string, day: number, officer: Actor = both) => {
    ids[title] = await aMeeting(database, officer, {
      title,
      kern,
      capacity: 20,
      startsAt: after(begins, days(day)).toISOString(),
    });
  };
  await plan("Eerste in Arkel", "arkel", 0);
  await plan("Zonder verslag", "hoornaar", 1);
  await plan("Met verslag", "arkel", 2);
  await plan("Afgezegd", "arkel", 3);
  await plan("Komt nog in Hoornaar", "hoornaar", 20);
  await plan("Komt nog in Arkel", "arkel", 21);
  await plan("Van een ander", "noordeloos", 1, elsewhere);
  const stranger = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] }, "altena");
  await aMeeting(database, stranger, { title: "In een andere gemeente" });
  await database.perform(cancelMeeting, both, { meeting: ids["Afgezegd"] ?? "", reason: "De zaal is dicht." });
  database.clock.now = after(begins, days(10));
  const text = "De meeste mensen willen een bankje.";
  await database.perform(writeMinutes, both, { meeting: ids["Met verslag"] ?? "", text });
});
afterAll(() => database.close());

test("holds what is to come in all her kernen, soonest first, with how many come and of how many places", async () => {
  const view = await list(both);
  expect(titles(view)).toEqual(["Komt nog in Hoornaar", "Komt nog in Arkel"]);
  expect(view.meetings[0]).toMatchObject({ kern: "hoornaar", kernName: "Hoornaar", coming: 0, capacity: 20, state: "planned" });
  expect(view.counts).toEqual({ upcoming: 2, past: 4, "without-minutes": 2 });
  expect(view.kernen).toEqual([
    { kern: "arkel", name: "Arkel" },
    { kern: "hoornaar", name: "Hoornaar" },
  ]);
});

test("of the past shows what was called off too; without minutes is what was held and nobody wrote down", async () => {
  expect(titles(await list(both, { show: "past" }))).toEqual(["Afgezegd", "Met verslag", "Zonder verslag", "Eerste in Arkel"]);
  expect(titles(await list(both, { show: "without-minutes" }))).toEqual(["Zonder verslag", "Eerste in Arkel"]);
  const before = await list(both, { kern: "arkel", show: "without-minutes" });
  expect([titles(before), before.counts]).toEqual([["Eerste in Arkel"], { upcoming: 1, past: 3, "without-minutes": 1 }]);
});

test("comes page by page, each meeting once, and takes no cursor of another list", async () => {
  const first = await list(both, { show: "past", limit: 3 });
  const rest = await list(both, { show: "past", limit: 3, cursor: first.next ?? "" });
  expect([...titles(first), ...titles(rest)]).toEqual(titles(await list(both, { show: "past" })));
  expect(rest.next).toBeNull();
  expect(await refusal(list(both, { cursor: first.next ?? "" }))).toBe("invalid-input");
});

test("is for officers, of their own kernen and municipality alone", async () => {
  const { kernen, counts } = await list(one);
  expect([kernen.map(({ kern }) => kern), counts]).toEqual([["arkel"], { upcoming: 1, past: 3, "without-minutes": 1 }]);
  expect(await refusal(list(one, { kern: "hoornaar" }))).toBe("not-allowed");
  expect(await refusal(list(await aPerson(database)))).toBe("not-allowed");
  expect(await refusal(list({ ...one, person: null }))).toBe("not-signed-in");
  const everywhere = await list(await office(null), { show: "past" });
  expect(titles(everywhere)).toContain("Van een ander");
  expect(titles(everywhere)).not.toContain("In een andere gemeente");
});

test("when a meeting came into the agenda is told to all but to who planned it", async () => {
  const of = async (who: Actor) => {
    const { meetings } = await database.perform(listMeetings, who, { kern: "arkel" });
    return meetings.map(({ plannedAt }) => plannedAt);
  };
  expect(await of(await aPerson(database))).toEqual(["2026-11-22T12:00:00.000Z"]);
  expect(await of(one)).toEqual(["2026-11-22T12:00:00.000Z"]);
  expect(await of(both)).toEqual([null]);
});
