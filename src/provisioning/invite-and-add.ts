/** A new member of a kern becomes a guest of the municipality and a member of the kern's team. */
import { canBeGuest } from "./guest-rules.ts";
import { type GuestDesk, type InKern, teamFor } from "./guests.ts";

export interface NewGuest extends InKern {
  person: { id: string; email: string; name: string; language: "nl" | "en" };
  /** The link of an invitation that she has not accepted yet. */
  pendingLink?: string | null;
  /** Her account as it was taken out of the directory, less than 30 days ago. */
  removedOid?: string | null;
  /** Asks Microsoft for a new link, also when she is a guest already. */
  renew?: boolean;
}

/** `redeemUrl`: the link for our own mail, which accepts the invitation when that is `pending`, and opens the team. */
export type Welcome = { oid: string; redeemUrl: string; pending: boolean } | { webOnly: "no-team-yet" | "address-refused" };

/**
 * Can run twice: who is in the directory already is not invited again (for her the team's own link does the same), and who is in the
 * team already stays in it. Who was taken out of the directory comes back as who she was. An address that Microsoft does not take makes
 * the person web-only, as does a kern without a team; every other failure is thrown, so that the job is tried again.
 */
export async function inviteAndAdd(desk: GuestDesk, guest: NewGuest): Promise<Welcome> {
  const { person, pendingLink = null, ...where } = guest;
  const team = await teamFor(desk, where);
  if (!team) return { webOnly: "no-team-yet" };
  if (!canBeGuest(person.email)) return { webOnly: "address-refused" };
  const known = guest.renew ? null : await findAccount(desk, guest);
  const invited = known
    ? { personId: known, redeemUrl: pendingLink ?? team.url, pending: pendingLink !== null }
    : await invite(desk, guest);
  if ("refused" in invited) return { webOnly: "address-refused" };
  await desk.workplace.addMember(where.tenant, team.teamId, invited.personId);
  return { oid: invited.personId, redeemUrl: invited.redeemUrl, pending: invited.pending };
}

async function invite({ workplace, landingUrl }: GuestDesk, { tenant, person }: NewGuest) {
  const invited = await workplace.invite(tenant, { email: person.email, name: person.name, landingUrl });
  return "refused" in invited ? invited : { ...invited, pending: true };
}

async function findAccount({ workplace }: GuestDesk, { tenant, person, removedOid }: NewGuest): Promise<string | null> {
  const known = (await workplace.findPeople(tenant, [person.email])).get(person.email.toLowerCase());
  if (known) return known.id;
  return removedOid && (await workplace.restoreGuest(tenant, removedOid)) ? removedOid : null;
}
