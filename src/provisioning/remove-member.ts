/** Somebody leaves a kern: she leaves its team. The guest account stays, for she may take part elsewhere. */
import { type GuestDesk, type InKern, teamFor } from "./guests.ts";

/** False when there was nothing to take away. Can run twice. */
export async function removeMember(desk: GuestDesk, { oid, ...where }: InKern & { oid: string }): Promise<boolean> {
  const team = await teamFor(desk, where);
  return team ? desk.workplace.removeMember(where.tenant, team.teamId, oid) : false;
}
