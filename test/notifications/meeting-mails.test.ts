import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { LocalMail, LocalMailbox } from "../../src/local/mailbox/index.ts";
import { answerInvitation, cancelMeeting, changeMeeting, makeMeetingsReactions, writeMinutes } from "../../src/meetings/index.ts";
import { remindOfMeeting } from "../../src/meetings/remind-of-meeting.ts";
import { reminderOf } from "../../src/meetings/rules.ts";
import { blockPerson, enrol } from "../../src/members/index.ts";
import { viewMessageReach } from "../../src/notifications/index.ts";
import { after, hours } from "../../src/shared/time.ts";
import { type Actor, itself, type Tx } from "../../src/shared/work.ts";
import { aMeeting, aPlan, begins } from "../meetings/given.ts";
import type { TestDatabase } from "../support/database.ts";
import { type MailStage, mailStage } from "./mail-stage.ts";

type Person = Actor & { person: string; email: string };

let stage: MailStage;
let database: TestDatabase;
let mailbox: LocalMailbox;
let officer: Actor & { person: string };
const inMolenlanden = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);

beforeAll(async () => {
  stage = await mailStage((perform) =>
    makeMeetingsReactions(perform)
      .filter(({ name }) => name === "meetings.free-places")
      .map((reaction) => ({ ...reaction, follows: "member-blocked" })),
  );
  ({ database, mailbox, officer } = stage);
});
afterAll(() => stage?.close());

let people = 0;
async function resident(name: string, language: "nl" | "en" = "nl"): Promise<Person> {
  const email = `bezoeker.${++people}@voorbeeld.example`;
  const since = database.clock.now;
  const person = await inMolenlanden((tx) => enrol(tx, { kern: "arkel", name, email, language, since }));
  return { municipality: "molenlanden", person, email, language, roles: [{ role: "resident", kern: "arkel" }], channel: "web" };
}

const answer = (who: Actor, meeting: string, said: "coming" | "not-coming" = "coming") =>
  database.perform(answerInvitation, who, { meeting, answer: said });

/** Waits until the queue is empty, then gives her mails, oldest first. */
async function mailsTo({ email }: Person): Promise<LocalMail[]> {
  for (;;) {
    const { rows } = await database.connections.owner.query(
      "select 1 from graphile_worker.jobs where attempts < max_attempts and run_at <= now() + interval '1 minute'",
    );
    if (rows.length === 0) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  return mailbox
    .list()
    .filter(({ to }) => to === email)
    .reverse();
}
const subjects = async (who: Person) => (await mailsTo(who)).map(({ subject }) => subject);
/** Lines as they were before folding. */
const linesOf = (calendar = "") => calendar.replaceAll("\r\n ", "").split("\r\n");

test("from the waiting list to the minutes, each mail comes once, with what belongs in a calendar", async () => {
  const [first, second, third] = [
    await resident("Jo Voorbeeld"),
    await resident("An Voorbeeld", "en"),
    await resident("Piet Model"),
  ];
  const online = "https://vergadering.voorbeeld.example/arkel";
  const meeting = await aMeeting(database, officer, { capacity: 1, online });
  await answer(first, meeting);
  await answer(second, meeting);
  await answer(third, meeting);
  expect([await mailsTo(first), await mailsTo(second)]).toEqual([[], []]);

  await answer(first, meeting, "not-coming");
  const [freed] = await mailsTo(second);
  expect(freed?.subject).toBe("There is a place for you: Dorpsavond over de steiger");
  expect(freed?.text).toContain("When: Thursday, 3 December 2026 at 19:30 until 21:30");
  expect(freed?.links).toEqual(expect.arrayContaining([`https://kernplein.example/molenlanden/bijeenkomst/${meeting}`, online]));
  expect(linesOf(freed?.calendar)).toEqual(
    expect.arrayContaining([
      ...["METHOD:PUBLISH", `UID:${meeting}`, "SEQUENCE:0", "DTSTART:20261203T183000Z", "STATUS:CONFIRMED"],
      'ORGANIZER;CN="Ina Fictief":mailto:ina@molenlanden.example',
    ]),
  );
  expect(await mailsTo(third)).toEqual([]);

  const { kern: _, ...plan } = aPlan({ capacity: 1, online });
  await database.perform(changeMeeting, officer, { ...plan, meeting, version: 1, title: "Dorpsavond over twee steigers" });
  const moved = after(begins, hours(1)).toISOString();
  await database.perform(changeMeeting, officer, { ...aPlan({ startsAt: moved }), ...{ capacity: 1, meeting, version: 2 } });
  expect(await subjects(second)).toEqual([freed?.subject, "Changed: Dorpsavond over de steiger"]);
  expect(linesOf((await mailsTo(second))[1]?.calendar)).toEqual(
    expect.arrayContaining(["METHOD:PUBLISH", `UID:${meeting}`, "SEQUENCE:2", "DTSTART:20261203T193000Z"]),
  );
  const [told] = await mailsTo(third);
  expect([told?.subject, told?.calendar]).toEqual(["Gewijzigd: Dorpsavond over de steiger", undefined]);
  expect(told?.text).toContain("U staat nog op de wachtlijst.");
  expect(await mailsTo(first)).toEqual([]);

  database.clock.now = reminderOf(new Date(moved));
  for (let turn = 0; turn < 2; turn++) await database.perform(remindOfMeeting, itself("molenlanden"), { meeting });
  expect((await subjects(second)).slice(2)).toEqual(["Tomorrow: Dorpsavond over de steiger"]);
  expect((await subjects(third)).slice(1)).toEqual(["Morgen: Dorpsavond over de steiger"]);

  database.clock.now = after(new Date(moved), hours(3));
  const minutes = { meeting, text: "Er komt één steiger, bij de kerk.", attended: 12 };
  for (let turn = 0; turn < 2; turn++) await database.perform(writeMinutes, officer, minutes);
  expect((await subjects(second)).slice(3)).toEqual(["Minutes: Dorpsavond over de steiger"]);
  expect((await mailsTo(second)).at(-1)?.text).toContain(minutes.text);
  expect((await subjects(third)).slice(2)).toEqual([]);
});

test("who comes and who waits hear that it is off and why; who comes gets it out of her calendar", async () => {
  database.clock.now = new Date("2026-11-22T12:00:00Z");
  const [comes, waits, stays] = [await resident("Jo Voorbeeld"), await resident("An Voorbeeld"), await resident("Piet Model")];
  const meeting = await aMeeting(database, officer, { capacity: 1 });
  await answer(comes, meeting);
  await answer(waits, meeting);
  await answer(stays, meeting, "not-coming");
  for (let turn = 0; turn < 2; turn++)
    await database.perform(cancelMeeting, officer, { meeting, reason: "Het dorpshuis heeft geen verwarming." });
  const [off, ...more] = await mailsTo(comes);
  expect([off?.subject, more]).toEqual(["Gaat niet door: Dorpsavond over de steiger", []]);
  expect(off?.text).toContain("Het dorpshuis heeft geen verwarming.");
  expect(linesOf(off?.calendar)).toEqual(
    expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1", `UID:${meeting}`]),
  );
  expect((await mailsTo(waits)).map(({ subject, calendar }) => [subject, calendar])).toEqual([[off?.subject, undefined]]);
  expect(await mailsTo(stays)).toEqual([]);

  const asked = { kern: "arkel", message: `meeting-cancelled~${meeting}` };
  const { message, people: reached } = await database.perform(viewMessageReach, officer, asked);
  expect(message).toMatchObject({ title: "Dorpsavond over de steiger", meant: 2, missed: 0 });
  expect(reached.map(({ name }) => name).sort()).toEqual(["An Voorbeeld", "Jo Voorbeeld"]);
});

test("who waits gets the place of somebody who was blocked, with the mail as always; she herself hears that it is off", async () => {
  const [noisy, waits] = [await resident("Jo Voorbeeld"), await resident("An Voorbeeld")];
  const meeting = await aMeeting(database, officer, { capacity: 1 });
  await answer(noisy, meeting);
  await answer(waits, meeting);
  const reason = "Scheldt mensen uit.";
  await database.perform(blockPerson, officer, { person: noisy.person, kern: "arkel", reason, until: null });
  expect(await subjects(waits)).toEqual(["Er is plek voor u: Dorpsavond over de steiger"]);
  const [told, ...more] = await mailsTo(noisy);
  expect([told?.subject, more]).toEqual(["U kunt nu niet meedoen", []]);
  expect(told?.text).toContain("Had u zich aangemeld voor een bijeenkomst? Dat geldt nu niet meer.");
});
