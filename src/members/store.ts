/** SQL of people, their memberships and their roles. */
import { sql } from "kysely";
import type { Language, RoleGrant, Tx } from "../shared/work.ts";

/** Municipality of the transaction, for rows that are written. */
export const here = sql<string>`kernplein_municipality()`;

export interface Person {
  person: string;
  name: string;
  email: string;
  language: Language;
  entraOid: string | null;
  webOnlyReason: string | null;
}

function people(tx: Tx) {
  return tx
    .selectFrom("person as p")
    .select([
      "p.person_id as person",
      "p.name",
      "p.email",
      "p.language",
      "p.entra_oid as entraOid",
      "p.web_only_reason as webOnlyReason",
    ])
    .$castTo<Person>();
}

export function findPerson(tx: Tx, person: string): Promise<Person | undefined> {
  return people(tx).where("p.person_id", "=", person).executeTakeFirst();
}

export function findPersonByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  return people(tx).where("p.email", "=", email).executeTakeFirst();
}

export function findPersonByOid(tx: Tx, oid: string): Promise<Person | undefined> {
  return people(tx).where("p.entra_oid", "=", oid).executeTakeFirst();
}

/**
 * Makes whatever happens to this address wait its turn until the transaction ends: asking, confirming and deciding at the same moment
 * cannot make two open requests or two persons. Take it before any row lock.
 */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(kernplein_municipality() || ' ' || ${email}, 0))`.execute(tx);
}

export interface NewPerson {
  person: string;
  name: string;
  email: string;
  language: Language;
  webOnlyReason: string | null;
  createdAt: Date;
}

export async function insertPerson(tx: Tx, person: NewPerson): Promise<void> {
  await tx
    .insertInto("person")
    .values({
      municipality_id: here,
      person_id: person.person,
      name: person.name,
      email: person.email,
      language: person.language,
      web_only_reason: person.webOnlyReason,
      created_at: person.createdAt,
    })
    .execute();
}

/** False when she already took part. Who left before begins anew. */
export async function startMembership(tx: Tx, person: string, kern: string, since: Date): Promise<boolean> {
  const { rows } = await sql`insert into membership (municipality_id, person_id, kern_id, since)
    values (kernplein_municipality(), ${person}, ${kern}, ${since})
    on conflict (municipality_id, person_id, kern_id) do update set since = excluded.since, left_at = null
      where membership.left_at is not null
    returning 1`.execute(tx);
  return rows.length === 1;
}

/** False when she did not take part. */
export async function endMembership(tx: Tx, person: string, kern: string, leftAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("membership")
    .set({ left_at: leftAt })
    .where("person_id", "=", person)
    .where("kern_id", "=", kern)
    .where("left_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Since when she takes part in the kern; undefined when she does not. */
export async function findMembership(tx: Tx, person: string, kern: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom("membership")
    .select("since")
    .where("person_id", "=", person)
    .where("kern_id", "=", kern)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return row?.since;
}

export interface KernOfPerson {
  kern: string;
  name: string;
  accent: string;
  silhouette: string;
}

export function findKernenOf(tx: Tx, person: string): Promise<KernOfPerson[]> {
  return tx
    .selectFrom("membership as m")
    .innerJoin("kern as k", "k.kern_id", "m.kern_id")
    .select(["k.kern_id as kern", "k.name", "k.accent", "k.silhouette"])
    .where("m.person_id", "=", person)
    .where("m.left_at", "is", null)
    .orderBy("k.name")
    .execute();
}

/** Everybody who takes part in the kern. */
export function findMembers(tx: Tx, kern: string): Promise<Person[]> {
  return people(tx)
    .innerJoin("membership as m", "m.person_id", "p.person_id")
    .where("m.kern_id", "=", kern)
    .where("m.left_at", "is", null)
    .orderBy("p.person_id")
    .execute();
}

export async function countMembers(tx: Tx, kern: string): Promise<number> {
  const { members } = await tx
    .selectFrom("membership")
    .select((eb) => eb.fn.countAll<number>().as("members"))
    .where("kern_id", "=", kern)
    .where("left_at", "is", null)
    .executeTakeFirstOrThrow();
  return members;
}

/** Memberships as roles of a resident, then the roles that were granted. */
export async function findRoles(tx: Tx, person: string): Promise<{ resident: RoleGrant[]; granted: RoleGrant[] }> {
  const memberships = await tx
    .selectFrom("membership")
    .select("kern_id")
    .where("person_id", "=", person)
    .where("left_at", "is", null)
    .orderBy("kern_id")
    .execute();
  const grants = await tx
    .selectFrom("role_grant")
    .select(["role", "kern_id"])
    .where("person_id", "=", person)
    .orderBy("role")
    .orderBy("kern_id")
    .execute();
  return {
    resident: memberships.map(({ kern_id }) => ({ role: "resident", kern: kern_id })),
    granted: grants.map(({ role, kern_id }) => ({ role: role as RoleGrant["role"], kern: kern_id === "*" ? null : kern_id })),
  };
}

export interface Officer extends Person {
  phone: string | null;
}

export function findOfficers(tx: Tx, kern: string): Promise<Officer[]> {
  return people(tx)
    .select("p.phone")
    .where("p.person_id", "in", (eb) =>
      eb.selectFrom("role_grant").select("person_id").where("role", "=", "officer").where("kern_id", "in", [kern, "*"]),
    )
    .orderBy("p.name")
    .$castTo<Officer>()
    .execute();
}

export async function saveLanguage(tx: Tx, person: string, language: Language): Promise<void> {
  await tx.updateTable("person").set({ language }).where("person_id", "=", person).execute();
}

/** Connects a person with her account in the municipality's tenant, or records why she has none. */
export async function saveAccount(tx: Tx, person: string, account: { oid: string } | { webOnlyReason: string }): Promise<void> {
  const values =
    "oid" in account ? { entra_oid: account.oid, web_only_reason: null } : { web_only_reason: account.webOnlyReason };
  await tx.updateTable("person").set(values).where("person_id", "=", person).execute();
}
