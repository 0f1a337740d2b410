/** Between what an officer fills in about a meeting and what is sent. Pure; days and hours as clocks in the Netherlands show them. */
import type { MeetingView, Position } from "../../meetings/contract.ts";
import type { FormFault } from "../form-faults.ts";
import type { TextKey } from "../language.ts";
import { instantOf, localInput } from "../voting/amsterdam-time.ts";

/** What stands in the fields, as it was typed. */
export interface MeetingFields {
  title: string;
  text: string;
  /** "2026-12-03" */
  day: string;
  /** "20:00" */
  from: string;
  until: string;
  /** Of what takes several days; "" for an evening or a night. */
  lastDay: string;
  hall: string;
  address: string;
  position: Position | null;
  online: string;
  capacity: string;
  proposals: string[];
}

export interface MeetingForm {
  title: string;
  text: string;
  /** ISO 8601, UTC. */
  startsAt: string;
  endsAt: string;
  hall: string;
  address: string;
  position: Position | null;
  online: string | null;
  capacity: number | null;
  proposals: string[];
}

export const emptyMeeting: MeetingFields = {
  title: "",
  text: "",
  day: "",
  from: "",
  until: "",
  lastDay: "",
  hall: "",
  address: "",
  position: null,
  online: "",
  capacity: "",
  proposals: [],
};

export const meetingFieldNames = [
  "title",
  "text",
  "day",
  "from",
  "until",
  "lastDay",
  "hall",
  "address",
  "online",
  "capacity",
  "proposals",
];

/** The server's name of a field that has another one here, or is made of several. */
export const fieldOf: Readonly<Record<string, string>> = { startsAt: "day", endsAt: "until", position: "address" };

const dayMs = 86_400_000;
/** An evening may run past midnight; what would last longer than this is rather a slip of the hand. */
const longestNightMs = 8 * 3_600_000;

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);

interface Span {
  /** ISO 8601, UTC; null for what is no time. */
  startsAt: string | null;
  endsAt: string | null;
}

/** Beginning and end; without a last day an end before the beginning is on the day after, when that makes it a night and no slip. */
export function spanOf({ day, from, until, lastDay }: Pick<MeetingFields, "day" | "from" | "until" | "lastDay">): Span {
  const startsAt = instantOf(`${day}T${from}`);
  const sameDay = instantOf(`${lastDay || day}T${until}`);
  if (startsAt === null || sameDay === null || sameDay > startsAt) return { startsAt, endsAt: sameDay };
  const later = lastDay === "" ? instantOf(`${nextDay(day)}T${until}`) : null;
  const isNight = later !== null && Date.parse(later) - Date.parse(startsAt) <= longestNightMs;
  return { startsAt, endsAt: isNight ? later : null };
}

const mostPlaces = 5000;
const capacityOf = (typed: string): number | null => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null);

/**
 * What still has to be mended before sending; the server judges. `say` gives the sentence of a fault, `now` is in milliseconds. `before`:
 * as it stood; a beginning that stays may have passed.
 */
export function faultsInMeeting(
  fields: MeetingFields,
  before: MeetingFields,
  now: number,
  say: (key: TextKey<"meetings">) => string,
): FormFault[] {
  const { startsAt, endsAt } = spanOf(fields);
  const fault = (field: string, key: TextKey<"meetings">) => ({ field, sentence: say(key) });
  const found: FormFault[] = [];
  if (fields.title.trim().length < 3) found.push(fault("title", "title.short"));
  if (fields.day === "") found.push(fault("day", "day.needed"));
  if (fields.from === "") found.push(fault("from", "from.needed"));
  else if (startsAt !== null && startsAt !== spanOf(before).startsAt && Date.parse(startsAt) <= now)
    found.push(fault("day", "day.past"));
  if (fields.until === "") found.push(fault("until", "until.needed"));
  else if (startsAt !== null && endsAt === null) found.push(fault("until", "until.before"));
  if (fields.hall.trim() === "" && fields.online.trim() === "") found.push(fault("hall", "hall.needed"));
  if (fields.online.trim() !== "" && !/^https:\/\/\S+\.\S+$/.test(fields.online.trim()))
    found.push(fault("online", "online.wrong"));
  const capacity = capacityOf(fields.capacity) ?? 0;
  if (fields.capacity.trim() !== "" && (capacity < 1 || capacity > mostPlaces)) found.push(fault("capacity", "capacity.wrong"));
  return found;
}

/** As it is sent; call when `faultsInMeeting` finds nothing. */
export function meetingForm(fields: MeetingFields): MeetingForm {
  const { startsAt, endsAt } = spanOf(fields);
  const { title, text, hall, address, position, online, capacity, proposals } = fields;
  return {
    title: title.trim(),
    text: text.trim(),
    startsAt: startsAt ?? "",
    endsAt: endsAt ?? "",
    hall: hall.trim(),
    address: address.trim(),
    position,
    online: online.trim() || null,
    capacity: capacityOf(capacity),
    proposals,
  };
}

/** A meeting as it stands, in the fields. */
export function fieldsOf(meeting: MeetingView): MeetingFields {
  const [day = "", from = ""] = localInput(Date.parse(meeting.startsAt)).split("T");
  const [lastDay = "", until = ""] = localInput(Date.parse(meeting.endsAt)).split("T");
  const isEvening = spanOf({ day, from, until, lastDay: "" }).endsAt === meeting.endsAt;
  return {
    title: meeting.title,
    text: meeting.text,
    day,
    from,
    until,
    lastDay: isEvening ? "" : lastDay,
    hall: meeting.hall,
    address: meeting.address,
    position: meeting.position,
    online: meeting.online ?? "",
    capacity: meeting.capacity === null ? "" : String(meeting.capacity),
    proposals: meeting.proposals.map(({ proposal }) => proposal),
  };
}

/** Whether who comes must hear of it: it is at another time or in another place. */
export function isMoved(before: MeetingFields, after: MeetingFields): boolean {
  const [one, other] = [meetingForm(before), meetingForm(after)];
  return (["startsAt", "endsAt", "hall", "address", "online"] as const).some((name) => one[name] !== other[name]);
}
