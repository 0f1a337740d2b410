/**
 * SQL of municipalities and kernen. Two questions read tables of members (how many take part, who is the officer): kernen are the
 * ground that members stand on and may not import them.
 */
import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { DB } from "../shared/database.ts";
import type { Tx } from "../shared/work.ts";
import type { Kern, Municipality } from "./contract.ts";

export interface KernFilter {
  kern?: string;
  postcode?: string;
}

function kernenWhere(tx: Tx, { kern, postcode }: KernFilter) {
  let query = tx
    .selectFrom("kern as k")
    .innerJoin("municipality as m", "m.municipality_id", "k.municipality_id")
    .select([
      "k.municipality_id as municipality",
      "m.name as municipalityName",
      "k.kern_id as kern",
      "k.name",
      "k.kind",
      "k.residents",
      "k.latitude",
      "k.longitude",
      "k.former_municipality as formerMunicipality",
      "k.accent",
      "k.silhouette",
      "k.postcodes",
      "k.joining",
      "k.village_groups as villageGroups",
      "k.team_url as teamUrl",
    ])
    .orderBy("k.name");
  if (kern !== undefined) query = query.where("k.kern_id", "=", kern);
  if (postcode !== undefined) query = query.where(sql<boolean>`k.postcodes @> array[${postcode}]`);
  return query as SelectQueryBuilder<DB, "kern", Kern>;
}

export function findKern(tx: Tx, kern: string): Promise<Kern | undefined> {
  return kernenWhere(tx, { kern }).executeTakeFirst();
}

/** Kernen in order of name. */
export function findKernen(tx: Tx, filter: KernFilter = {}): Promise<Kern[]> {
  return kernenWhere(tx, filter).execute();
}

/** How many people take part, per kern; kernen without members are absent. */
export async function countMembers(tx: Tx, kern?: string): Promise<Map<string, number>> {
  let query = tx
    .selectFrom("membership")
    .select(["kern_id", (eb) => eb.fn.countAll<number>().as("members")])
    .where("left_at", "is", null)
    .groupBy("kern_id");
  if (kern !== undefined) query = query.where("kern_id", "=", kern);
  return new Map((await query.execute()).map((row) => [row.kern_id, row.members]));
}

/** The officer to name on a kern's pages: one of its own before one of all kernen, one with a phone before one without. */
export function findContactOfficer(tx: Tx, kern: string): Promise<{ name: string; phone: string | null } | undefined> {
  return tx
    .selectFrom("role_grant as g")
    .innerJoin("person as p", "p.person_id", "g.person_id")
    .select(["p.name", "p.phone"])
    .where("g.role", "=", "officer")
    .where("g.kern_id", "in", [kern, "*"])
    .orderBy(sql`g.kern_id = '*'`)
    .orderBy(sql`p.phone is null`)
    .orderBy("p.name")
    .limit(1)
    .executeTakeFirst();
}

export function findMunicipality(tx: Tx): Promise<Municipality> {
  return tx
    .selectFrom("municipality")
    .select([
      "municipality_id as municipality",
      "name",
      "cbs_code as cbsCode",
      "entra_tenant_id as entraTenantId",
      "joining",
      "languages",
      "phone",
    ])
    .$castTo<Municipality>()
    .executeTakeFirstOrThrow();
}

export async function saveMunicipality(tx: Tx, given: Municipality): Promise<void> {
  const values = {
    name: given.name,
    cbs_code: given.cbsCode,
    entra_tenant_id: given.entraTenantId,
    joining: given.joining,
    languages: given.languages,
    phone: given.phone,
  };
  await tx
    .insertInto("municipality")
    .values({ municipality_id: given.municipality, ...values })
    .onConflict((conflict) => conflict.column("municipality_id").doUpdateSet(values))
    .execute();
}

/** Everything but the team's address, which provisioning records. */
export async function saveKern(tx: Tx, kern: Omit<Kern, "municipalityName" | "teamUrl">): Promise<void> {
  const values = {
    name: kern.name,
    kind: kern.kind,
    residents: kern.residents,
    latitude: kern.latitude,
    longitude: kern.longitude,
    former_municipality: kern.formerMunicipality,
    accent: kern.accent,
    silhouette: kern.silhouette,
    postcodes: kern.postcodes,
    joining: kern.joining,
    village_groups: kern.villageGroups,
  };
  await tx
    .insertInto("kern")
    .values({ municipality_id: kern.municipality, kern_id: kern.kern, ...values })
    .onConflict((conflict) => conflict.columns(["municipality_id", "kern_id"]).doUpdateSet(values))
    .execute();
}

export async function saveTeamUrl(tx: Tx, kern: string, teamUrl: string | null): Promise<void> {
  await tx.updateTable("kern").set({ team_url: teamUrl }).where("kern_id", "=", kern).execute();
}

export interface MunicipalityInDirectory {
  municipality: string;
  name: string;
  entraTenantId: string;
}

/** The one question that is asked outside a municipality: which ones there are. */
export async function readDirectory(db: Kysely<DB>): Promise<MunicipalityInDirectory[]> {
  const { rows } = await sql<MunicipalityInDirectory>`select municipality_id as municipality, name,
    entra_tenant_id as "entraTenantId" from kernplein_municipalities()`.execute(db);
  return rows;
}
