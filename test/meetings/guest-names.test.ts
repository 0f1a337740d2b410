/** Names of people without e-mail stay for thirty days after the meeting; the numbers stay for good. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Jobs, startJobs } from "../../src/adapters/jobs/queue.ts";
import { addGuest, answerInvitation, makeMeetingsReactions, viewComing, viewMeeting } from "../../src/meetings/index.ts";
import type { Reaction } from "../../src/shared/reaction.ts";
import { after, days, hours } from "../../src/shared/time.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aMeeting } from "./given.ts";

type Person = Actor & { person: string };
const name = "meetings.forget-guest-names";

let database: TestDatabase;
let jobs: Jobs;
let forgetting: Reaction[];
let officer: Person;
let resident: Person;
let meeting = "";
/** So far off that the queue, which has a clock of its own, keeps what is due the next day waiting. */
const begins = new Date("2098-12-03T18:30:00Z");
const ended = after(begins, hours(2));

const following = ({ fact }: Fact): Reaction[] =>
  forgetting.filter(() => subscriptions[fact as keyof typeof subscriptions].includes(name));

beforeAll(async () => {
  database = await testDatabase((fact) => following(fact));
  forgetting = makeMeetingsReactions(database.perform).filter((reaction) => reaction.name === name);
  jobs = await startJobs(database.connections.owner, forgetting, { warn: () => undefined });
  database.clock.now = after(begins, -days(11));
  await aMunicipality(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  resident = await aPerson(database, { name: "Jo Voorbeeld" });
  meeting = await aMeeting(database, officer, { capacity: 2, startsAt: begins.toISOString() });
  await database.perform(addGuest, officer, { meeting, name: "Aagje Zonderscherm" });
  await database.perform(answerInvitation, resident, { meeting, answer: "coming" });
  await database.perform(addGuest, officer, { meeting, name: "Bep Zonderscherm" });
});
afterAll(async () => {
  await jobs?.stop();
  await database.close();
});

/** Kernplein starts at this moment, and has done what follows from that. */
async function startsAt(now: Date): Promise<void> {
  database.clock.now = now;
  await database.connections.inMunicipality("molenlanden", (tx) =>
    database.workshop.queueReactions(tx, "molenlanden", [{ fact: "kernen-loaded" }]),
  );
  while ((await waitingJobs()).some(({ due }) => due <= new Date())) await new Promise((done) => setTimeout(done, 20));
}
const waitingJobs = async (): Promise<{ due: Date }[]> =>
  (await database.connections.owner.query("select run_at as due from graphile_worker.jobs")).rows;
const names = async () => {
  const { coming, waiting } = await database.perform(viewComing, officer, { meeting });
  return [coming, waiting].map((line) => line.map((one) => one.name));
};

/** Tables in which something of the names stands. */
async function tablesWithNames(): Promise<string[]> {
  const { rows } = await database.connections.owner.query<{ found: string }>(
    `select table_name as found from information_schema.tables t, lateral query_to_xml(
       format('select * from %I.%I', table_schema, table_name), false, false, '') content
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE' and content::text like '%Zonderscherm%'`,
  );
  return rows.map(({ found }) => found);
}

test("on the thirtieth day the names are there, after it they are not; who has an account keeps hers", async () => {
  await startsAt(after(ended, days(30) - 1));
  expect(await names()).toEqual([["Aagje Zonderscherm", "Jo Voorbeeld"], ["Bep Zonderscherm"]]);
  expect(await tablesWithNames()).toEqual(["meeting_attendee"]);
  await startsAt(after(ended, days(30)));
  expect(await names()).toEqual([["Jo Voorbeeld", null], [null]]);
});

test("the numbers stay, and nowhere in the database is there anything left of the names", async () => {
  expect(await database.perform(viewMeeting, resident, { meeting })).toMatchObject({ coming: 2, waiting: 1 });
  expect(await tablesWithNames()).toEqual([]);
});

test("each day sets the next, one only, also after a second start", async () => {
  const now = after(ended, days(31));
  await startsAt(now);
  await startsAt(now);
  expect(await waitingJobs()).toEqual([{ due: after(now, days(1)) }]);
});
