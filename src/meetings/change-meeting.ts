import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { changeMeetingInput, type MeetingsFact, type MeetingView } from "./contract.ts";
import { saveLinks } from "./link-store.ts";
import { loadToChange } from "./load.ts";
import { isMoved, refuseArranging } from "./rules.ts";
import { settle } from "./settle.ts";
import { meetingView } from "./show.ts";
import { findMeeting, saveContent } from "./store.ts";
import { judged } from "./wanted.ts";

/**
 * An officer changes a meeting of her kern. Another time or place is told to who comes or waits; they keep their places. More room lets
 * in who waits; less room sends nobody away. Refuses others, a meeting that was cancelled or is over, and a change made on an older
 * version ("changed-meanwhile").
 */
export const changeMeeting = action({
  name: "meetings.change-meeting",
  kind: "change",
  input: changeMeetingInput,
  async run(work, { meeting, version, ...given }): Promise<MeetingView> {
    const { tx, actor, now, announce, concerns } = work;
    signedIn(actor);
    concerns(`meeting ${meeting}`);
    const { found, asker } = await loadToChange(tx, actor, meeting);
    const refusal = refuseArranging(found, asker, now);
    if (refusal) throw new Refused(refusal);
    if (version !== found.version) throw new Refused("changed-meanwhile", { version: found.version });
    const { kern } = found;
    const wanted = await judged(tx, kern, given, now, found);
    const startSet = wanted.startsAt.getTime() !== found.startsAt.getTime();
    await saveContent(tx, meeting, wanted, { at: now, startSet });
    await saveLinks(tx, actor.municipality, meeting, wanted.proposals);
    const startsAt = wanted.startsAt.toISOString();
    const told = { meeting, kern, startsAt, moved: isMoved(found, wanted), version: found.version + 1 };
    announce({ fact: "meeting-changed", ...told } satisfies MeetingsFact);
    if (wanted.capacity !== found.capacity) await settle(work, { ...found, ...wanted });
    return meetingView(tx, actor, (await findMeeting(tx, meeting)) ?? found, now);
  },
});
