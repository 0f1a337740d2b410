/** A new member of a kern becomes a guest of the municipality and a member of the kern's team. */
import { canBeGuest } from "./guest-rules.ts";
import { type GuestDesk, type InKern, teamFor } from "./guests.ts";

export interface NewGuest extends InKern {
  person: { id: string; email: string; name: string; language: "nl" | "en" };
}

/** `redeemUrl`: the link for our own mail, which accepts the invitation and opens the team. */
export type Welcome = { oid: string; redeemUrl: string } | { webOnly: "no-team-yet" | "address-refused" };

/**
 * Can run twice: who is in the directory already is not invited again (for her the team's own link does the same), and who is in the
 * team already stays in it. An address that Microsoft does not take makes the person web-only, as does a kern without a team; every
 * other failure is thrown, so that the job is tried again.
 */
export async function inviteAndAdd(desk: GuestDesk, { person, ...where }: NewGuest): Promise<Welcome> {
  const { workplace, landingUrl } = desk;
  const team = await teamFor(desk, where);
  if (!team) return { webOnly: "no-team-yet" };
  if (!canBeGuest(person.email)) return { webOnly: "address-refused" };
  const known = (await workplace.findPeople(where.tenant, [person.email])).get(person.email.toLowerCase());
  const invited = known
    ? { personId: known.id, redeemUrl: team.url }
    : await workplace.invite(where.tenant, { email: person.email, name: person.name, landingUrl });
  if ("refused" in invited) return { webOnly: "address-refused" };
  await workplace.addMember(where.tenant, team.teamId, invited.personId);
  return { oid: invited.personId, redeemUrl: invited.redeemUrl };
}
