import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { findGuest, removeAttendee } from "./attendee-store.ts";
import { type ComingView, removeGuestInput } from "./contract.ts";
import { loadToChange } from "./load.ts";
import { refuseArranging } from "./rules.ts";
import { settle } from "./settle.ts";
import { comingView } from "./show-coming.ts";

/**
 * An officer takes somebody without e-mail off again; her place goes to who waits longest. Who answered herself cannot be taken off.
 * Somebody who is not (or no longer) on the list changes nothing. Refuses others, and a meeting that was cancelled or is over.
 */
export const removeGuest = action({
  name: "meetings.remove-guest",
  kind: "change",
  input: removeGuestInput,
  async run(work, { meeting, attendee }): Promise<ComingView> {
    const { tx, actor, now, concerns } = work;
    signedIn(actor);
    concerns(`meeting ${meeting}`);
    const { found, asker } = await loadToChange(tx, actor, meeting);
    const refusal = refuseArranging(found, asker, now);
    if (refusal) throw new Refused(refusal);
    if (await findGuest(tx, meeting, attendee)) {
      await removeAttendee(tx, meeting, attendee);
      await settle(work, found);
    }
    return comingView(tx, found);
  },
});
