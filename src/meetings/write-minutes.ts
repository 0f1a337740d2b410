import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type MeetingsFact, type MeetingView, writeMinutesInput } from "./contract.ts";
import { loadToChange } from "./load.ts";
import { refuseMinutes } from "./rules.ts";
import { meetingView } from "./show.ts";
import { findMeeting, saveMinutes } from "./store.ts";

/**
 * What was said and how many were there, for everybody to read; written again it replaces the former. Who said she would come gets a
 * mail, of the first only. Refuses others than officers of the kern, a meeting that was cancelled or has not begun.
 */
export const writeMinutes = action({
  name: "meetings.write-minutes",
  kind: "change",
  input: writeMinutesInput,
  async run({ tx, actor, now, announce, concerns }, { meeting, text, attended }): Promise<MeetingView> {
    signedIn(actor);
    concerns(`meeting ${meeting}`);
    const { found, asker } = await loadToChange(tx, actor, meeting);
    const refusal = refuseMinutes(found, asker, now);
    if (refusal) throw new Refused(refusal);
    await saveMinutes(tx, meeting, { text, attended, at: now });
    announce({ fact: "minutes-written", meeting, kern: found.kern } satisfies MeetingsFact);
    return meetingView(tx, actor, (await findMeeting(tx, meeting)) ?? found, now);
  },
});
