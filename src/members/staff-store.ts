/** SQL of staff: persons with roles out of the municipality file. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import { here } from "./store.ts";

export interface StaffGrant {
  person: string;
  role: "officer" | "councillor" | "admin";
  /** Slug, or "*" for every kern. */
  kern: string;
}

export async function insertStaff(
  tx: Tx,
  staff: { person: string; name: string; email: string; phone: string | null; photo: string | null; createdAt: Date },
): Promise<void> {
  await tx
    .insertInto("person")
    .values({
      municipality_id: here,
      person_id: staff.person,
      name: staff.name,
      email: staff.email,
      phone: staff.phone,
      photo_url: staff.photo,
      created_at: staff.createdAt,
    })
    .execute();
}

export async function saveStaff(
  tx: Tx,
  staff: { person: string; name: string; phone: string | null; photo: string | null },
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ name: staff.name, phone: staff.phone, photo_url: staff.photo })
    .where("person_id", "=", staff.person)
    .execute();
}

/** Leaves exactly these roles of staff; volunteers, whom no file names, are left alone. */
export async function keepOnlyGrants(tx: Tx, grants: readonly StaffGrant[]): Promise<void> {
  const persons = sql`${grants.map((grant) => grant.person)}::uuid[]`;
  const roles = sql`${grants.map((grant) => grant.role)}::text[]`;
  const kernen = sql`${grants.map((grant) => grant.kern)}::text[]`;
  await sql`delete from role_grant where role in ('officer', 'councillor', 'admin')
    and (person_id, role, kern_id) not in (select * from unnest(${persons}, ${roles}, ${kernen}))`.execute(tx);
  await sql`insert into role_grant (municipality_id, person_id, role, kern_id)
    select kernplein_municipality(), wanted.* from unnest(${persons}, ${roles}, ${kernen}) as wanted
    on conflict do nothing`.execute(tx);
}
