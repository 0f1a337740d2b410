/** Officers, councillors and administrators, as the municipality file names them. */
import type { MunicipalityFile } from "../kernen/index.ts";
import { newId } from "../shared/ids.ts";
import type { Role, Tx } from "../shared/work.ts";
import { insertStaff, keepOnlyGrants, type StaffGrant, saveStaff } from "./staff-store.ts";
import { findPersonByEmail, lockAddress, saveAccount } from "./store.ts";

interface StaffMember {
  name: string;
  email: string;
  phone: string | null;
  photo: string | null;
  grants: { role: Exclude<Role, "resident" | "volunteer">; kern: string }[];
}

/** One entry per address: an officer who is administrator too is one person. Pure. */
export function staffOf(file: Pick<MunicipalityFile, "officers" | "councillors" | "admins">): StaffMember[] {
  const staff = new Map<string, StaffMember>();
  const add = (
    person: { name: string; email: string; phone?: string | undefined; photo?: string | undefined },
    grants: StaffMember["grants"],
  ) => {
    const email = person.email.toLowerCase();
    const known = staff.get(email);
    staff.set(email, {
      name: known?.name ?? person.name,
      email,
      phone: known?.phone ?? person.phone ?? null,
      photo: known?.photo ?? person.photo ?? null,
      grants: [...(known?.grants ?? []), ...grants],
    });
  };
  for (const officer of file.officers)
    add(
      officer,
      officer.kernen.map((kern) => ({ role: "officer", kern })),
    );
  for (const councillor of file.councillors) add(councillor, [{ role: "councillor", kern: "*" }]);
  for (const admin of file.admins) add(admin, [{ role: "admin", kern: "*" }]);
  return [...staff.values()].sort((a, b) => (a.email < b.email ? -1 : 1));
}

/**
 * Makes the file's staff known with exactly the roles it names: who left the file stays a person but loses the role. Twice changes
 * nothing. Their accounts are connected later (`recordStaffAccount`).
 */
export async function syncStaff(tx: Tx, file: MunicipalityFile, now: Date = new Date()): Promise<void> {
  const grants: StaffGrant[] = [];
  for (const { name, email, phone, photo, grants: roles } of staffOf(file)) {
    await lockAddress(tx, email);
    const known = await findPersonByEmail(tx, email);
    const person = known?.person ?? newId();
    if (known) await saveStaff(tx, { person, name, phone, photo });
    else await insertStaff(tx, { person, name, email, phone, photo, createdAt: now });
    grants.push(...roles.map(({ role, kern }) => ({ person, role, kern })));
  }
  await keepOnlyGrants(tx, grants);
}

/** Connects staff with her account in the tenant, found by address. False when nobody here has that address. */
export async function recordStaffAccount(tx: Tx, email: string, oid: string): Promise<boolean> {
  const known = await findPersonByEmail(tx, email.toLowerCase());
  if (known) await saveAccount(tx, known.person, { oid });
  return known !== undefined;
}
