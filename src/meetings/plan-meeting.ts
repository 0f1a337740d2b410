import { kernOf } from "../kernen/index.ts";
import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { askerOf, signedIn } from "./asker.ts";
import { type MeetingsFact, type MeetingView, planMeetingInput } from "./contract.ts";
import { saveLinks } from "./link-store.ts";
import { meetingView } from "./show.ts";
import { findMeeting, insertMeeting } from "./store.ts";
import { judged } from "./wanted.ts";

/**
 * An officer plans a meeting in her kern; everybody sees it at once. Sent again with the same `meeting` it makes no second one. Refuses
 * others, and what judged (wanted.ts) finds wrong.
 */
export const planMeeting = action({
  name: "meetings.plan-meeting",
  kind: "change",
  input: planMeetingInput,
  async run({ tx, actor, now, announce, concerns }, { meeting = newId(), kern, ...given }): Promise<MeetingView> {
    const by = signedIn(actor);
    concerns(`meeting ${meeting}`);
    if (!(await kernOf(tx, kern))) throw new Refused("not-found");
    if (!askerOf(actor, { kern }).officer) throw new Refused("not-allowed");
    const { municipality } = actor;
    const wanted = await judged(tx, kern, given, now);
    const fresh = await insertMeeting(tx, { ...wanted, municipality, meeting, kern, by, at: now });
    const planned = await findMeeting(tx, meeting);
    if (!planned || planned.kern !== kern || planned.plannedBy !== by) throw new Refused("changed-meanwhile");
    if (fresh) {
      await saveLinks(tx, municipality, meeting, wanted.proposals);
      const startsAt = wanted.startsAt.toISOString();
      announce({ fact: "meeting-planned", meeting, kern, startsAt } satisfies MeetingsFact);
    }
    return meetingView(tx, actor, planned, now);
  },
});
