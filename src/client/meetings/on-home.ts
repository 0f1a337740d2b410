/** One file to fetch for the home of a kern. */
export { AskedMeeting } from "./asked-meeting.tsx";
export { NextMeetings } from "./next-meetings.tsx";
