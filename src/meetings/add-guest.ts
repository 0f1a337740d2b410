import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { findGuest, putStanding } from "./attendee-store.ts";
import { addGuestInput, type ComingView } from "./contract.ts";
import { loadToChange } from "./load.ts";
import { refuseArranging, standingOf } from "./rules.ts";
import { settle } from "./settle.ts";
import { comingView } from "./show-coming.ts";

/**
 * An officer writes down somebody without e-mail, by name. She counts as coming and stands in the same line as everybody: when it is
 * full, she waits. Sent again with the same `attendee` it changes nothing. Refuses others, and a meeting that was cancelled or is over.
 */
export const addGuest = action({
  name: "meetings.add-guest",
  kind: "change",
  input: addGuestInput,
  async run(work, { meeting, attendee = newId(), name }): Promise<ComingView> {
    const { tx, actor, now, concerns } = work;
    signedIn(actor);
    concerns(`meeting ${meeting}`);
    const { found, asker } = await loadToChange(tx, actor, meeting);
    const refusal = refuseArranging(found, asker, now);
    if (refusal) throw new Refused(refusal);
    if (!(await findGuest(tx, meeting, attendee))) {
      const place = found.nextPlace;
      const { municipality } = actor;
      const standing = standingOf(found);
      await putStanding(tx, { municipality, meeting, attendee, who: { guest: name }, standing, place, at: now });
      await settle(work, found, place + 1);
    }
    return comingView(tx, found);
  },
});
