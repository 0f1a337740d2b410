import { Refused } from "../shared/refused.ts";
import { after } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { type InvitationRenewedView, type MembersFact, renewInvitationInput } from "./contract.ts";
import { saveRenewal } from "./guest-store.ts";
import { renewalPauseMs } from "./rules.ts";
import { findMembership, findPerson } from "./store.ts";

/**
 * A resident whose invitation to Teams no longer works gets a new one by mail. Refuses a visitor, who does not take part there, an
 * address that Microsoft does not take, and asking again within ten minutes.
 */
export const renewInvitation = action({
  name: "members.renew-invitation",
  kind: "change",
  input: renewInvitationInput,
  async run({ tx, actor, now, announce, concerns }, { kern }): Promise<InvitationRenewedView> {
    const person = actor.person === null ? undefined : await findPerson(tx, actor.person);
    if (!person) throw new Refused("not-signed-in");
    concerns(`person ${person.person} in ${kern}`);
    if (!(await findMembership(tx, person.person, kern))) throw new Refused("not-a-member");
    if (person.webOnlyReason !== null) throw new Refused("address-refused");
    if (!(await saveRenewal(tx, person.person, now, after(now, -renewalPauseMs)))) throw new Refused("too-many-requests");
    const askedAt = now.toISOString();
    announce({ fact: "invitation-renewal-asked", person: person.person, kern, askedAt } satisfies MembersFact);
    return { mailSentTo: person.email };
  },
});
