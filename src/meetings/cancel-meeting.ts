import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { cancelMeetingInput, type MeetingsFact, type MeetingView } from "./contract.ts";
import { loadToChange } from "./load.ts";
import { refuseArranging } from "./rules.ts";
import { meetingView } from "./show.ts";
import { findMeeting, saveCancelling } from "./store.ts";

/**
 * An officer calls a meeting of her kern off, with a reason that everybody reads and that who comes or waits gets by mail. It stays to be
 * seen and cannot be taken back. Said again it changes nothing. Refuses others, and a meeting that is over.
 */
export const cancelMeeting = action({
  name: "meetings.cancel-meeting",
  kind: "change",
  input: cancelMeetingInput,
  async run({ tx, actor, now, announce, concerns }, { meeting, reason }): Promise<MeetingView> {
    signedIn(actor);
    concerns(`meeting ${meeting}`);
    const { found, asker } = await loadToChange(tx, actor, meeting);
    const refusal = refuseArranging(found, asker, now);
    if (refusal === "meeting-cancelled") return meetingView(tx, actor, found, now);
    if (refusal) throw new Refused(refusal);
    await saveCancelling(tx, meeting, reason, now);
    const { kern, version } = found;
    announce({ fact: "meeting-cancelled", meeting, kern, version: version + 1 } satisfies MeetingsFact);
    return meetingView(tx, actor, (await findMeeting(tx, meeting)) ?? found, now);
  },
});
