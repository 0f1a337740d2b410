import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  faultsOf,
  isMoved,
  placesFree,
  refuseAnswer,
  refuseArranging,
  refuseMinutes,
  reminderOf,
  remindsNow,
  standingOf,
  stateOf,
} from "../../src/meetings/rules.ts";
import { after, dateOf, days, hours, minutes, timeOfDay } from "../../src/shared/time.ts";

const startsAt = new Date("2026-12-03T18:30:00Z");
const endsAt = after(startsAt, hours(2));
const course = { startsAt, endsAt, cancelledAt: null };
const cancelled = { ...course, cancelledAt: new Date("2026-12-01T10:00:00Z") };
const [before, during, afterwards] = [after(startsAt, -1), startsAt, endsAt];
const officer = { officer: true, member: false };
const member = { officer: false, member: true };
const stranger = { officer: false, member: false };

/** A meeting as the verbs keep it: people in the order in which they came, each coming or waiting. */
class Line {
  capacity: number | null;
  readonly people: { who: number; standing: "coming" | "waiting" }[] = [];
  readonly promoted: number[] = [];

  constructor(capacity: number | null) {
    this.capacity = capacity;
  }
  count(standing: "coming" | "waiting"): number {
    return this.people.filter((one) => one.standing === standing).length;
  }
  private fullness() {
    return { capacity: this.capacity, coming: this.count("coming"), waiting: this.count("waiting") };
  }
  come(who: number): void {
    if (!this.people.some((one) => one.who === who)) this.people.push({ who, standing: standingOf(this.fullness()) });
    this.settle();
  }
  leave(who: number): void {
    const place = this.people.findIndex((one) => one.who === who);
    if (place >= 0) this.people.splice(place, 1);
    this.settle();
  }
  makeRoom(capacity: number | null): void {
    this.capacity = capacity;
    this.settle();
  }
  private settle(): void {
    const first = this.people.filter(({ standing }) => standing === "waiting").slice(0, placesFree(this.fullness()));
    for (const one of first) {
      one.standing = "coming";
      this.promoted.push(one.who);
    }
  }
}

const capacity = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null });
const steps = fc.array(
  fc.oneof(fc.record({ come: fc.nat({ max: 12 }) }), fc.record({ leave: fc.nat({ max: 12 }) }), fc.record({ room: capacity })),
  { maxLength: 60 },
);

describe("places", () => {
  test("are never given out beyond the capacity, and none stays free while somebody waits", () => {
    fc.assert(
      fc.property(capacity, steps, (room, deeds) => {
        const line = new Line(room);
        for (const deed of deeds) {
          const was = line.count("coming");
          if ("come" in deed) line.come(deed.come);
          else if ("leave" in deed) line.leave(deed.leave);
          else line.makeRoom(deed.room);
          const coming = line.count("coming");
          const fits = line.capacity ?? Number.POSITIVE_INFINITY;
          // Less room sends nobody away; it only lets in nobody new.
          expect(coming).toBeLessThanOrEqual(Math.max(fits, was));
          if (line.count("waiting") > 0) expect(coming).toBeGreaterThanOrEqual(fits);
        }
      }),
    );
  });

  test("go to who waits longest: nobody who came earlier waits behind somebody who has a place", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), steps, (room, deeds) => {
        const line = new Line(room);
        for (const deed of deeds) {
          if ("come" in deed) line.come(deed.come);
          else if ("leave" in deed) line.leave(deed.leave);
          const standings = line.people.map(({ standing }) => standing);
          expect(standings).toEqual([...standings].sort());
        }
      }),
    );
  });

  test("one that frees lets in exactly one; nobody when nobody waits", () => {
    expect(placesFree({ capacity: 5, coming: 4, waiting: 3 })).toBe(1);
    expect(placesFree({ capacity: 5, coming: 4, waiting: 0 })).toBe(0);
    expect(placesFree({ capacity: 5, coming: 7, waiting: 3 })).toBe(0);
    expect(placesFree({ capacity: null, coming: 7, waiting: 3 })).toBe(3);
    expect(standingOf({ capacity: 5, coming: 4, waiting: 0 })).toBe("coming");
    expect(standingOf({ capacity: 5, coming: 4, waiting: 1 })).toBe("waiting");
  });
});

test.each([
  ["before", course, before, "planned"],
  ["while it lasts", course, during, "planned"],
  ["afterwards", course, afterwards, "held"],
  ["cancelled, afterwards too", cancelled, afterwards, "cancelled"],
] as const)("the state of a meeting %s", (_, of, now, state) => {
  expect(stateOf(of, now)).toBe(state);
});

test("who takes part in the kern answers, until it begins", () => {
  expect(refuseAnswer(course, member, before)).toBeNull();
  expect(refuseAnswer(course, member, during)).toBe("meeting-begun");
  expect(refuseAnswer(cancelled, member, before)).toBe("meeting-cancelled");
  expect(refuseAnswer(course, officer, before)).toBe("not-a-member");
  expect(refuseAnswer(course, stranger, before)).toBe("not-a-member");
});

test("its officer arranges it until it is over, and writes minutes from the beginning on", () => {
  expect(refuseArranging(course, officer, during)).toBeNull();
  expect(refuseArranging(course, officer, afterwards)).toBe("meeting-over");
  expect(refuseArranging(cancelled, officer, before)).toBe("meeting-cancelled");
  expect(refuseMinutes(course, officer, before)).toBe("meeting-not-begun");
  expect(refuseMinutes(course, officer, during)).toBeNull();
  expect(refuseMinutes(cancelled, officer, afterwards)).toBe("meeting-cancelled");
  for (const asker of [member, stranger]) {
    expect(refuseArranging(course, asker, before)).toBe("not-allowed");
    expect(refuseMinutes(course, asker, afterwards)).toBe("not-allowed");
  }
});

describe("time and place", () => {
  const wanted = { startsAt, endsAt, hall: "Dorpshuis", address: "", online: null };
  const codes = (change: Partial<typeof wanted>, was?: { startsAt: Date }) =>
    faultsOf({ ...wanted, ...change }, new Date("2026-11-22T12:00:00Z"), was).map(({ path, message }) => `${path} ${message}`);

  test.each([
    ["right", {}, []],
    ["in the past", { startsAt: new Date("2026-11-22T12:00:00Z") }, ["startsAt in-the-past", "endsAt lasts-too-long"]],
    ["a year typed wrong", { startsAt: new Date("2062-12-03"), endsAt: new Date("2062-12-04") }, ["startsAt too-far-ahead"]],
    ["ending as it begins", { endsAt: startsAt }, ["endsAt ends-before-it-starts"]],
    ["longer than a week", { endsAt: after(startsAt, days(7) + 1) }, ["endsAt lasts-too-long"]],
    ["nowhere", { hall: "" }, ["hall where-required"]],
  ])("%s", (_, change, faults) => expect(codes(change)).toEqual(faults));

  test("online alone is somewhere", () => {
    expect(faultsOf({ ...wanted, hall: "", online: "https://voorbeeld.example" }, before)).toEqual([]);
  });

  test("a meeting that has begun may be made longer, not shorter than now", () => {
    const now = after(startsAt, minutes(30));
    expect(faultsOf({ ...wanted, endsAt: after(endsAt, hours(1)) }, now, { startsAt })).toEqual([]);
    expect(faultsOf({ ...wanted, endsAt: after(startsAt, minutes(10)) }, now, { startsAt })).toEqual([
      { path: "endsAt", message: "in-the-past" },
    ]);
  });

  test("another time, hall, address or link is told; another title is not", () => {
    expect(isMoved(wanted, { ...wanted })).toBe(false);
    for (const change of [
      { startsAt: after(startsAt, 60_000) },
      { endsAt: after(endsAt, 60_000) },
      { hall: "De kerk" },
      { address: "Elders 2" },
      { online: "https://voorbeeld.example" },
    ])
      expect(isMoved(wanted, { ...wanted, ...change })).toBe(true);
  });
});

describe("the reminder", () => {
  test.each([
    ["in winter", "2026-12-03T18:30:00Z", "2026-12-02T15:00:00.000Z"],
    ["in summer", "2026-07-03T17:30:00Z", "2026-07-02T14:00:00.000Z"],
    ["on the day of 25 hours", "2026-10-25T18:30:00Z", "2026-10-24T14:00:00.000Z"],
    ["the day after the day of 25 hours", "2026-10-26T18:30:00Z", "2026-10-25T15:00:00.000Z"],
    ["on the day of 23 hours", "2026-03-29T10:00:00Z", "2026-03-28T15:00:00.000Z"],
    ["just after midnight there", "2026-12-02T23:15:00Z", "2026-12-02T15:00:00.000Z"],
    ["just before midnight there", "2026-12-02T22:45:00Z", "2026-12-01T15:00:00.000Z"],
  ])("of a meeting %s leaves at four the day before", (_, start, due) => {
    expect(reminderOf(new Date(start)).toISOString()).toBe(due);
  });

  test("always leaves at 16:00 on the date before, whatever the clock does that night", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("2026-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }), (start) => {
        const due = reminderOf(start);
        expect(timeOfDay(due)).toBe("16:00");
        expect(dateOf(after(new Date(`${dateOf(due)}T12:00:00Z`), days(1)))).toBe(dateOf(start));
      }),
    );
  });

  test("leaves once for each beginning, not of what was told too late for it, nor of what is off", () => {
    const due = reminderOf(startsAt);
    const told = { startsAt, cancelledAt: null, startSetAt: after(due, -days(3)), remindedAt: null };
    expect(remindsNow(told, due)).toBe(true);
    expect(remindsNow(told, after(due, -hours(1)))).toBe(false);
    expect(remindsNow(told, startsAt)).toBe(false);
    expect(remindsNow({ ...told, remindedAt: due }, after(due, minutes(1)))).toBe(false);
    expect(remindsNow({ ...told, remindedAt: after(due, -days(4)) }, due)).toBe(true);
    expect(remindsNow({ ...told, startSetAt: after(due, minutes(5)) }, after(due, minutes(6)))).toBe(false);
    expect(remindsNow({ ...told, cancelledAt: due }, due)).toBe(false);
  });
});
