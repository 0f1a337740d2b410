/** SQL of declared addresses. The roll of a poll reads them when it is fixed; nobody else does. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { AddressView } from "./contract.ts";

type Address = NonNullable<AddressView["address"]>;

export async function findAddress(tx: Tx, person: string): Promise<Address | null> {
  const { rows } = await sql<Address>`select postcode, house_number as "houseNumber", addition from declared_address
    where municipality_id = kernplein_municipality() and person_id = ${person}`.execute(tx);
  return rows[0] ?? null;
}

export async function saveAddress(tx: Tx, person: string, { postcode, houseNumber, addition }: Address, at: Date): Promise<void> {
  await sql`insert into declared_address (municipality_id, person_id, postcode, house_number, addition, declared_at)
    values (kernplein_municipality(), ${person}, ${postcode}, ${houseNumber}, ${addition}, ${at})
    on conflict (municipality_id, person_id) do update set postcode = excluded.postcode, house_number = excluded.house_number,
      addition = excluded.addition, declared_at = excluded.declared_at`.execute(tx);
}

export async function deleteAddress(tx: Tx, person: string): Promise<void> {
  await sql`delete from declared_address where municipality_id = kernplein_municipality() and person_id = ${person}`.execute(tx);
}

/** Whether one of the kernen in which she takes part has this postcode (its four digits). */
export async function liesInOwnKern(tx: Tx, person: string, postcode: string): Promise<boolean> {
  const { rows } =
    await sql`select from membership m join kern k on k.municipality_id = m.municipality_id and k.kern_id = m.kern_id
    where m.municipality_id = kernplein_municipality() and m.person_id = ${person} and m.left_at is null
      and left(${postcode}, 4) = any(k.postcodes) limit 1`.execute(tx);
  return rows.length > 0;
}
