import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { refuseBlocked } from "./block-store.ts";
import { type MembershipView, personInKernInput } from "./contract.ts";
import { restorableMs } from "./guest-state.ts";
import { letIn } from "./let-in.ts";
import { isOfficerOf } from "./rules.ts";
import { findLeftAt, resumeMembership } from "./store.ts";

/**
 * Gives somebody back who left a kern no more than 30 days ago, as if she had not: her guest account comes back with her. Later she is
 * invited anew ("link-expired"). Refuses who is no officer there, and who is blocked.
 */
export const restoreMembership = action({
  name: "members.restore-membership",
  kind: "change",
  input: personInKernInput,
  async run(work, { person, kern }): Promise<MembershipView> {
    const { tx, actor, now, concerns } = work;
    concerns(`person ${person} in ${kern}`);
    if (!isOfficerOf(actor, kern)) throw new Refused("not-allowed");
    const leftAt = await findLeftAt(tx, person, kern);
    if (!leftAt) throw new Refused("not-found");
    if (now.getTime() - leftAt.getTime() >= restorableMs) throw new Refused("link-expired");
    await refuseBlocked(tx, person, now);
    if (await resumeMembership(tx, person, kern)) await letIn(work, "member-accepted", [{ person, kern }]);
    return { person, kern, state: "member" };
  },
});
