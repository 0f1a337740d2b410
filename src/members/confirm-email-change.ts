import { fingerprint } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { refuseBlocked } from "./block-store.ts";
import { confirmEmailChangeInput, type EmailChangedView, type MembersFact } from "./contract.ts";
import { closeEmailChanges, findEmailChange, lockEmailChange } from "./email-change-store.ts";
import { webOnlyReasonOf } from "./enrol.ts";
import { forgetGuest } from "./guest-store.ts";
import { refuseLink } from "./rules.ts";
import { findPerson, findPersonByEmail, hasStaffRole, lockAddress, saveAddress } from "./store.ts";

/**
 * Whoever holds the link from the new mailbox confirms it. She is then another guest for Microsoft: the former account goes, the new
 * address is invited. Staff keep their account. Refuses an unknown, a used and an expired link, and an address that somebody else has by
 * now ("already-a-member").
 */
export const confirmEmailChange = action({
  name: "members.confirm-email-change",
  kind: "change",
  input: confirmEmailChangeInput,
  async run({ tx, now, announce, concerns }, { token }): Promise<EmailChangedView> {
    const tokenFingerprint = fingerprint(token);
    const seen = await findEmailChange(tx, tokenFingerprint);
    if (!seen) throw new Refused("not-found");
    await lockAddress(tx, seen.email);
    const change = await lockEmailChange(tx, tokenFingerprint);
    const person = change && (await findPerson(tx, change.person));
    if (!change || !person) throw new Refused("not-found");
    concerns(`person ${person.person}`);
    const refusal = refuseLink(change, now);
    if (refusal) throw new Refused(refusal);
    await refuseBlocked(tx, person.person, now);
    const holder = await findPersonByEmail(tx, change.email);
    if (holder && holder.person !== person.person) throw new Refused("already-a-member");

    await closeEmailChanges(tx, person.person, tokenFingerprint, now);
    const webOnlyReason = webOnlyReasonOf(change.email);
    const view = { email: change.email, webOnly: webOnlyReason !== null };
    if (holder) return view;
    const staff = await hasStaffRole(tx, person.person);
    const entraOid = staff ? person.entraOid : null;
    await saveAddress(tx, person.person, { email: change.email, entraOid, webOnlyReason });
    if (!staff) await forgetGuest(tx, person.person);
    const formerOid = staff ? null : person.entraOid;
    announce({ fact: "email-changed", person: person.person, formerEmail: person.email, formerOid } satisfies MembersFact);
    return view;
  },
});
