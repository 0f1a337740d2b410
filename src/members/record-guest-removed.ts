import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type GuestRecordedView, type MembersFact, recordGuestRemovedInput } from "./contract.ts";
import { saveRemoved } from "./guest-store.ts";
import { findKernenOf } from "./store.ts";

/**
 * Kernplein itself records that a guest without memberships was taken out of the directory. Who began to take part meanwhile is invited
 * again at once. Refuses people.
 */
export const recordGuestRemoved = action({
  name: "members.record-guest-removed",
  kind: "change",
  input: recordGuestRemovedInput,
  async run({ tx, actor, now, announce, concerns }, { person, oid }): Promise<GuestRecordedView> {
    concerns(`person ${person}`);
    if (actor.person !== null || (actor.channel !== "job" && actor.channel !== "cli")) throw new Refused("not-allowed");
    if (await saveRemoved(tx, person, oid, now)) {
      for (const { kern } of await findKernenOf(tx, person))
        announce({ fact: "guest-missing", person, kern } satisfies MembersFact);
    }
    return { person, webOnly: false };
  },
});
