import { z } from "zod";
import { kernId } from "../kernen/contract.ts";
import { membershipOf } from "../members/index.ts";
import { action } from "../shared/work.ts";
import { comingTo, removeAttendee, standingOfPerson } from "./attendee-store.ts";
import { settle } from "./settle.ts";
import { lockMeeting } from "./store.ts";

/**
 * Who no longer takes part in a kern no longer comes to its meetings; her places go to who waits. Done by Kernplein itself. Changes
 * nothing for who takes part again meanwhile.
 */
export const freePlaces = action({
  name: "meetings.free-places",
  kind: "change",
  input: z.object({ person: z.uuid("invalid-id"), kern: kernId }),
  async run(work, { person, kern }): Promise<void> {
    const { tx, now, concerns } = work;
    concerns(`person ${person} in ${kern}`);
    if (await membershipOf(tx, person, kern)) return;
    for (const meeting of await comingTo(tx, kern, person, now)) {
      const found = await lockMeeting(tx, meeting);
      const standing = await standingOfPerson(tx, meeting, person);
      if (!found || !standing) continue;
      await removeAttendee(tx, meeting, standing.attendee);
      await settle(work, found);
    }
  },
});
