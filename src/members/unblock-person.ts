import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { liftBlocks } from "./block-store.ts";
import { type MembersFact, type PersonBlockedView, personInKernInput } from "./contract.ts";
import { isOfficerOf } from "./rules.ts";
import { findMembership } from "./store.ts";

/** Lets somebody in again before the end of her block. Refuses who is no officer of a kern she takes part in; twice changes nothing. */
export const unblockPerson = action({
  name: "members.unblock-person",
  kind: "change",
  input: personInKernInput,
  async run({ tx, actor, now, announce, concerns }, { person, kern }): Promise<PersonBlockedView> {
    concerns(`person ${person}`);
    if (!isOfficerOf(actor, kern) || actor.person === null) throw new Refused("not-allowed");
    if (!(await findMembership(tx, person, kern))) throw new Refused("not-found");
    if (await liftBlocks(tx, person, actor.person, now))
      announce({ fact: "member-unblocked", person, kern } satisfies MembersFact);
    return { person, blocked: false, until: null };
  },
});
