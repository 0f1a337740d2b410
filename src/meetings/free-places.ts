import { z } from "zod";
import { blockOf, membershipOf } from "../members/index.ts";
import { action } from "../shared/work.ts";
import { comingTo, removeAttendee, standingOfPerson } from "./attendee-store.ts";
import { refuseAnswer } from "./rules.ts";
import { settle } from "./settle.ts";
import { lockMeeting } from "./store.ts";

/**
 * Who no longer takes part in a kern, or was blocked, no longer comes to its meetings; her places go to who waits. A block keeps her out of
 * the whole square, so then it is every kern. Her answer is taken out rather than turned into a no, which she never said: when she is back
 * she is asked again. Meetings where nobody answers any more (begun, cancelled) stay as they are. Done by Kernplein itself; changes
 * nothing a second time, nor for who may take part again meanwhile.
 */
export const freePlaces = action({
  name: "meetings.free-places",
  kind: "change",
  input: z.object({ person: z.uuid("invalid-id") }),
  async run(work, { person }): Promise<void> {
    const { tx, now, concerns } = work;
    concerns(`person ${person}`);
    const blocked = (await blockOf(tx, person, now)) !== undefined;
    for (const meeting of await comingTo(tx, person, now)) {
      const found = await lockMeeting(tx, meeting);
      const standing = await standingOfPerson(tx, meeting, person);
      if (!found || !standing || refuseAnswer(found, { officer: false, member: true }, now)) continue;
      if (!blocked && (await membershipOf(tx, person, found.kern))) continue;
      await removeAttendee(tx, meeting, standing.attendee);
      await settle(work, found);
    }
  },
});
