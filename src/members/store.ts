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

/** By whom somebody was invited and on what consent. */
export interface InvitedBy {
  officer: string;
  consent: string;
}

/** False when she already took part. Who left before begins anew. `invited` is null for who asked herself. */
export async function startMembership(
  tx: Tx,
  person: string,
  kern: string,
  since: Date,
  invited: InvitedBy | null = null,
): Promise<boolean> {
  const { rows } = await sql`insert into membership (municipality_id, person_id, kern_id, since, invited_by, consent_basis)
    values (kernplein_municipality(), ${person}, ${kern}, ${since}, ${invited?.officer ?? null}, ${invited?.consent ?? null})
    on conflict (municipality_id, person_id, kern_id) do update set since = excluded.since, left_at = null,
      invited_by = excluded.invited_by, consent_basis = excluded.consent_basis, seen_in_team_at = null
      where membership.left_at is not null
    returning 1`.execute(tx);
  return rows.length === 1;
}

/** False when she did not take part. */
export async function endMembership(tx: Tx, person: string, kern: string, leftAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("membership")
    .set({ left_at: leftAt, waits_for_team_since: null })
    .where("person_id", "=", person)
    .where("kern_id", "=", kern)
    .where("left_at", "is", null)
    .executeTakeFirstOrThrow();
  // Her address was kept for the rolls of this kern alone.
  await sql`delete from declared_address a where person_id = ${person} and not exists (select from membership m
    where m.municipality_id = a.municipality_id and m.person_id = a.person_id and m.left_at is null)`.execute(tx);
  return numUpdatedRows === 1n;
}

/** When she left the kern; undefined when she takes part or never did. */
export async function findLeftAt(tx: Tx, person: string, kern: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom("membership")
    .select("left_at")
    .where("person_id", "=", person)
    .where("kern_id", "=", kern)
    .executeTakeFirst();
  return row?.left_at ?? undefined;
}

/** When she last began to take part in the kern, also when she left since. */
export async function findBegan(tx: Tx, person: string, kern: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom("membership")
    .select("since")
    .where("person_id", "=", person)
    .where("kern_id", "=", kern)
    .executeTakeFirst();
  return row?.since;
}

/** As if she had not left: since when and by whom stay. False when she takes part already. */
export async function resumeMembership(tx: Tx, person: string, kern: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("membership")
    .set({ left_at: null, seen_in_team_at: null })
    .where("person_id", "=", person)
    .where("kern_id", "=", kern)
    .where("left_at", "is not", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Since when she takes part and by whom she was invited (null: she asked herself); undefined when she does not. */
export async function findInvitedBy(
  tx: Tx,
  person: string,
  kern: string,
): Promise<{ since: Date; invitedBy: string | null } | undefined> {
  return tx
    .selectFrom("membership")
    .select(["since", "invited_by as invitedBy"])
    .where("person_id", "=", person)
    .where("kern_id", "=", kern)
    .where("left_at", "is", null)
    .executeTakeFirst();
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

/** Those of these people who take part in any kern, by id. */
export function findTakingPart(tx: Tx, persons: readonly string[]): Promise<Person[]> {
  return people(tx)
    .where(sql<boolean>`p.person_id = any(${persons as string[]}::uuid[])`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("membership as m")
          .select("m.person_id")
          .whereRef("m.person_id", "=", "p.person_id")
          .where("m.left_at", "is", null),
      ),
    )
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

/** A person with all her rights: what makes an actor. Memberships as roles of a resident, then the roles that were granted. */
export interface RightsHolder {
  municipality: string;
  person: string;
  language: Language;
  resident: RoleGrant[];
  granted: RoleGrant[];
}

/** Somebody who is blocked at this moment has no rights, and so no row below. */
const notBlocked = (now: Date) => sql`not exists (select from person_block b where b.municipality_id = p.municipality_id
  and b.person_id = p.person_id and b.lifted_at is null and b.since <= ${now} and (b.until is null or b.until > ${now}))`;

const rights = sql`p.municipality_id as municipality, p.person_id as person, p.language,
  coalesce((select json_agg(json_build_object('role', 'resident', 'kern', m.kern_id) order by m.kern_id) from membership m
    where m.municipality_id = p.municipality_id and m.person_id = p.person_id and m.left_at is null), '[]') as resident,
  coalesce((select json_agg(json_build_object('role', g.role, 'kern', nullif(g.kern_id, '*')) order by g.role, g.kern_id) from role_grant g
    where g.municipality_id = p.municipality_id and g.person_id = p.person_id), '[]') as granted`;

/** With what was seen of her already, so that it is written down once. */
export interface SeenRightsHolder extends RightsHolder {
  accepted: boolean;
  tabOpened: boolean;
}

/** One question to the database: it is asked at every request of somebody who was not here a moment ago. */
export async function findRightsByOid(tx: Tx, oid: string, now: Date): Promise<SeenRightsHolder | undefined> {
  const { rows } = await sql<SeenRightsHolder>`select ${rights}, g.accepted_at is not null as accepted,
      g.tab_opened_at is not null as "tabOpened"
    from person p left join guest g on g.municipality_id = p.municipality_id and g.person_id = p.person_id
    where p.municipality_id = kernplein_municipality() and p.entra_oid = ${oid} and ${notBlocked(now)}`.execute(tx);
  return rows[0];
}

/** Of whoever has this session, unless it has ended at `now`; with how she proved who she is. */
export async function findRightsBySession(
  tx: Tx,
  sessionFingerprint: string,
  now: Date,
): Promise<(RightsHolder & { assurance: "entra" | "mail" }) | undefined> {
  const { rows } = await sql<RightsHolder & { assurance: "entra" | "mail" }>`select s.assurance, ${rights}
    from session s join person p on p.municipality_id = s.municipality_id and p.person_id = s.person_id
    where s.municipality_id = kernplein_municipality() and s.session_fingerprint = ${sessionFingerprint}
      and s.expires_at > ${now} and ${notBlocked(now)}`.execute(tx);
  return rows[0];
}

export interface Officer extends Person {
  phone: string | null;
  photo: string | null;
}

export function findOfficers(tx: Tx, kern: string): Promise<Officer[]> {
  return people(tx)
    .select(["p.phone", "p.photo_url as photo"])
    .where("p.person_id", "in", (eb) =>
      eb.selectFrom("role_grant").select("person_id").where("role", "=", "officer").where("kern_id", "in", [kern, "*"]),
    )
    .orderBy("p.name")
    .$castTo<Officer>()
    .execute();
}

/** Slugs, by name of the kern. */
export async function findKernenOfOfficer(tx: Tx, person: string): Promise<string[]> {
  const { rows } = await sql<{ kern: string }>`select k.kern_id as kern from kern k where exists (
      select from role_grant g where g.municipality_id = k.municipality_id and g.person_id = ${person} and g.role = 'officer'
        and g.kern_id in (k.kern_id, '*')) order by k.name`.execute(tx);
  return rows.map(({ kern }) => kern);
}

export function findAdmins(tx: Tx): Promise<Person[]> {
  return people(tx)
    .where("p.person_id", "in", (eb) => eb.selectFrom("role_grant").select("person_id").where("role", "=", "admin"))
    .orderBy("p.name")
    .execute();
}

/** Officer, volunteer, councillor or administrator of anything. */
export async function hasStaffRole(tx: Tx, person: string): Promise<boolean> {
  const row = await tx.selectFrom("role_grant").select("role").where("person_id", "=", person).executeTakeFirst();
  return row !== undefined;
}

export async function saveAddress(
  tx: Tx,
  person: string,
  address: { email: string; entraOid: string | null; webOnlyReason: string | null },
): Promise<void> {
  await tx
    .updateTable("person")
    .set({ email: address.email, entra_oid: address.entraOid, web_only_reason: address.webOnlyReason })
    .where("person_id", "=", person)
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
