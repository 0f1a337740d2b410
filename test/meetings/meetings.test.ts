import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { freePlaces } from "../../src/meetings/free-places.ts";
import {
  addGuest,
  answerInvitation,
  cancelMeeting,
  changeMeeting,
  listInvitations,
  listMeetings,
  listMyMeetings,
  meetingsBeginningIn,
  planMeeting,
  removeGuest,
  viewComing,
  viewMeeting,
  writeMinutes,
} from "../../src/meetings/index.ts";
import { remindOfMeeting } from "../../src/meetings/remind-of-meeting.ts";
import { reminderOf } from "../../src/meetings/rules.ts";
import { after, days, hours, minutes } from "../../src/shared/time.ts";
import { type Actor, type Fact, itself } from "../../src/shared/work.ts";
import { aPublishedProposal, aSubmittedProposal, refusal } from "../proposals/given.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { aMeeting, aPlan, begins, type MeetingWish } from "./given.ts";

type Person = Actor & { person: string };

const told: Fact[] = [];
let database: TestDatabase;
let officer: Person;
let officerElsewhere: Person;
let neighbours: Person[];
let elsewhere: Person;

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact);
    return [];
  });
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["almkerk"]);
  officer = await aPerson(database, { name: "Ina Fictief", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  officerElsewhere = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] });
  neighbours = await Promise.all(Array.from({ length: 20 }, (_, number) => aPerson(database, { name: `Buur ${number}` })));
  elsewhere = await aPerson(database, { kernen: ["hoornaar"] });
});
afterAll(() => database.close());
beforeEach(() => {
  told.length = 0;
});

const neighbour = (number: number): Person => neighbours[number] as Person;
const meet = (wish?: MeetingWish) => aMeeting(database, officer, wish);
const view = (meeting: string, reader: Actor = neighbour(0)) => database.perform(viewMeeting, reader, { meeting });
const come = (who: Actor, meeting: string, at?: Date) =>
  database.perform(answerInvitation, who, { meeting, answer: "coming" }, at ? { receivedAt: at } : {});
const stayAway = (who: Actor, meeting: string) => database.perform(answerInvitation, who, { meeting, answer: "not-coming" });
const list = (meeting: string) => database.perform(viewComing, officer, { meeting });
const facts = (name: string) => told.filter(({ fact }) => fact === name);

describe("planning", () => {
  test("makes a meeting that everybody sees, and no second one when it is sent again", async () => {
    const meeting = "0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11";
    const plan = aPlan({ meeting, capacity: 5, position: { latitude: 51.86, longitude: 4.99 } });
    const planned = await database.perform(planMeeting, officer, plan);
    expect(await database.perform(planMeeting, officer, plan)).toEqual(planned);
    expect(planned).toMatchObject({ state: "planned", startsAt: "2026-12-03T18:30:00.000Z", coming: 0, mine: null, version: 1 });
    expect(planned.can).toEqual({
      answer: false,
      change: true,
      cancel: true,
      writeMinutes: false,
      seeComing: true,
      addGuest: true,
    });
    expect(facts("meeting-planned")).toHaveLength(1);
    const seen = await view(meeting, elsewhere);
    expect(seen).toMatchObject({ title: plan.title, position: { latitude: 51.86, longitude: 4.99 }, kernName: "Arkel" });
    expect(Object.values(seen.can)).not.toContain(true);
    expect((await view(meeting)).can.answer).toBe(true);
  });

  test("is for officers of that kern alone", async () => {
    for (const who of [neighbour(0), officerElsewhere, elsewhere])
      expect(await refusal(database.perform(planMeeting, who, aPlan()))).toBe("not-allowed");
    expect(await refusal(database.perform(planMeeting, { ...officer, person: null }, aPlan()))).toBe("not-signed-in");
    expect(await refusal(database.perform(planMeeting, officer, aPlan({ kern: "nergens" })))).toBe("not-found");
  });

  test("is about proposals of the same kern that stood on the square", async () => {
    const published = await aPublishedProposal(database, neighbour(0), officer, { title: "Een steiger" });
    const waiting = await aSubmittedProposal(database, neighbour(0));
    const other = await aPublishedProposal(database, elsewhere, officerElsewhere, { kern: "hoornaar" });
    const meeting = await meet({ proposals: [published, published] });
    expect((await view(meeting)).proposals).toEqual([{ proposal: published, title: "Een steiger" }]);
    for (const proposal of [waiting, other]) {
      const attempt = database.perform(planMeeting, officer, aPlan({ proposals: [published, proposal] }));
      await expect(attempt).rejects.toMatchObject({ details: { fields: [{ path: "proposals", message: "unknown-proposal" }] } });
    }
    const about = await database.perform(listMeetings, neighbour(0), { proposal: published });
    expect(about.meetings.map((one) => one.meeting)).toEqual([meeting]);
  });

  test("names all faults at once, and takes no address that is not https", async () => {
    const attempt = database.perform(planMeeting, officer, aPlan({ startsAt: "2026-01-01T10:00:00Z", hall: "" }));
    await expect(attempt).rejects.toMatchObject({
      code: "invalid-input",
      details: {
        fields: [
          { path: "startsAt", message: "in-the-past" },
          { path: "endsAt", message: "in-the-past" },
          { path: "hall", message: "where-required" },
        ],
      },
    });
    for (const online of ["http://voorbeeld.example", "javascript:alert(1)", "nergens"])
      expect(await refusal(database.perform(planMeeting, officer, aPlan({ online })))).toBe("invalid-input");
  });
});

describe("answering", () => {
  test("twenty people at once for five places: five come, fifteen wait, in one line", async () => {
    const meeting = await meet({ capacity: 5 });
    const answers = await Promise.all(neighbours.map((person) => come(person, meeting)));
    expect(answers.filter(({ mine }) => mine === "coming")).toHaveLength(5);
    expect(answers.flatMap(({ placeInLine }) => placeInLine ?? []).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 15 }, (_, number) => number + 1),
    );
    expect(await view(meeting)).toMatchObject({ coming: 5, waiting: 15 });
  });

  test("people who come and go all at once never take more places than there are, and leave none free", async () => {
    const meeting = await meet({ capacity: 5 });
    await Promise.all(neighbours.map((person) => come(person, meeting)));
    await Promise.all(
      neighbours.flatMap((person, number) => (number % 2 === 0 ? [stayAway(person, meeting)] : [come(person, meeting)])),
    );
    const { coming, waiting, notComing } = await list(meeting);
    expect([coming.length, waiting.length, notComing]).toEqual([5, 5, 10]);
    expect(await view(meeting)).toMatchObject({ coming: 5, waiting: 5 });
    const promoted = facts("place-freed").flatMap((fact) => (fact as Fact & { people: string[] }).people);
    expect(new Set(promoted).size).toBe(promoted.length);
  });

  test("a place that frees goes to who waits longest, and she alone is told", async () => {
    const meeting = await meet({ capacity: 1 });
    await come(neighbour(0), meeting);
    expect(await come(neighbour(1), meeting)).toEqual({
      ...{ meeting, mine: "waiting", placeInLine: 1, coming: 1, waiting: 1, capacity: 1 },
    });
    expect(await come(neighbour(2), meeting)).toMatchObject({ mine: "waiting", placeInLine: 2 });
    told.length = 0;
    expect(await stayAway(neighbour(0), meeting)).toMatchObject({ mine: "not-coming", coming: 1, waiting: 1 });
    expect(facts("place-freed")).toEqual([expect.objectContaining({ people: [neighbour(1).person], meeting })]);
    expect(await view(meeting, neighbour(1))).toMatchObject({ mine: "coming", placeInLine: null });
    expect(await view(meeting, neighbour(2))).toMatchObject({ mine: "waiting", placeInLine: 1 });
    expect(await come(neighbour(0), meeting)).toMatchObject({ mine: "waiting", placeInLine: 2 });
  });

  test("the same again changes nothing and tells nobody", async () => {
    const meeting = await meet({ capacity: 1 });
    await come(neighbour(0), meeting);
    await come(neighbour(1), meeting);
    await come(neighbour(2), meeting);
    told.length = 0;
    expect(await come(neighbour(1), meeting)).toMatchObject({ mine: "waiting", placeInLine: 1 });
    expect(await come(neighbour(0), meeting)).toMatchObject({ mine: "coming" });
    expect(told).toEqual([]);
    await stayAway(neighbour(3), meeting);
    told.length = 0;
    await stayAway(neighbour(3), meeting);
    expect(told).toEqual([]);
  });

  test("is for who takes part in the kern, before it begins and while it stands", async () => {
    const meeting = await meet();
    for (const who of [elsewhere, officer]) expect(await refusal(come(who, meeting))).toBe("not-a-member");
    expect(await refusal(come(neighbour(0), meeting, begins))).toBe("meeting-begun");
    await database.perform(cancelMeeting, officer, { meeting, reason: "De zaal is dicht." });
    expect(await refusal(come(neighbour(0), meeting))).toBe("meeting-cancelled");
    expect(await refusal(come(neighbour(0), "0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c99"))).toBe("not-found");
  });

  test("who leaves the kern gives up her places, unless she takes part again meanwhile", async () => {
    const meeting = await meet({ capacity: 1 });
    const leaver = await aPerson(database, { name: "Vertrekker" });
    await come(leaver, meeting);
    await come(neighbour(0), meeting);
    const free = () => database.perform(freePlaces, itself("molenlanden"), { person: leaver.person, kern: "arkel" });
    await free();
    expect(await view(meeting)).toMatchObject({ mine: "waiting" });
    await database.connections.inMunicipality("molenlanden", (tx) =>
      tx.updateTable("membership").set({ left_at: database.clock.now }).where("person_id", "=", leaver.person).execute(),
    );
    await free();
    expect(await view(meeting)).toMatchObject({ mine: "coming", coming: 1, waiting: 0 });
    await free();
    expect(await view(meeting)).toMatchObject({ coming: 1 });
  });
});

describe("the list of who comes", () => {
  test("has names, and is for officers of the kern alone", async () => {
    const meeting = await meet({ capacity: 2 });
    await come(neighbour(1), meeting);
    await come(neighbour(0), meeting);
    await come(neighbour(2), meeting);
    await stayAway(neighbour(3), meeting);
    const { coming, waiting, notComing } = await list(meeting);
    expect(coming.map(({ name }) => name)).toEqual(["Buur 0", "Buur 1"]);
    expect(waiting.map(({ name }) => name)).toEqual(["Buur 2"]);
    expect(notComing).toBe(1);
    for (const who of [neighbour(0), officerElsewhere])
      expect(await refusal(database.perform(viewComing, who, { meeting }))).toBe("not-allowed");
    expect(JSON.stringify(await view(meeting, officerElsewhere))).not.toContain("Buur");
  });

  test("takes somebody without e-mail, once, in the same line, and lets her go again", async () => {
    const meeting = await meet({ capacity: 2 });
    const attendee = "5a1d9b52-0d7a-4f7e-8d55-2f6d1f0a7c11";
    await come(neighbour(0), meeting);
    const guest = { meeting, attendee, name: "Mevrouw Voorbeeld" };
    await database.perform(addGuest, officer, guest);
    const { coming } = await database.perform(addGuest, officer, guest);
    expect(coming.map(({ name, guest: written }) => [name, written])).toEqual([
      ["Buur 0", false],
      ["Mevrouw Voorbeeld", true],
    ]);
    expect(await come(neighbour(1), meeting)).toMatchObject({ mine: "waiting" });
    const full = await database.perform(addGuest, officer, { meeting, name: "Meneer Modelman" });
    expect(full.waiting.map(({ name }) => name)).toEqual(["Buur 1", "Meneer Modelman"]);
    const freed = await database.perform(removeGuest, officer, { meeting, attendee });
    expect(freed.coming.map(({ name }) => name)).toEqual(["Buur 0", "Buur 1"]);
    expect(await database.perform(removeGuest, officer, { meeting, attendee })).toEqual(freed);
  });

  test("lets nobody take off who answered herself, and nobody else write on it", async () => {
    const meeting = await meet();
    await come(neighbour(0), meeting);
    const attendee = (await list(meeting)).coming[0]?.attendee ?? "";
    expect((await database.perform(removeGuest, officer, { meeting, attendee })).coming).toHaveLength(1);
    for (const who of [neighbour(0), officerElsewhere]) {
      expect(await refusal(database.perform(addGuest, who, { meeting, name: "Iemand" }))).toBe("not-allowed");
      expect(await refusal(database.perform(removeGuest, who, { meeting, attendee }))).toBe("not-allowed");
    }
  });
});

describe("changing", () => {
  const change = (meeting: string, version: number, wish: MeetingWish = {}, who: Actor = officer) => {
    const { kern: _, ...plan } = aPlan(wish);
    return database.perform(changeMeeting, who, { ...plan, meeting, version });
  };

  test("the time is told as a move, the words are not, and an older version is refused", async () => {
    const meeting = await meet();
    expect(await change(meeting, 1, { title: "Een andere titel" })).toMatchObject({ title: "Een andere titel", version: 2 });
    await change(meeting, 2, { startsAt: "2026-12-04T18:30:00Z" });
    expect(facts("meeting-changed").map((fact) => (fact as Fact & { moved: boolean }).moved)).toEqual([false, true]);
    expect(await refusal(change(meeting, 2))).toBe("changed-meanwhile");
    expect(await refusal(change(meeting, 3, {}, officerElsewhere))).toBe("not-allowed");
  });

  test("two officers at once: one of them is asked to look again", async () => {
    const meeting = await meet();
    const outcomes = await Promise.all(["Eerst", "Daarna"].map((hall) => refusal(change(meeting, 1, { hall }))));
    expect(outcomes.filter((outcome) => outcome === "changed-meanwhile")).toHaveLength(1);
  });

  test("more room lets in who waits longest, less room sends nobody away", async () => {
    const meeting = await meet({ capacity: 1 });
    for (const number of [0, 1, 2, 3]) await come(neighbour(number), meeting);
    expect(await change(meeting, 1, { capacity: 3 })).toMatchObject({ coming: 3, waiting: 1 });
    expect(facts("place-freed")).toEqual([
      expect.objectContaining({ people: expect.arrayContaining([neighbour(1).person, neighbour(2).person]) }),
    ]);
    expect(await change(meeting, 2, { capacity: 1 })).toMatchObject({ coming: 3, waiting: 1 });
    await stayAway(neighbour(0), meeting);
    expect(await view(meeting)).toMatchObject({ coming: 2, waiting: 1 });
    expect(await change(meeting, 3, { capacity: null })).toMatchObject({ coming: 3, waiting: 0 });
  });

  test("cancelling says why, once, and is final", async () => {
    const meeting = await meet();
    const cancel = (reason: string) => database.perform(cancelMeeting, officer, { meeting, reason });
    expect(await cancel("De zaal is dicht.")).toMatchObject({ state: "cancelled", cancelReason: "De zaal is dicht." });
    expect(await cancel("Een andere reden.")).toMatchObject({ cancelReason: "De zaal is dicht." });
    expect(facts("meeting-cancelled")).toHaveLength(1);
    expect(await refusal(change(meeting, 2))).toBe("meeting-cancelled");
    expect(await refusal(database.perform(addGuest, officer, { meeting, name: "Iemand" }))).toBe("meeting-cancelled");
  });

  test("is over when the meeting is; then there are minutes", async () => {
    const meeting = await meet();
    const over = { receivedAt: after(begins, hours(2)) };
    const minutesOf = { meeting, text: "We kozen voor de steiger bij de kerk.", attended: 42 };
    expect(await refusal(database.perform(writeMinutes, officer, minutesOf))).toBe("meeting-not-begun");
    expect(await refusal(database.perform(writeMinutes, neighbour(0), minutesOf, over))).toBe("not-allowed");
    expect(await refusal(database.perform(cancelMeeting, officer, { meeting, reason: "Te laat ermee." }, over))).toBe(
      "meeting-over",
    );
    const written = await database.perform(writeMinutes, officer, minutesOf, over);
    expect(written).toMatchObject({ state: "held", hasMinutes: true, minutes: { attended: 42, text: minutesOf.text } });
    const again = await database.perform(writeMinutes, officer, { ...minutesOf, attended: null }, over);
    expect(again.minutes?.attended).toBeNull();
  });
});

describe("lists", () => {
  let kern: string;
  let members: Person[];
  let keeper: Person;
  let ids: string[];

  beforeAll(async () => {
    kern = "hoornaar";
    keeper = officerElsewhere;
    members = [elsewhere];
    ids = [];
    for (const [number, day] of ["2026-12-05", "2026-12-01", "2026-12-09", "2027-02-01"].entries())
      ids.push(await aMeeting(database, keeper, { kern, title: `Avond ${number}`, startsAt: `${day}T18:00:00Z` }));
  });
  const titles = async (asked: object, who: Actor = members[0] as Person, now?: Date) =>
    (await database.perform(listMeetings, who, { kern, ...asked }, now ? { receivedAt: now } : {})).meetings.map(
      ({ title }) => title,
    );

  test("give what comes soonest first, what was latest first, page by page", async () => {
    expect(await titles({})).toEqual(["Avond 1", "Avond 0", "Avond 2", "Avond 3"]);
    const later = new Date("2026-12-07T12:00:00Z");
    expect(await titles({}, undefined, later)).toEqual(["Avond 2", "Avond 3"]);
    expect(await titles({ when: "past" }, undefined, later)).toEqual(["Avond 0", "Avond 1"]);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await database.perform(listMeetings, members[0] as Person, { kern, limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...page.meetings.map(({ title }) => title));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toEqual(await titles({}));
    expect(await refusal(database.perform(listMeetings, elsewhere, { cursor: "onzin" }))).toBe("invalid-input");
  });

  test("find words in title, text and hall", async () => {
    const sought = {
      kern,
      title: "Praten over bruggen",
      text: "Over het bankje.",
      hall: "Kerkzaal",
      startsAt: "2026-12-20T18:00:00Z",
    };
    const found = await aMeeting(database, keeper, sought);
    for (const q of ["brug", "bankjes", "kerkzaal"]) expect(await titles({ q })).toEqual([sought.title]);
    expect(await titles({ q: "zwembad" })).toEqual([]);
    await database.perform(cancelMeeting, keeper, { meeting: found, reason: "Toch maar niet." });
  });

  test("ask who takes part about the coming three weeks until she answers, and nobody else", async () => {
    const invitations = async (who: Actor, now?: Date) =>
      (await database.perform(listInvitations, who, {}, now ? { receivedAt: now } : {})).meetings.map(({ title }) => title);
    expect(await invitations(elsewhere)).toEqual(["Avond 1", "Avond 0", "Avond 2"]);
    await come(elsewhere, ids[1] as string);
    await stayAway(elsewhere, ids[0] as string);
    expect(await invitations(elsewhere)).toEqual(["Avond 2"]);
    expect(await invitations(elsewhere, new Date("2027-01-20T12:00:00Z"))).toEqual(["Avond 3"]);
    expect(await invitations(keeper)).toEqual([]);
  });

  test("tell who asks what she comes to and came to", async () => {
    const mine = async (now?: Date) => {
      const { upcoming, past } = await database.perform(listMyMeetings, elsewhere, {}, now ? { receivedAt: now } : {});
      return [upcoming.map(({ title }) => title), past.map(({ title }) => title)];
    };
    expect(await mine()).toEqual([["Avond 1"], []]);
    expect(await mine(new Date("2026-12-07T12:00:00Z"))).toEqual([[], ["Avond 1"]]);
    expect(await mine(new Date("2028-01-07T12:00:00Z"))).toEqual([[], []]);
  });

  test("of a week hold what stands and begins in it", async () => {
    const week = { since: new Date("2026-11-30T07:00:00Z"), until: new Date("2026-12-07T07:00:00Z") };
    const found = await database.connections.inMunicipality("molenlanden", (tx) => meetingsBeginningIn(tx, kern, week));
    expect(found.map(({ title }) => title)).toEqual(["Avond 1", "Avond 0"]);
  });
});

describe("the day before", () => {
  const remind = (meeting: string, at: Date) =>
    database.perform(remindOfMeeting, itself("molenlanden"), { meeting }, { receivedAt: at });

  test("is said once, and again for another day", async () => {
    const meeting = await meet();
    await remind(meeting, after(reminderOf(begins), -hours(1)));
    expect(facts("meeting-day-near")).toHaveLength(0);
    await Promise.all([1, 2, 3].map((late) => remind(meeting, after(reminderOf(begins), minutes(late)))));
    expect(facts("meeting-day-near")).toHaveLength(1);
    const moved = after(begins, days(7));
    const { kern: _, ...plan } = aPlan({ startsAt: moved.toISOString() });
    const at = { receivedAt: after(reminderOf(begins), hours(1)) };
    await database.perform(changeMeeting, officer, { ...plan, meeting, version: 1 }, at);
    await remind(meeting, reminderOf(moved));
    expect(facts("meeting-day-near")).toHaveLength(2);
  });
});

test("another municipality sees and changes nothing of it", async () => {
  const meeting = await meet();
  const role = { role: "officer" as const, kern: "arkel" };
  const stranger = await aPerson(database, { kernen: ["almkerk"], roles: [role] }, "altena");
  const attempts = [
    database.perform(viewMeeting, stranger, { meeting }),
    database.perform(viewComing, stranger, { meeting }),
    database.perform(answerInvitation, stranger, { meeting, answer: "coming" }),
    database.perform(cancelMeeting, stranger, { meeting, reason: "Van elders." }),
  ];
  expect(await Promise.all(attempts.map(refusal))).toEqual(attempts.map(() => "not-found"));
  expect((await database.perform(listMeetings, stranger, {})).meetings).toEqual([]);
  const rows = await database.connections.inMunicipality("altena", (tx) =>
    tx.selectFrom("meeting_attendee").selectAll().execute(),
  );
  expect(rows).toEqual([]);
});
