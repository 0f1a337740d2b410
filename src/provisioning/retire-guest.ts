/** A guest account that nothing needs any longer leaves the directory; Microsoft gives it back for 30 days. */
import type { GuestDesk } from "./guests.ts";

export interface Retiring {
  tenant: string;
  oid: string;
  email: string;
}

/**
 * Takes out a guest with this very address and id, nobody else: an employee or somebody else's guest with the address stays. False when
 * there was nothing to take out. Can run twice.
 */
export async function retireGuest(
  { workplace }: Pick<GuestDesk, "workplace">,
  { tenant, oid, email }: Retiring,
): Promise<boolean> {
  const found = (await workplace.findPeople(tenant, [email])).get(email.toLowerCase());
  if (!found?.guest || found.id !== oid) return false;
  return workplace.deleteGuest(tenant, oid);
}
