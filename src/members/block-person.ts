import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { endSessions, findBlock, insertBlock } from "./block-store.ts";
import { blockPersonInput, type MembersFact, type PersonBlockedView } from "./contract.ts";
import { isOfficerOf } from "./rules.ts";
import { findMembership, findPerson, hasStaffRole } from "./store.ts";

/**
 * Keeps somebody out of the whole square, for a while or until it is lifted: signed out at once, without rights, out of the teams. She
 * is told why and until when. Refuses who is no officer of a kern she takes part in, staff, and who is blocked already.
 */
export const blockPerson = action({
  name: "members.block-person",
  kind: "change",
  input: blockPersonInput,
  async run({ tx, actor, now, announce, concerns }, { person, kern, reason, until }): Promise<PersonBlockedView> {
    concerns(`person ${person}`);
    if (!isOfficerOf(actor, kern) || actor.person === null || actor.person === person) throw new Refused("not-allowed");
    if (!(await findPerson(tx, person)) || !(await findMembership(tx, person, kern))) throw new Refused("not-found");
    if (await hasStaffRole(tx, person)) throw new Refused("not-allowed");
    if (until !== null && new Date(until) <= now) {
      throw new Refused("invalid-input", { fields: [{ path: "until", message: "in-the-past" }] });
    }
    if (await findBlock(tx, person, now)) throw new Refused("changed-meanwhile");
    const block = { block: newId(), person, kern, reason, since: now, until: until === null ? null : new Date(until) };
    await insertBlock(tx, { ...block, blockedBy: actor.person });
    await endSessions(tx, person, now);
    const end = block.until?.toISOString() ?? null;
    announce({ fact: "member-blocked", person, kern, reason, until: end } satisfies MembersFact);
    return { person, blocked: true, until: end };
  },
});
