/** SQL of who comes. Whoever changes it holds the meeting's lock (`lockMeeting`). */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { Attendance } from "./contract.ts";
import { here } from "./store.ts";

export interface Standing {
  attendee: string;
  standing: Attendance;
  place: number;
}

const ofMeeting = (tx: Tx, meeting: string) =>
  tx.selectFrom("meeting_attendee as a").where("a.municipality_id", "=", here).where("a.meeting_id", "=", meeting);

/** Undefined when she did not answer. */
export function standingOfPerson(tx: Tx, meeting: string, person: string): Promise<Standing | undefined> {
  return ofMeeting(tx, meeting)
    .select(["a.attendee_id as attendee", "a.standing", "a.place"])
    .where("a.person_id", "=", person)
    .$castTo<Standing>()
    .executeTakeFirst();
}

/** Somebody without e-mail; undefined for whom else. */
export function findGuest(tx: Tx, meeting: string, attendee: string): Promise<Standing | undefined> {
  return ofMeeting(tx, meeting)
    .select(["a.attendee_id as attendee", "a.standing", "a.place"])
    .where("a.attendee_id", "=", attendee)
    .where("a.person_id", "is", null)
    .$castTo<Standing>()
    .executeTakeFirst();
}

export interface NewStanding {
  municipality: string;
  meeting: string;
  attendee: string;
  /** One of both: who she is, or what an officer wrote down. */
  who: { person: string } | { guest: string };
  standing: Attendance;
  place: number;
  at: Date;
}

/** Writes down an answer, in the place of her former one. */
export async function putStanding(tx: Tx, given: NewStanding): Promise<void> {
  await tx
    .insertInto("meeting_attendee")
    .values({
      municipality_id: given.municipality,
      meeting_id: given.meeting,
      attendee_id: given.attendee,
      person_id: "person" in given.who ? given.who.person : null,
      guest_name: "guest" in given.who ? given.who.guest : null,
      standing: given.standing,
      place: given.place,
      at: given.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "meeting_id", "attendee_id"])
        .doUpdateSet({ standing: given.standing, place: given.place, at: given.at }),
    )
    .execute();
}

export async function removeAttendee(tx: Tx, meeting: string, attendee: string): Promise<void> {
  await tx
    .deleteFrom("meeting_attendee")
    .where("municipality_id", "=", here)
    .where("meeting_id", "=", meeting)
    .where("attendee_id", "=", attendee)
    .execute();
}

/** Takes the names of guests off meetings that ended at `endedBy` or before. */
export async function removeGuestNames(tx: Tx, endedBy: Date): Promise<void> {
  await tx
    .updateTable("meeting_attendee as a")
    .from("meeting as m")
    .set({ guest_name: null })
    .where("a.municipality_id", "=", here)
    .whereRef("m.municipality_id", "=", "a.municipality_id")
    .whereRef("m.meeting_id", "=", "a.meeting_id")
    .where("a.guest_name", "is not", null)
    .where("m.ends_at", "<=", endedBy)
    .execute();
}

export async function countLine(tx: Tx, meeting: string): Promise<{ coming: number; waiting: number }> {
  const count = (standing: Attendance) =>
    sql<number>`(count(*) filter (where a.standing = ${sql.lit(standing)}))::integer`.as(standing);
  const { coming, waiting } = await ofMeeting(tx, meeting)
    .select([count("coming"), count("waiting")])
    .executeTakeFirstOrThrow();
  return { coming, waiting };
}

/** Lets the first `places` of those who wait come; gives their person ids, null for a guest. */
export async function letIn(tx: Tx, meeting: string, places: number): Promise<(string | null)[]> {
  const first = ofMeeting(tx, meeting)
    .select("a.attendee_id")
    .where("a.standing", "=", "waiting")
    .orderBy("a.place")
    .limit(places);
  const rows = await tx
    .updateTable("meeting_attendee")
    .set({ standing: "coming" })
    .where("municipality_id", "=", here)
    .where("meeting_id", "=", meeting)
    .where("attendee_id", "in", first)
    .returning("person_id as person")
    .execute();
  return rows.map(({ person }) => person);
}

/** How many wait before this place. */
export async function waitingBefore(tx: Tx, meeting: string, place: number): Promise<number> {
  const { before } = await ofMeeting(tx, meeting)
    .select(sql<number>`count(*)::integer`.as("before"))
    .where("a.standing", "=", "waiting")
    .where("a.place", "<", place)
    .executeTakeFirstOrThrow();
  return before;
}

export interface StoredAttendee {
  attendee: string;
  /** Null for a guest whose name was taken off. */
  name: string | null;
  guest: boolean;
  standing: Attendance;
  at: Date;
}

/** All who answered, in the order of their places. */
export function attendeesOf(tx: Tx, meeting: string): Promise<StoredAttendee[]> {
  return ofMeeting(tx, meeting)
    .leftJoin("person as p", (on) =>
      on.onRef("p.municipality_id", "=", "a.municipality_id").onRef("p.person_id", "=", "a.person_id"),
    )
    .select((row) => [
      "a.attendee_id as attendee",
      row.fn.coalesce("p.name", "a.guest_name").as("name"),
      sql<boolean>`a.person_id is null`.as("guest"),
      "a.standing",
      "a.at",
    ])
    .orderBy("a.place")
    .$castTo<StoredAttendee>()
    .execute();
}

/** Person ids of who stands so, in the order of their places; guests have none. */
export async function peopleStanding(tx: Tx, meeting: string, standings: readonly Attendance[]): Promise<string[]> {
  const rows = await ofMeeting(tx, meeting)
    .select("a.person_id as person")
    .where("a.person_id", "is not", null)
    .where("a.standing", "in", standings)
    .orderBy("a.place")
    .execute();
  return rows.flatMap(({ person }) => person ?? []);
}

/** Meetings that have not begun, to which she comes or for which she waits; always in one order, in which they can be locked. */
export async function comingTo(tx: Tx, person: string, now: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom("meeting_attendee as a")
    .innerJoin("meeting as m", (on) =>
      on.onRef("m.municipality_id", "=", "a.municipality_id").onRef("m.meeting_id", "=", "a.meeting_id"),
    )
    .select("a.meeting_id as meeting")
    .where("a.municipality_id", "=", here)
    .where("a.person_id", "=", person)
    .where("a.standing", "in", ["coming", "waiting"])
    .where("m.starts_at", ">", now)
    .orderBy("a.meeting_id")
    .execute();
  return rows.map(({ meeting }) => meeting);
}
