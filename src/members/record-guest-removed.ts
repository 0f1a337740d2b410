import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type GuestRecordedView, recordGuestRemovedInput } from "./contract.ts";
import { saveRemoved } from "./guest-store.ts";
import { letIn } from "./let-in.ts";
import { findKernenOf } from "./store.ts";

/**
 * Kernplein itself records that a guest without memberships was taken out of the directory. Who began to take part meanwhile is invited
 * again at once. Refuses people.
 */
export const recordGuestRemoved = action({
  name: "members.record-guest-removed",
  kind: "change",
  input: recordGuestRemovedInput,
  async run(work, { person, oid }): Promise<GuestRecordedView> {
    const { tx, actor, now, concerns } = work;
    concerns(`person ${person}`);
    if (actor.person !== null || (actor.channel !== "job" && actor.channel !== "cli")) throw new Refused("not-allowed");
    if (await saveRemoved(tx, person, oid, now)) {
      const kernen = await findKernenOf(tx, person);
      await letIn(
        work,
        "guest-missing",
        kernen.map(({ kern }) => ({ person, kern })),
      );
    }
    return { person, webOnly: false };
  },
});
