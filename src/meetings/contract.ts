/** What crosses the wire about meetings (bijeenkomsten): who plans them, who comes, what was said. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";

export const meetingId = z.uuid("invalid-id");

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed; PostgreSQL refuses the first of them
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
/** What people write: letters in one form (macOS sends ë as e + ¨), no control characters. */
const written = () =>
  z
    .string()
    .normalize("NFC")
    .overwrite((text) => text.replace(/\r\n?/g, "\n").replace(controlCharacters, ""));
/** The same on one line. */
const line = () =>
  z
    .string()
    .normalize("NFC")
    .overwrite((text) => text.replace(/\s+/g, " ").replace(controlCharacters, ""));

/** ISO 8601 with an offset; Kernplein gives it back in UTC and shows it in Europe/Amsterdam. */
const moment = z.iso.datetime({ offset: true, message: "invalid-time" });

/** WGS 84 degrees, within the Netherlands. */
export const position = z.object({ latitude: z.number().min(50.7).max(53.6), longitude: z.number().min(3.3).max(7.3) });

/** What a meeting is. Either a hall or an online address must be there ("where-required"); it ends after it starts, within a week. */
const content = {
  title: line().trim().min(3, "too-short").max(140, "too-long"),
  text: written().trim().max(4000, "too-long").default(""),
  startsAt: moment,
  endsAt: moment,
  /** "Dorpshuis De Spil" */
  hall: line().trim().max(140, "too-long").default(""),
  /** "Dorpsstraat 1, Arkel" */
  address: line().trim().max(200, "too-long").default(""),
  position: position.nullable().default(null),
  online: z
    .url({ protocol: /^https$/, error: "invalid-web-address" })
    .max(500, "too-long")
    .nullable()
    .default(null),
  /** Most people that fit; null when all are welcome. */
  capacity: z.number().int().min(1, "too-small").max(5000, "too-large").nullable().default(null),
  /** Published proposals of the same kern that it is about. */
  proposals: z.array(z.uuid("invalid-id")).max(20, "too-many").default([]),
};

/** `meeting`: an id the device made, so that a plan that is sent again makes one meeting. */
export const planMeetingInput = z.object({ meeting: meetingId.optional(), kern: kernId, ...content });
/** The whole meeting anew. `version`: the one this change was made on; refused with "changed-meanwhile" when somebody else saved since. */
export const changeMeetingInput = z.object({ meeting: meetingId, version: z.number().int(), ...content });
export const cancelMeetingInput = z.object({
  meeting: meetingId,
  reason: line().trim().min(5, "reason-required").max(500, "too-long"),
});
/** What somebody answers to "do you come?". Coming to a full meeting makes her wait; who waits longest comes first when a place frees. */
export const invitationAnswer = z.enum(["coming", "not-coming"], "choose-one");
export const answerInvitationInput = z.object({ meeting: meetingId, answer: invitationAnswer });
/** Somebody without e-mail, written down by an officer. `attendee`: an id the device made, so that sending again writes her down once. */
export const addGuestInput = z.object({
  meeting: meetingId,
  attendee: z.uuid("invalid-id").optional(),
  name: line().trim().min(2, "too-short").max(100, "too-long"),
});
export const removeGuestInput = z.object({ meeting: meetingId, attendee: z.uuid("invalid-id") });
/** `attended`: how many people were there, as counted in the hall; null when nobody counted. Written again, it replaces the former. */
export const writeMinutesInput = z.object({
  meeting: meetingId,
  text: written().trim().min(20, "too-short").max(10_000, "too-long"),
  attended: z.number().int().min(0, "too-small").max(5000, "too-large").nullable().default(null),
});
export const viewMeetingInput = z.object({ meeting: meetingId });
export const listMeetingsInput = z.object({
  kern: kernId.optional(),
  /** Words to look for, in title, text and hall. */
  q: line().trim().max(200, "too-long").optional(),
  /** "upcoming": what has not ended, cancelled ones too, soonest first. "past": what has ended, cancelled ones too, latest first. */
  when: z.enum(["upcoming", "past"]).default("upcoming"),
  /** Only meetings about this proposal. */
  proposal: z.uuid("invalid-id").optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
/** For officers: the meetings of all their kernen, or of one of them. */
export const listLedMeetingsInput = z.object({
  kern: kernId.optional(),
  /** "upcoming" and "past" as in every list; "without-minutes": what was held and has no minutes yet, latest first. */
  show: z.enum(["upcoming", "past", "without-minutes"]).default("upcoming"),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
/** The calendar of one kern or one meeting is public; what is asked for names no person. */
export const viewKernCalendarInput = z.object({ kern: kernId });

export type Position = z.output<typeof position>;
export type InvitationAnswer = z.output<typeof invitationAnswer>;
/** "held" is what has ended without being cancelled. */
export type MeetingState = "planned" | "held" | "cancelled";
/** How the asker stands: "waiting" when she wants to come and it is full; null when she did not answer. */
export type Attendance = "coming" | "waiting" | "not-coming";

export interface MeetingSummary {
  meeting: string;
  kern: string;
  kernName: string;
  title: string;
  /** First 200 characters of the text, on one line. */
  excerpt: string;
  /** ISO 8601, UTC. */
  startsAt: string;
  endsAt: string;
  hall: string;
  address: string;
  /** Whether one can take part online; the address itself stands in `MeetingView`. */
  hasOnline: boolean;
  state: MeetingState;
  cancelReason: string | null;
  capacity: number | null;
  /** People who come, those without e-mail included. Never more than `capacity`, unless an officer lowered that. */
  coming: number;
  waiting: number;
  mine: Attendance | null;
  /** Whether minutes were written. */
  hasMinutes: boolean;
  /** When it came into the agenda, to tell what is new; null for who planned it herself. ISO 8601, UTC. */
  plannedAt: string | null;
  can: { answer: boolean };
}

export interface MeetingsView {
  meetings: MeetingSummary[];
  /** Give this as `cursor` for the next page; null on the last one. */
  next: string | null;
}

export type LedShow = z.output<typeof listLedMeetingsInput>["show"];

/** What an officer leads. The counts are of the kernen that were asked for. */
export interface LedMeetingsView extends MeetingsView {
  counts: Record<LedShow, number>;
  /** All kernen of which she is officer. */
  kernen: { kern: string; name: string }[];
}

export interface MinutesView {
  text: string;
  /** People counted in the hall; null when nobody counted. */
  attended: number | null;
  /** When it was last written. */
  at: string;
}

export interface MeetingView extends MeetingSummary {
  text: string;
  version: number;
  position: Position | null;
  /** https address to take part from home; only for who is signed in. */
  online: string | null;
  proposals: { proposal: string; title: string }[];
  /** Her place on the waiting list, when `mine` is "waiting": 1 is the next to come. */
  placeInLine: number | null;
  minutes: MinutesView | null;
  can: {
    answer: boolean;
    change: boolean;
    cancel: boolean;
    /** From the start on. */
    writeMinutes: boolean;
    /** The names of who comes, and writing down who has no e-mail. */
    seeComing: boolean;
    addGuest: boolean;
  };
}

/** What the asker's answer came to; the answer to `answerInvitation`. */
export interface AnswerToInvitation {
  meeting: string;
  mine: Attendance;
  placeInLine: number | null;
  coming: number;
  waiting: number;
  capacity: number | null;
}

export interface AttendeeView {
  attendee: string;
  /** Null for who had no e-mail, from 30 days after the meeting on: then the names go and the numbers stay. */
  name: string | null;
  /** Without e-mail, written down by an officer; only these can be taken off again by her. */
  guest: boolean;
  /** ISO 8601, UTC: since when she comes or waits. */
  at: string;
}

/** For officers of the kern, and to print for at the door. */
export interface ComingView {
  meeting: string;
  title: string;
  startsAt: string;
  capacity: number | null;
  /** By name, who has none any more last. */
  coming: AttendeeView[];
  /** In the order in which a place becomes theirs. */
  waiting: AttendeeView[];
  notComing: number;
}

/** What the asker answered yes to or waits for, soonest first; and what she came to in the last year, latest first, at most 100 each. */
export interface MyMeetingsView {
  upcoming: MeetingSummary[];
  past: MeetingSummary[];
}

/** What the asker is asked: meetings within three weeks in kernen where she takes part, that she has not answered; soonest first, at most 20. */
export interface InvitationsView {
  meetings: MeetingSummary[];
}

/** What a calendar tells of a meeting: public, so without names and without the address to take part online. */
export interface CalendarMeeting {
  meeting: string;
  /** How often it was changed: a calendar keeps the highest. */
  sequence: number;
  kernName: string;
  title: string;
  text: string;
  startsAt: string;
  endsAt: string;
  hall: string;
  address: string;
  position: Position | null;
  cancelReason: string | null;
  changedAt: string;
}

/** What an iCalendar file is made of (calendar.ts). */
export interface CalendarView {
  municipality: string;
  /** "Bijeenkomsten in Arkel" */
  name: string;
  /** "bijeenkomsten-arkel": name of the file without its ending. */
  file: string;
  meetings: CalendarMeeting[];
}

/** `startsAt`: ISO 8601, UTC. */
export type MeetingsFact =
  | { fact: "meeting-planned"; meeting: string; kern: string; startsAt: string }
  /** `moved`: the time or the place is another, so who comes must hear of it. `version`: which change. */
  | { fact: "meeting-changed"; meeting: string; kern: string; startsAt: string; moved: boolean; version: number }
  | { fact: "meeting-cancelled"; meeting: string; kern: string; version: number }
  /** Somebody comes, waits or stays away: the counts are others. Who it was, the fact does not say. */
  | { fact: "meeting-answered"; meeting: string; kern: string }
  /** These people (person ids) waited and now come. `turn`: greater when the same person waits again and gets a place again. */
  | { fact: "place-freed"; meeting: string; kern: string; people: string[]; turn: number }
  /** The day before, at 16:00 in Amsterdam. */
  | { fact: "meeting-day-near"; meeting: string; kern: string; startsAt: string }
  | { fact: "minutes-written"; meeting: string; kern: string }
  /** From `at` on it is time again to take off the names of guests of meetings that are long over. */
  | { fact: "guest-names-due"; at: string };
