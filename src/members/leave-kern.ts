import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type KernLeftView, leaveKernInput, type MembersFact } from "./contract.ts";
import { endMembership } from "./store.ts";

/** A resident stops taking part in a kern; what she wrote stays. Refuses who does not take part there. */
export const leaveKern = action({
  name: "members.leave-kern",
  kind: "change",
  input: leaveKernInput,
  async run({ tx, actor, now, announce, concerns }, { kern }): Promise<KernLeftView> {
    concerns(`kern ${kern}`);
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!(await endMembership(tx, actor.person, kern, now))) throw new Refused("not-a-member");
    announce({ fact: "member-left", person: actor.person, kern } satisfies MembersFact);
    return { left: kern };
  },
});
