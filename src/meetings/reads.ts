/** What the slices above may ask about meetings. */
import type { Tx } from "../shared/work.ts";
import { peopleStanding } from "./attendee-store.ts";
import type { InvitedMeeting } from "./calendar.ts";
import type { Attendance, MeetingState } from "./contract.ts";
import { beginningIn } from "./list-store.ts";
import { stateOf } from "./rules.ts";
import { calendarMeeting, excerptOf } from "./show.ts";
import { findMeeting, type StoredMeeting } from "./store.ts";

/** Counts and no names: for mails and cards. */
export interface MeetingForMail {
  meeting: string;
  kern: string;
  kernName: string;
  title: string;
  /** First 200 characters of the text, on one line. */
  excerpt: string;
  startsAt: Date;
  endsAt: Date;
  hall: string;
  address: string;
  /** https address; for who is signed in or comes, never for a channel. */
  online: string | null;
  state: MeetingState;
  cancelReason: string | null;
  capacity: number | null;
  coming: number;
  waiting: number;
  minutes: string | null;
  attended: number | null;
  version: number;
  /** What stands in somebody's own calendar. */
  entry: InvitedMeeting;
}

/** Undefined when there is none. `now`: for its state. */
export async function meetingForMail(tx: Tx, meeting: string, now: Date): Promise<MeetingForMail | undefined> {
  const found = await findMeeting(tx, meeting);
  if (!found) return undefined;
  const { kern, kernName, title, startsAt, endsAt, hall, address, online, cancelReason } = found;
  const { capacity, coming, waiting, minutes, attended, version } = found;
  return {
    ...{ meeting, kern, kernName, title, startsAt, endsAt, hall, address, online, cancelReason },
    ...{ capacity, coming, waiting, minutes, attended, version },
    excerpt: excerptOf(found.text),
    state: stateOf(found, now),
    entry: { ...calendarMeeting(found), online },
  };
}

/** As everybody may see it in a channel: neither names nor the address to take part online. */
export interface MeetingForCard
  extends Pick<StoredMeeting, "meeting" | "kern" | "kernName" | "title" | "startsAt" | "endsAt" | "hall" | "address"> {
  /** First 200 characters of the text, on one line. */
  excerpt: string;
  hasOnline: boolean;
  state: MeetingState;
  /** From then on nobody answers. */
  begun: boolean;
  cancelReason: string | null;
  /** Null when all are welcome. */
  capacity: number | null;
  coming: number;
  waiting: number;
  hasMinutes: boolean;
}

/** Undefined when there is none. `now`: for its state. */
export async function meetingForCard(tx: Tx, meeting: string, now: Date): Promise<MeetingForCard | undefined> {
  const found = await findMeeting(tx, meeting);
  if (!found) return undefined;
  const { kern, kernName, title, startsAt, endsAt, hall, address, cancelReason, capacity, coming, waiting } = found;
  return {
    ...{ meeting, kern, kernName, title, startsAt, endsAt, hall, address, cancelReason, capacity, coming, waiting },
    excerpt: excerptOf(found.text),
    hasOnline: found.online !== null,
    state: stateOf(found, now),
    begun: now >= found.startsAt,
    hasMinutes: found.minutes !== null,
  };
}

/** Undefined when there is none. */
export async function meetingTitle(tx: Tx, meeting: string): Promise<string | undefined> {
  return (await findMeeting(tx, meeting))?.title;
}

/** Person ids of who stands so, for mails; never to be shown. */
export function invited(tx: Tx, meeting: string, standings: readonly Attendance[]): Promise<string[]> {
  return peopleStanding(tx, meeting, standings);
}

export type WeekMeeting = Pick<StoredMeeting, "meeting" | "title" | "startsAt" | "hall">;

/** Not cancelled, beginning from `since` on and before `until`, soonest first. */
export async function meetingsBeginningIn(tx: Tx, kern: string, stretch: { since: Date; until: Date }): Promise<WeekMeeting[]> {
  const found = await beginningIn(tx, kern, stretch);
  return found.map(({ meeting, title, startsAt, hall }) => ({ meeting, title, startsAt, hall }));
}
