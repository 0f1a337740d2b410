/** Many people of the directory become members of a kern's team at once. */
import { Refused } from "../shared/refused.ts";
import { type GuestDesk, type InKern, teamFor } from "./guests.ts";

/** Gives who could not be added, with Microsoft's reason. Refuses with "not-configured" when the kern has no team. */
export async function addMembers(
  desk: GuestDesk,
  { oids, ...where }: InKern & { oids: readonly string[] },
): Promise<Map<string, string>> {
  const team = await teamFor(desk, where);
  if (!team) throw new Refused("not-configured", { kern: where.kern });
  return desk.workplace.addMembers(where.tenant, team.teamId, oids);
}
