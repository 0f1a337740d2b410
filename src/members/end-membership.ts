import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type MembersFact, type MembershipView, personInKernInput } from "./contract.ts";
import { isOfficerOf } from "./rules.ts";
import { endMembership as endInStore } from "./store.ts";

/** The officer takes somebody out of a kern, who asked for it or moved away; what she wrote stays. Refuses others. */
export const endMembership = action({
  name: "members.end-membership",
  kind: "change",
  input: personInKernInput,
  async run({ tx, actor, now, announce, concerns }, { person, kern }): Promise<MembershipView> {
    concerns(`person ${person} in ${kern}`);
    if (!isOfficerOf(actor, kern)) throw new Refused("not-allowed");
    if (!(await endInStore(tx, person, kern, now))) throw new Refused("not-found");
    announce({ fact: "member-left", person, kern } satisfies MembersFact);
    return { person, kern, state: "left" };
  },
});
