/** Front door of meetings. */
export { addGuest } from "./add-guest.ts";
export { answerInvitation } from "./answer-invitation.ts";
export { type CalendarMail, calendarForMail, calendarText } from "./calendar.ts";
export { cancelMeeting } from "./cancel-meeting.ts";
export { changeMeeting } from "./change-meeting.ts";
export { listInvitations } from "./list-invitations.ts";
export { listLedMeetings } from "./list-led-meetings.ts";
export { listMeetings } from "./list-meetings.ts";
export { listMyMeetings } from "./list-my-meetings.ts";
export { planMeeting } from "./plan-meeting.ts";
export { makeMeetingsReactions } from "./reactions.ts";
export {
  invited,
  type MeetingForCard,
  type MeetingForMail,
  meetingForCard,
  meetingForMail,
  meetingsBeginningIn,
  meetingTitle,
  type WeekMeeting,
} from "./reads.ts";
export { removeGuest } from "./remove-guest.ts";
export { viewComing } from "./view-coming.ts";
export { viewKernCalendar } from "./view-kern-calendar.ts";
export { viewMeeting } from "./view-meeting.ts";
export { viewMeetingCalendar } from "./view-meeting-calendar.ts";
export { writeMinutes } from "./write-minutes.ts";
