import { kernOf } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { plainAddress } from "./address.ts";
import { refuseBlocked } from "./block-store.ts";
import { type InvitationMade, invitePersonInput } from "./contract.ts";
import { enrolPerson } from "./enrol.ts";
import { letIn } from "./let-in.ts";
import { findKnown } from "./people-store.ts";
import { isOfficerOf } from "./rules.ts";
import { findMembership, findPerson, lockAddress } from "./store.ts";

/**
 * The officer invites one person, who is a member from now on; the invitation and its mail follow. Refuses who is no officer there, who
 * takes part already, a second spelling of a known mailbox ("already-a-member", with `knownAs`) and who is blocked.
 */
export const invitePerson = action({
  name: "members.invite-person",
  kind: "change",
  input: invitePersonInput,
  async run(work, { kern, name, email, language, consent }): Promise<InvitationMade> {
    const { tx, actor, now, concerns } = work;
    concerns(`kern ${kern}`);
    if (!isOfficerOf(actor, kern) || actor.person === null) throw new Refused("not-allowed");
    if (!(await kernOf(tx, kern))) throw new Refused("not-found");
    await lockAddress(tx, email);
    const known = await findKnown(tx, [plainAddress(email)], now);
    const same = known.find((person) => person.email === email);
    if (same) await refuseBlocked(tx, same.person, now);
    if (same && (await findMembership(tx, same.person, kern))) throw new Refused("already-a-member");
    if (!same && known[0]) throw new Refused("already-a-member", { knownAs: known[0].email });
    const invited = { officer: actor.person, consent };
    const { person } = await enrolPerson(tx, { kern, name, email, language, since: now, invited });
    concerns(`person ${person}`);
    await letIn(work, "member-accepted", [{ person, kern }]);
    return { person, webOnly: (await findPerson(tx, person))?.webOnlyReason !== null };
  },
});
