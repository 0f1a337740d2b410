import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type GuestRecordedView, type MembersFact, recordGuestInput } from "./contract.ts";
import { saveInvitation } from "./guest-store.ts";
import { findInvitedBy, findPerson, saveAccount } from "./store.ts";
import { endWaiting } from "./waiting-store.ts";

/**
 * Kernplein itself records what came of inviting a new member: her account in the tenant, or that she takes part by web only. Her
 * welcome mail follows. A kern without a team leaves her account open: she is invited once it has one. Refuses people.
 */
export const recordGuest = action({
  name: "members.record-guest",
  kind: "change",
  input: recordGuestInput,
  async run({ tx, actor, now, announce, concerns }, { person, kern, outcome, renewal }): Promise<GuestRecordedView> {
    concerns(`person ${person}`);
    if (actor.person !== null || (actor.channel !== "job" && actor.channel !== "cli")) throw new Refused("not-allowed");
    if (!(await findPerson(tx, person))) throw new Refused("not-found");
    const invited = "oid" in outcome;
    if (invited) {
      await saveAccount(tx, person, { oid: outcome.oid });
      await saveInvitation(tx, person, outcome.pending ? outcome.redeemUrl : null, now);
    } else if (outcome.webOnly === "address-refused") await saveAccount(tx, person, { webOnlyReason: outcome.webOnly });
    await endWaiting(tx, person, kern);
    const redeemUrl = invited ? outcome.redeemUrl : null;
    announce({ fact: "guest-recorded", person, kern, redeemUrl, renewal } satisfies MembersFact);
    if (renewal === null && (await findInvitedBy(tx, person, kern))?.invitedBy) {
      announce({ fact: "invitation-made", person, kern, at: now.toISOString() } satisfies MembersFact);
    }
    return { person, webOnly: !invited };
  },
});
