import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { askedOf, invitationsIn } from "../../src/client/kernen/asked.ts";
import { touches } from "../../src/client/live/touches.ts";
import { readBegun } from "../../src/client/meetings/begun-meeting.ts";
import { isNewSince, readVisit, type Visit, visitAt, writeVisit } from "../../src/client/meetings/last-visit.ts";
import { showIn, shown, wordOf } from "../../src/client/meetings/led-show.ts";
import {
  emptyMeeting,
  faultsInMeeting,
  fieldsOf,
  isMoved,
  type MeetingFields,
  meetingForm,
  spanOf,
} from "../../src/client/meetings/meeting-form.ts";
import { meetingKeys } from "../../src/client/meetings/meetings-api.ts";
import { isFull, lacksMinutes, placesLeft } from "../../src/client/meetings/places.ts";
import { byMonth, dayInWords, hoursOf, leafOf, nearnessOf } from "../../src/client/meetings/when.ts";
import { mayBeKept } from "../../src/client/offline/kept-queries.ts";
import { keys } from "../../src/client/queries.ts";
import type { MeetingSummary, MeetingView } from "../../src/meetings/contract.ts";
import { planMeetingInput } from "../../src/meetings/contract.ts";

const filled: MeetingFields = {
  ...emptyMeeting,
  title: "Avond over de dijk",
  day: "2026-12-03",
  from: "20:00",
  until: "22:00",
  hall: "Dorpshuis De Spil",
};
const now = Date.parse("2026-11-28T12:00:00Z");
const key = (given: string) => given;

test("hours of an evening are those of clocks in the Netherlands, in winter and in summer", () => {
  expect(spanOf(filled)).toEqual({ startsAt: "2026-12-03T19:00:00.000Z", endsAt: "2026-12-03T21:00:00.000Z" });
  expect(spanOf({ ...filled, day: "2026-07-03" })).toEqual({
    startsAt: "2026-07-03T18:00:00.000Z",
    endsAt: "2026-07-03T20:00:00.000Z",
  });
});

test("a night runs past midnight; an end that lies before the beginning otherwise is a slip of the hand", () => {
  expect(spanOf({ ...filled, until: "00:30" }).endsAt).toBe("2026-12-03T23:30:00.000Z");
  expect(spanOf({ ...filled, day: "2026-12-31", until: "01:00" }).endsAt).toBe("2027-01-01T00:00:00.000Z");
  expect(spanOf({ ...filled, until: "19:00" }).endsAt).toBeNull();
  expect(spanOf({ ...filled, until: "20:00" }).endsAt).toBeNull();
  // The night on which the clock goes back lasts an hour longer.
  expect(spanOf({ ...filled, day: "2026-10-24", from: "23:00", until: "06:00" }).endsAt).toBe("2026-10-25T05:00:00.000Z");
});

test("what is still needed is said field by field; an online meeting needs no hall", () => {
  const faults = (part: Partial<MeetingFields>) =>
    faultsInMeeting({ ...filled, ...part }, emptyMeeting, now, key).map(({ field }) => field);
  expect(faultsInMeeting(emptyMeeting, emptyMeeting, now, key).map(({ field }) => field)).toEqual([
    "title",
    "day",
    "from",
    "until",
    "hall",
  ]);
  expect(faults({})).toEqual([]);
  expect(faults({ hall: "", online: "https://teams.example/m" })).toEqual([]);
  expect(faults({ online: "http://teams.example/m" })).toEqual(["online"]);
  expect(faults({ day: "2026-11-27" })).toEqual(["day"]);
  expect(faults({ until: "19:30" })).toEqual(["until"]);
  for (const capacity of ["0", "veel", "-3", "12,5", "99999"])
    expect([capacity, faults({ capacity })]).toEqual([capacity, ["capacity"]]);
  expect(faults({ capacity: " 40 " })).toEqual([]);
});

test("what is going on can still be changed: its beginning has passed and stays", () => {
  const begun = { ...filled, day: "2026-11-28", from: "12:00", until: "16:00" };
  const faults = (part: Partial<MeetingFields>) =>
    faultsInMeeting({ ...begun, ...part }, begun, now, key).map(({ field }) => field);
  expect(faults({ until: "17:00" })).toEqual([]);
  expect(faults({ from: "11:00" })).toEqual(["day"]);
});

test("what the form lets through, the server understands", () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  const clock = time.map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
  const days = fc.date({ min: new Date("2026-12-01"), max: new Date("2028-12-31"), noInvalidDate: true });
  const typed = fc.record({
    title: fc.string({ maxLength: 140 }),
    day: days.map((day) => day.toISOString().slice(0, 10)),
    from: clock,
    until: clock,
    capacity: fc.oneof(fc.constant(""), fc.nat({ max: 6000 }).map(String)),
    online: fc.constantFrom("", "https://voorbeeld.example/bijeenkomst", "ftp://nee"),
  });
  fc.assert(
    fc.property(typed, (part) => {
      const fields = { ...filled, ...part };
      if (faultsInMeeting(fields, emptyMeeting, now, key).length > 0) return;
      const sent = planMeetingInput.safeParse({ kern: "arkel", ...meetingForm(fields) });
      expect(sent.error?.issues).toBeUndefined();
    }),
  );
});

const meeting = (part: Partial<MeetingView> = {}): MeetingView => ({
  meeting: "1",
  kern: "arkel",
  kernName: "Arkel",
  title: "Avond over de dijk",
  excerpt: "",
  startsAt: "2026-12-03T19:00:00.000Z",
  endsAt: "2026-12-03T21:00:00.000Z",
  hall: "Dorpshuis De Spil",
  address: "Dorpsstraat 1",
  hasOnline: false,
  state: "planned",
  cancelReason: null,
  capacity: 20,
  coming: 12,
  waiting: 0,
  mine: null,
  hasMinutes: false,
  plannedAt: "2026-11-27T12:00:00.000Z",
  text: "",
  version: 1,
  position: null,
  online: null,
  proposals: [],
  placeInLine: null,
  minutes: null,
  can: { answer: true, change: true, cancel: true, writeMinutes: false, seeComing: true, addGuest: true },
  ...part,
});

test("a meeting that is opened to be changed and sent again is the same meeting", () => {
  const starts = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      starts,
      fc.integer({ min: 1, max: 7 * 24 * 60 }),
      fc.option(fc.integer({ min: 1, max: 5000 })),
      (start, length, capacity) => {
        // To the minute; the hour that clocks show twice (in October) says itself only once.
        const startsAt = new Date(Math.floor(start.getTime() / 60_000) * 60_000);
        const endsAt = new Date(startsAt.getTime() + length * 60_000);
        const doubled = [startsAt, endsAt].some((at) => at.getUTCMonth() === 9 && at.getUTCDate() >= 25 && at.getUTCHours() < 3);
        if (doubled) return;
        const known = meeting({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), capacity });
        const sent = meetingForm(fieldsOf(known));
        expect([sent.startsAt, sent.endsAt, sent.capacity]).toEqual([known.startsAt, known.endsAt, known.capacity]);
        expect(isMoved(fieldsOf(known), fieldsOf(known))).toBe(false);
      },
    ),
  );
});

test("who comes hears of another time or place, not of another text", () => {
  expect(isMoved(filled, { ...filled, text: "Met koffie", capacity: "30", title: "Avond" })).toBe(false);
  for (const part of [
    { day: "2026-12-04" },
    { from: "19:30" },
    { until: "22:30" },
    { hall: "Kerk" },
    { online: "https://a.example" },
  ])
    expect([part, isMoved(filled, { ...filled, ...part })]).toEqual([part, true]);
});

test("a meeting that was half filled in comes back, whatever an earlier version of the page kept", () => {
  expect(readBegun(JSON.stringify(filled))).toEqual(filled);
  for (const broken of [null, "", "{", "null", "[1]", "3"]) expect(readBegun(broken)).toEqual(emptyMeeting);
  const odd = { title: 3, day: "2026-12-03", position: { latitude: "a" }, proposals: ["1", 2], stranger: "x" };
  expect(readBegun(JSON.stringify(odd))).toEqual({ ...emptyMeeting, day: "2026-12-03", proposals: ["1"] });
});

test("how near a meeting is, goes by the days of the calendar", () => {
  const span = { startsAt: "2026-12-03T19:00:00Z", endsAt: "2026-12-03T21:00:00Z" };
  const at = (moment: string) => nearnessOf(span, Date.parse(moment));
  expect(at("2026-11-28T23:30:00Z")).toEqual({ is: "days", count: 4 });
  expect(at("2026-12-01T12:00:00Z")).toEqual({ is: "days", count: 2 });
  expect(at("2026-12-02T22:59:00Z")).toEqual({ is: "tomorrow" });
  expect(at("2026-12-02T23:01:00Z")).toEqual({ is: "today" });
  expect(at("2026-12-03T19:00:00Z")).toEqual({ is: "now" });
  expect(at("2026-12-03T21:00:00Z")).toEqual({ is: "over" });
});

test("days and hours in words, in both languages", () => {
  const span = { startsAt: "2026-12-03T19:00:00Z", endsAt: "2026-12-03T23:30:00Z" };
  expect([dayInWords(span.startsAt, "nl"), dayInWords(span.startsAt, "en")]).toEqual([
    "donderdag 3 december 2026",
    "Thursday 3 December 2026",
  ]);
  expect(leafOf(span.startsAt, "nl")).toEqual({ weekday: "do", day: "3", month: "dec" });
  expect(hoursOf(span, "nl")).toEqual({ from: "20:00", until: "vrijdag 4 december 2026 00:30" });
  expect(hoursOf({ ...span, endsAt: "2026-12-03T21:00:00Z" }, "nl")).toEqual({ from: "20:00", until: "22:00" });
});

test("rows stand by month, each month once and no row lost", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(moments.map((at) => ({ startsAt: at.toISOString() }))), (rows) => {
      const months = byMonth(rows);
      expect(new Set(months.map(({ key: month }) => month)).size).toBe(months.length);
      expect(new Set(months.flatMap(({ rows: within }) => within))).toEqual(new Set(rows));
    }),
  );
  expect(byMonth([{ startsAt: "2026-11-30T23:30:00Z" }])[0]?.key).toBe("2026-12");
});

test("a meeting is full when no place is left, and for who comes now also while others wait", () => {
  expect([placesLeft({ capacity: null, coming: 300 }), placesLeft({ capacity: 20, coming: 12 })]).toEqual([null, 8]);
  // An officer lowered the number.
  expect(placesLeft({ capacity: 10, coming: 12 })).toBe(0);
  expect(isFull({ capacity: 20, coming: 19, waiting: 0 })).toBe(false);
  expect(isFull({ capacity: null, coming: 300, waiting: 0 })).toBe(false);
  expect(isFull({ capacity: 20, coming: 19, waiting: 2 })).toBe(true);
});

test("what is asked: a meeting after the open polls; one that was answered on the page stays where it was", () => {
  const soon = meeting({ meeting: "soon" });
  const later = meeting({ meeting: "later", startsAt: "2026-12-05T19:00:00Z" });
  const elsewhere = meeting({ meeting: "elsewhere", kern: "hoornaar" });
  const before = invitationsIn("arkel", [soon, later, elsewhere], []);
  expect(before.map(({ meeting: id }) => id)).toEqual(["soon", "later"]);
  const answered: MeetingSummary = { ...soon, mine: "coming" };
  // The server no longer asks, or still does when its answer is older.
  for (const asked of [[later], [soon, later]]) {
    const after = invitationsIn("arkel", asked, [answered]);
    expect(after.map(({ meeting: id, mine }) => [id, mine])).toEqual([
      ["soon", "coming"],
      ["later", null],
    ]);
  }
  expect(askedOf([], [], before).map(({ kind, id }) => [kind, id])).toEqual([
    ["meeting", "soon"],
    ["meeting", "later"],
  ]);
});

test("a change of a meeting is asked for anew where it shows, never under the hands of who types", () => {
  const change = { about: "meeting" as const, id: "1", kern: "arkel" };
  const list = (kern: string) => meetingKeys.list({ kern, when: "upcoming", limit: 20 });
  const heard = [
    meetingKeys.one("1"),
    meetingKeys.coming("1"),
    meetingKeys.mine,
    meetingKeys.about("3"),
    keys.invitations,
    list("arkel"),
  ];
  const unheard = [meetingKeys.one("2"), meetingKeys.coming("2"), list("hoornaar"), meetingKeys.edited("1"), keys.proposal("1")];
  expect(heard.map((name) => touches(change, name))).toEqual(heard.map(() => true));
  expect(unheard.map((name) => touches(change, name))).toEqual(unheard.map(() => false));
});

test("meetings can be read without internet; the names of who comes stay off the device", () => {
  expect(mayBeKept(meetingKeys.one("1"))).toBe(true);
  expect(mayBeKept(meetingKeys.list({ kern: "arkel", when: "upcoming", limit: 20 }))).toBe(true);
  expect([mayBeKept(meetingKeys.coming("1")), mayBeKept(meetingKeys.edited("1"))]).toEqual([false, false]);
});

describe("what is new", () => {
  const minute = 60_000;
  const visits = (...moments: number[]) => moments.reduce<Visit | null>((before, at) => visitAt(at, before), null);

  test("is what came since the visit before; a first visit marks nothing that was there", () => {
    expect(visits(now)?.since).toBe(now);
    expect(visits(now, now + 31 * minute)?.since).toBe(now);
    expect(visits(now, now + 20 * minute, now + 49 * minute)?.since).toBe(now);
    expect(visits(now, now + 20 * minute, now + 60 * minute)?.since).toBe(now + 20 * minute);
  });

  test("stays new while she looks around, and is not new again at her next visit", () => {
    const moments = fc.array(fc.integer({ min: 0, max: 24 * 60 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(moments, (given) => {
        const sorted = given.map((at) => now + at * minute).sort((one, other) => one - other);
        let before: Visit | null = null;
        for (const at of sorted) {
          const visit = visitAt(at, before);
          expect(visit.since).toBeLessThanOrEqual(at);
          if (before !== null) {
            const anew = at - before.seenAt >= 30 * minute;
            expect(visit.since).toBe(anew ? before.seenAt : before.since);
          }
          before = visit;
        }
      }),
    );
  });

  test("is remembered by this device in two numbers; what they did not write is no visit", () => {
    const visit = { seenAt: now, since: now - minute };
    expect(readVisit(writeVisit(visit), now)).toEqual(visit);
    const later = writeVisit({ seenAt: now + 1, since: now });
    for (const kept of [null, "", "1", "x y", "2 3", "1 2 3", "-1 -2", later])
      expect([kept, readVisit(kept, now)]).toEqual([kept, null]);
  });

  test("is never what is off, over, answered or planned by herself", () => {
    const since = Date.parse("2026-11-27T00:00:00Z");
    expect(isNewSince(meeting(), since)).toBe(true);
    const parts: Partial<MeetingView>[] = [
      { state: "cancelled" },
      { state: "held" },
      { mine: "coming" },
      { mine: "not-coming" },
      { plannedAt: null },
      { plannedAt: "2026-11-27T00:00:00.000Z" },
    ];
    for (const part of parts) expect([part, isNewSince(meeting(part), since)]).toEqual([part, false]);
  });
});

test("an officer's list lacks minutes of what was held; the address says in Dutch which list it is", () => {
  expect(lacksMinutes(meeting({ state: "held" }))).toBe(true);
  for (const part of [{ state: "held", hasMinutes: true }, { state: "planned" }, { state: "cancelled" }] as const)
    expect(lacksMinutes(meeting(part))).toBe(false);
  for (const show of shown) expect(showIn(wordOf(show))).toBe(show);
  for (const word of [undefined, "", "toString", "upcoming"]) expect(showIn(word)).toBe("upcoming");
});
