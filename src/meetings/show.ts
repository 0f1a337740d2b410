/** From rows to what crosses the wire. */
import { publishedTitles } from "../proposals/index.ts";
import type { Actor, Tx } from "../shared/work.ts";
import { askerOf, signedIn } from "./asker.ts";
import { standingOfPerson, waitingBefore } from "./attendee-store.ts";
import type { Attendance, CalendarMeeting, MeetingSummary, MeetingView, MinutesView, Position } from "./contract.ts";
import { linkedProposals } from "./link-store.ts";
import { refuseAnswer, refuseArranging, refuseMinutes, stateOf } from "./rules.ts";
import type { StoredMeeting } from "./store.ts";

/** One row of a list, as this person may answer it. */
export function summaryOf(row: StoredMeeting & { mine: Attendance | null }, actor: Actor, now: Date): MeetingSummary {
  return {
    meeting: row.meeting,
    kern: row.kern,
    kernName: row.kernName,
    title: row.title,
    excerpt: excerptOf(row.text),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    hall: row.hall,
    address: row.address,
    hasOnline: row.online !== null,
    state: stateOf(row, now),
    cancelReason: row.cancelReason,
    capacity: row.capacity,
    coming: row.coming,
    waiting: row.waiting,
    mine: row.mine,
    hasMinutes: row.minutes !== null,
    plannedAt: row.plannedBy === actor.person ? null : row.plannedAt.toISOString(),
    can: { answer: refuseAnswer(row, askerOf(actor, row), now) === null },
  };
}

/** The first 200 characters, on one line. */
export const excerptOf = (text: string): string => [...text].slice(0, 200).join("").replace(/\s+/g, " ").trim();

/** The whole meeting as this person may read it. */
export async function meetingView(tx: Tx, actor: Actor, found: StoredMeeting, now: Date): Promise<MeetingView> {
  const own = await standingOfPerson(tx, found.meeting, signedIn(actor));
  const asker = askerOf(actor, found);
  const about = await publishedTitles(tx, await linkedProposals(tx, found.meeting));
  const arranges = refuseArranging(found, asker, now) === null;
  return {
    ...summaryOf({ ...found, mine: own?.standing ?? null }, actor, now),
    text: found.text,
    version: found.version,
    position: positionOf(found),
    online: found.online,
    proposals: about.map(({ proposal, title }) => ({ proposal, title })),
    placeInLine: own?.standing === "waiting" ? (await waitingBefore(tx, found.meeting, own.place)) + 1 : null,
    minutes: minutesOf(found),
    can: {
      answer: refuseAnswer(found, asker, now) === null,
      change: arranges,
      cancel: arranges,
      writeMinutes: refuseMinutes(found, asker, now) === null,
      seeComing: asker.officer,
      addGuest: arranges,
    },
  };
}

function minutesOf({ minutes, attended, minutesAt }: StoredMeeting): MinutesView | null {
  return minutes === null || minutesAt === null ? null : { text: minutes, attended, at: minutesAt.toISOString() };
}

function positionOf({ latitude, longitude }: Pick<StoredMeeting, "latitude" | "longitude">): Position | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** What a public calendar tells of it. */
export function calendarMeeting(row: StoredMeeting): CalendarMeeting {
  return {
    meeting: row.meeting,
    sequence: row.version - 1,
    kernName: row.kernName,
    title: row.title,
    text: row.text,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    hall: row.hall,
    address: row.address,
    position: positionOf(row),
    cancelReason: row.cancelReason,
    changedAt: row.changedAt.toISOString(),
  };
}
