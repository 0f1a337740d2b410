import { action } from "../shared/work.ts";
import { type MeetingsFact, viewMeetingInput } from "./contract.ts";
import { remindsNow } from "./rules.ts";
import { lockMeeting, saveReminded } from "./store.ts";

/** The day before has come: says so once for each beginning, when the meeting still stands. Done by Kernplein itself. */
export const remindOfMeeting = action({
  name: "meetings.remind-of-meeting",
  kind: "change",
  input: viewMeetingInput,
  async run({ tx, now, announce, concerns }, { meeting }): Promise<void> {
    concerns(`meeting ${meeting}`);
    const found = await lockMeeting(tx, meeting);
    if (!found || !remindsNow(found, now)) return;
    await saveReminded(tx, meeting, now);
    const startsAt = found.startsAt.toISOString();
    announce({ fact: "meeting-day-near", meeting, kern: found.kern, startsAt } satisfies MeetingsFact);
  },
});
