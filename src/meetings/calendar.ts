/** Meetings as an iCalendar file (RFC 5545), for people's own calendars. Times are UTC: each meeting is once, so no zone is needed. */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { paths } from "../shared/links.ts";
import type { Language } from "../shared/work.ts";
import type { CalendarMeeting, CalendarView } from "./contract.ts";

const askAgainAfterSeconds = 3 * 3600;

const words = {
  nl: { off: "Gaat niet door", online: "Online meedoen", why: "Reden" },
  en: { off: "Cancelled", online: "Take part online", why: "Reason" },
} as const;

/** What goes to who comes: also how to take part online. */
export type InvitedMeeting = CalendarMeeting & { online: string | null };

interface Setting {
  /** https://kernplein.example.nl */
  publicUrl: string;
  municipality: string;
  language: Language;
}

type Entries = ReturnType<typeof ical>;

/**
 * All meetings of a calendar, to follow. The id of an event is that of its meeting, its sequence the number of changes: a calendar that
 * has it already moves it, and strikes it out when it was cancelled.
 */
export function calendarText(view: CalendarView, publicUrl: string): string {
  const calendar = begun(ICalCalendarMethod.PUBLISH).name(view.name).ttl(askAgainAfterSeconds);
  const setting = { publicUrl, municipality: view.municipality, language: "nl" } as const;
  for (const meeting of view.meetings) enter(calendar, { ...meeting, online: null }, setting);
  return calendar.toString();
}

export interface CalendarMail {
  method: "PUBLISH" | "CANCEL";
  text: string;
}

/**
 * One meeting for the mail of somebody who comes: PUBLISH puts it in her calendar or moves it, CANCEL takes it out (RFC 5546, 3.2.1 and
 * 3.2.5). Not REQUEST: an answer by mail would reach nobody. `organizer`: the kern's officer; RFC 5546 wants one.
 */
export function calendarForMail(
  meeting: InvitedMeeting,
  setting: Setting & { organizer: { name: string; email: string } | null },
): CalendarMail {
  const method = meeting.cancelReason === null ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL;
  const calendar = begun(method);
  const event = enter(calendar, meeting, setting);
  if (setting.organizer) event.organizer(setting.organizer);
  return { method, text: calendar.toString() };
}

function begun(method: ICalCalendarMethod): Entries {
  return ical({ method, prodId: { company: "Kernplein", product: "Kernplein", language: "NL" } });
}

function enter(calendar: Entries, meeting: InvitedMeeting, { publicUrl, municipality, language }: Setting) {
  const { off, online, why } = words[language];
  const cancelled = meeting.cancelReason !== null;
  const url = `${publicUrl}${paths.meeting(municipality, meeting.meeting)}`;
  const lines = [
    ...(meeting.cancelReason === null ? [] : [`${why}: ${meeting.cancelReason}`]),
    meeting.text,
    ...(meeting.online === null ? [] : [`${online}: ${meeting.online}`]),
    url,
  ];
  const place = [meeting.hall, meeting.address].filter(Boolean).join(", ");
  const event = calendar.createEvent({
    id: meeting.meeting,
    sequence: meeting.sequence,
    stamp: new Date(meeting.changedAt),
    lastModified: new Date(meeting.changedAt),
    start: new Date(meeting.startsAt),
    end: new Date(meeting.endsAt),
    summary: cancelled ? `${off}: ${meeting.title}` : `${meeting.title} · ${meeting.kernName}`,
    description: lines.filter(Boolean).join("\n\n"),
    url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (place && meeting.position) {
    const { latitude: lat, longitude: lon } = meeting.position;
    event.location({ title: place, geo: { lat, lon } });
  } else if (place) event.location(place);
  return event;
}
