/** The answers about meetings as schemas, for the OpenAPI document. */
import { z } from "zod";
import {
  type AnswerToInvitation,
  type AttendeeView,
  type ComingView,
  type InvitationsView,
  type LedMeetingsView,
  type MeetingSummary,
  type MeetingsView,
  type MeetingView,
  type MyMeetingsView,
  position,
} from "../../meetings/contract.ts";
import { count, id, slug, text, time } from "./view-pieces.ts";

const capacity = z.int().min(1).nullable().describe("Most people that fit; null when all are welcome.");
const attendance = z.enum(["coming", "waiting", "not-coming"]);
const placeInLine = z.int().min(1).nullable().describe("Place on the waiting list; 1 is the next to come.");

const meetingSummary = z.object({
  meeting: id,
  kern: slug,
  kernName: text,
  title: text,
  excerpt: text,
  startsAt: time,
  endsAt: time,
  hall: text,
  address: text,
  hasOnline: z.boolean(),
  state: z.enum(["planned", "held", "cancelled"]),
  cancelReason: text.nullable(),
  capacity,
  coming: count,
  waiting: count,
  mine: attendance.nullable().describe("How you stand; null when you did not answer."),
  hasMinutes: z.boolean(),
  plannedAt: time.nullable().describe("When it came into the agenda; null when you planned it."),
  can: z.object({ answer: z.boolean() }),
}) satisfies z.ZodType<MeetingSummary>;

const attendee = z.object({
  attendee: id,
  name: text.nullable().describe("Null from 30 days after the meeting on for who has no e-mail."),
  guest: z.boolean(),
  at: time,
}) satisfies z.ZodType<AttendeeView>;

const meetingsView = z.object({
  meetings: z.array(meetingSummary),
  next: text.nullable().describe("Give this as cursor for the next page; null on the last one."),
}) satisfies z.ZodType<MeetingsView>;

export const meetingAnswers = {
  MeetingsView: meetingsView,
  LedMeetingsView: meetingsView.extend({
    counts: z.object({ upcoming: count, past: count, "without-minutes": count }),
    kernen: z.array(z.object({ kern: slug, name: text })).describe("All villages of which you are officer."),
  }) satisfies z.ZodType<LedMeetingsView>,
  MeetingView: meetingSummary.extend({
    text,
    version: z.int(),
    position: position.nullable(),
    online: text.nullable(),
    proposals: z.array(z.object({ proposal: id, title: text })),
    placeInLine,
    minutes: z.object({ text, attended: count.nullable(), at: time }).nullable(),
    can: z.object({
      answer: z.boolean(),
      change: z.boolean(),
      cancel: z.boolean(),
      writeMinutes: z.boolean(),
      seeComing: z.boolean(),
      addGuest: z.boolean(),
    }),
  }) satisfies z.ZodType<MeetingView>,
  AnswerToInvitation: z.object({
    meeting: id,
    mine: attendance,
    placeInLine,
    coming: count,
    waiting: count,
    capacity,
  }) satisfies z.ZodType<AnswerToInvitation>,
  ComingView: z.object({
    meeting: id,
    title: text,
    startsAt: time,
    capacity,
    coming: z.array(attendee),
    waiting: z.array(attendee).describe("In the order in which a place becomes theirs."),
    notComing: count,
  }) satisfies z.ZodType<ComingView>,
  MyMeetingsView: z.object({
    upcoming: z.array(meetingSummary),
    past: z.array(meetingSummary),
  }) satisfies z.ZodType<MyMeetingsView>,
  InvitationsView: z.object({ meetings: z.array(meetingSummary) }) satisfies z.ZodType<InvitationsView>,
};

export const meetingParts = { MeetingSummary: meetingSummary, AttendeeView: attendee };
