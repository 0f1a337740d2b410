import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type MeetingView, viewMeetingInput } from "./contract.ts";
import { loadMeeting } from "./load.ts";
import { meetingView } from "./show.ts";

/** One meeting, for everybody of the municipality who is signed in: how many come, never who. */
export const viewMeeting = action({
  name: "meetings.view-meeting",
  kind: "view",
  input: viewMeetingInput,
  async run({ tx, actor, now }, { meeting }): Promise<MeetingView> {
    signedIn(actor);
    const { found } = await loadMeeting(tx, actor, meeting);
    return meetingView(tx, actor, found, now);
  },
});
