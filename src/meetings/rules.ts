/** Pure rules of meetings: who plans, who answers, for whom there is a place, when who comes is told again. */
import { after, dateOf, days, minutes } from "../shared/time.ts";
import { localHour } from "../shared/working-days.ts";
import type { Attendance, MeetingState } from "./contract.ts";

/** Who is asking, seen from one meeting. */
export interface Asker {
  /** Officer of its kern. */
  officer: boolean;
  /** Takes part in its kern. */
  member: boolean;
}

export interface Course {
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
}

export type Refusal =
  | "not-allowed"
  | "not-a-member"
  | "meeting-cancelled"
  | "meeting-begun"
  | "meeting-over"
  | "meeting-not-begun";

/** "held" follows from the time alone. */
export function stateOf({ endsAt, cancelledAt }: Course, now: Date): MeetingState {
  if (cancelledAt !== null) return "cancelled";
  return now >= endsAt ? "held" : "planned";
}

/** Who takes part in the kern answers, until it begins. */
export function refuseAnswer({ startsAt, cancelledAt }: Course, { member }: Asker, now: Date): Refusal | null {
  if (!member) return "not-a-member";
  if (cancelledAt !== null) return "meeting-cancelled";
  return now >= startsAt ? "meeting-begun" : null;
}

/** For changing it, cancelling it and writing down guests: its officer, until it is over. */
export function refuseArranging({ endsAt, cancelledAt }: Course, { officer }: Asker, now: Date): Refusal | null {
  if (!officer) return "not-allowed";
  if (cancelledAt !== null) return "meeting-cancelled";
  return now >= endsAt ? "meeting-over" : null;
}

/** Minutes are written by its officer, from the beginning on. */
export function refuseMinutes({ startsAt, cancelledAt }: Course, { officer }: Asker, now: Date): Refusal | null {
  if (!officer) return "not-allowed";
  if (cancelledAt !== null) return "meeting-cancelled";
  return now < startsAt ? "meeting-not-begun" : null;
}

export interface Fullness {
  /** Null: all are welcome. */
  capacity: number | null;
  coming: number;
  waiting: number;
}

/** Where somebody stands who wants to come now. Who waits goes before her, also when a place is free. */
export function standingOf({ capacity, coming, waiting }: Fullness): Extract<Attendance, "coming" | "waiting"> {
  return capacity === null || coming + waiting < capacity ? "coming" : "waiting";
}

/** How many of those who wait get a place now. Who has a place keeps it, also when an officer lowered the capacity. */
export function placesFree({ capacity, coming, waiting }: Fullness): number {
  return capacity === null ? waiting : Math.max(0, Math.min(waiting, capacity - coming));
}

export interface Whereabouts {
  startsAt: Date;
  endsAt: Date;
  hall: string;
  address: string;
  online: string | null;
}

/** Whether who comes must hear of a change: another time or another place. */
export function isMoved(before: Whereabouts, now: Whereabouts): boolean {
  const moment = before.startsAt.getTime() !== now.startsAt.getTime() || before.endsAt.getTime() !== now.endsAt.getTime();
  return moment || before.hall !== now.hall || before.address !== now.address || before.online !== now.online;
}

const longestMs = days(7);
/** A year that was typed wrong. */
const furthestMs = days(3 * 366);

export interface Fault {
  path: string;
  message: string;
}

/** What is wrong with the time and place of a meeting, all at once. `before`: as it stood; a beginning that stays may have passed. */
export function faultsOf(wanted: Whereabouts, now: Date, before?: Pick<Whereabouts, "startsAt">): Fault[] {
  const { startsAt, endsAt, hall, online } = wanted;
  const faults: Fault[] = [];
  const stays = before?.startsAt.getTime() === startsAt.getTime();
  if (!stays && startsAt <= now) faults.push({ path: "startsAt", message: "in-the-past" });
  if (startsAt > after(now, furthestMs)) faults.push({ path: "startsAt", message: "too-far-ahead" });
  if (endsAt <= startsAt) faults.push({ path: "endsAt", message: "ends-before-it-starts" });
  else if (endsAt <= now) faults.push({ path: "endsAt", message: "in-the-past" });
  else if (endsAt > after(startsAt, longestMs)) faults.push({ path: "endsAt", message: "lasts-too-long" });
  if (hall === "" && online === null) faults.push({ path: "hall", message: "where-required" });
  return faults;
}

/**
 * How long the name of somebody without e-mail stays on the list after the meeting ended, when nothing is done with it any more than
 * sending on the minutes or calling who was there. As long as somebody who left can be taken back (guest-state.ts). Source: AVG, article
 * 5(1)(e): no longer than it is needed for.
 */
export const namesKeptMs = days(30);

const remindedAtHour = 16;
/** The queue's clock may be a little before ours. */
const clocksDifferMs = minutes(10);

/** When who comes is reminded: 16:00 in Amsterdam on the day before. */
export function reminderOf(startsAt: Date): Date {
  const today = new Date(`${dateOf(startsAt)}T00:00:00Z`);
  return localHour(after(today, -days(1)), remindedAtHour);
}

export interface Reminding {
  startsAt: Date;
  cancelledAt: Date | null;
  startSetAt: Date;
  remindedAt: Date | null;
}

/** Whether to remind now: once for each beginning, and not of what was told after that hour anyway. */
export function remindsNow({ startsAt, cancelledAt, startSetAt, remindedAt }: Reminding, now: Date): boolean {
  const due = reminderOf(startsAt);
  if (cancelledAt !== null || now < after(due, -clocksDifferMs) || now >= startsAt || startSetAt >= due) return false;
  return remindedAt === null || remindedAt < startSetAt;
}
