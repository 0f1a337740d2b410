/** Moves everything of some municipalities into a new one, in one transaction of the owner. */
import type pg from "pg";

export interface Merger {
  into: { slug: string; name: string; cbsCode: string; tenantId: string; joining: string; languages: string[]; phone: string };
  /** In order: of two people with one address the first one's is kept. */
  from: readonly {
    slug: string;
    /** New slug by old slug. */
    kernen: Readonly<Record<string, string>>;
    /** False: its teams, guests and posts are in a tenant that is left. */
    sameTenant: boolean;
  }[];
}

/** Rows moved, by table; people who were in several of them. */
export interface Merged {
  rows: Record<string, number>;
  samePeople: number;
}

/** What stays where it is: the audit is a chain of hashes over the old name. */
const staying = ["municipality", "audit", "audit_head"];

/**
 * Refuses when somebody uses the tables for longer than ten seconds. `rehearse`: does everything and takes it back. The foreign keys are
 * taken off and put back, which checks every row anew; row-level security is not forced on the owner meanwhile.
 */
export async function mergeMunicipalities(owner: pg.Pool, merger: Merger, { rehearse = false } = {}): Promise<Merged> {
  const client = await owner.connect();
  try {
    await client.query("begin");
    await client.query("set local lock_timeout = '10s'; set local statement_timeout = 0");
    for (const { slug } of [...merger.from, merger.into])
      await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`provisioning ${slug}`]);
    const merged = await moveAll(client, merger);
    await client.query(rehearse ? "rollback" : "commit");
    return merged;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function moveAll(client: pg.PoolClient, merger: Merger): Promise<Merged> {
  const tables = await tenantTables(client);
  const names = [...tables.keys()];
  for (const name of [...names, ...staying]) await client.query(`alter table ${name} no force row level security`);
  // What triggers keep beside a row (the search index) moves with it.
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  const keys = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and conrelid::regclass::text = any($1)`,
    [names],
  );
  for (const { owner, name } of keys.rows) await client.query(`alter table ${owner} drop constraint ${name}`);

  const tenants = await tenantsOf(client, merger);
  await makeMunicipality(client, merger);
  for (const { slug, sameTenant } of merger.from) await leaveBehind(client, slug, sameTenant);
  const samePeople = await joinPeople(client, merger, tables);
  const rows: Record<string, number> = {};
  for (const { slug, kernen, sameTenant } of merger.from) {
    await renameResources(client, slug, merger.into.slug, kernen);
    for (const [name, columns] of tables) {
      const kern = columns
        .filter((column) => column.name.endsWith("kern_id"))
        .map((column) => `, ${column.name} = coalesce($3::jsonb ->> ${column.name}, ${column.name})`)
        .join("");
      const values = [merger.into.slug, slug, ...(kern ? [JSON.stringify(kernen)] : [])];
      const { rowCount } = await client.query(
        `update ${name} set municipality_id = $1${kern} where municipality_id = $2`,
        values,
      );
      rows[name] = (rows[name] ?? 0) + (rowCount ?? 0);
    }
    await moveJobs(client, slug, merger.into.slug, kernen);
    await client.query(
      "update municipality_directory set merged_into = $1, merged_kernen = $2, left_tenant_id = $4 where municipality_id = $3",
      [merger.into.slug, JSON.stringify(kernen), slug, sameTenant ? null : tenants.get(slug)],
    );
  }

  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  for (const { owner, name, definition } of keys.rows)
    await client.query(`alter table ${owner} add constraint ${name} ${definition}`);
  for (const name of [...names, ...staying]) await client.query(`alter table ${name} force row level security`);
  return { rows, samePeople };
}

type Columns = { name: string; type: string }[];

async function tenantTables(client: pg.PoolClient): Promise<Map<string, Columns>> {
  const { rows } = await client.query<{ name: string; columns: Columns }>(
    `select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', a.atttypid::regtype::text)) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity and not c.relname = any($1)
     group by c.relname order by c.relname`,
    [staying],
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

async function tenantsOf(client: pg.PoolClient, { from }: Merger): Promise<Map<string, string>> {
  const { rows } = await client.query<{ slug: string; tenant: string }>(
    "select municipality_id as slug, lower(entra_tenant_id) as tenant from municipality where municipality_id = any($1)",
    [from.map(({ slug }) => slug)],
  );
  return new Map(rows.map(({ slug, tenant }) => [slug, tenant]));
}

/** The old ones let go of their tenants, for the new one may take one over. */
async function makeMunicipality(client: pg.PoolClient, { into, from }: Merger): Promise<void> {
  for (const { slug } of from)
    await client.query("update municipality set entra_tenant_id = 'merged:' || municipality_id where municipality_id = $1", [
      slug,
    ]);
  await client.query(
    `insert into municipality (municipality_id, name, cbs_code, entra_tenant_id, joining, languages, phone)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [into.slug, into.name, into.cbsCode, into.tenantId.toLowerCase(), into.joining, into.languages, into.phone],
  );
}

/** What is known of a tenant that is left, and what is read anew anyway. Roles come from the new file. */
async function leaveBehind(client: pg.PoolClient, slug: string, sameTenant: boolean): Promise<void> {
  const forget = [
    "guest_watch",
    "provisioning_drift",
    "provisioning_run",
    "platform_limit",
    "role_grant",
    "posting_sent",
    "posting_pause",
  ];
  if (!sameTenant)
    forget.push("provisioned_resource", "provisioning_acceptance", "channel_seen", "card_posted", "conversation_place", "guest");
  for (const name of forget) await client.query(`delete from ${name} where municipality_id = $1`, [slug]);
  if (sameTenant) return;
  await client.query("update person set entra_oid = null, web_only_reason = null where municipality_id = $1", [slug]);
  await client.query("update membership set seen_in_team_at = null where municipality_id = $1", [slug]);
  await client.query("update kern set team_url = null where municipality_id = $1", [slug]);
}

/** Who is in several of them becomes one person. Her id is unique, so wherever it stands it is her. */
async function joinPeople(client: pg.PoolClient, { from }: Merger, tables: Map<string, Columns>): Promise<number> {
  const slugs = from.map(({ slug }) => slug);
  const { rows } = await client.query<{ kept: string; gone: string }>(
    `select kept, gone from (
       select person_id as gone, first_value(person_id) over (partition by email order by array_position($1::text[], municipality_id)) as kept
       from person where municipality_id = any($1)) p where kept <> gone`,
    [slugs],
  );
  for (const { kept, gone } of rows) {
    const { rows: accounts } = await client.query<{ oid: string | null }>(
      "delete from person where person_id = $1 returning entra_oid as oid",
      [gone],
    );
    await client.query("update person set entra_oid = coalesce(entra_oid, $2) where person_id = $1", [kept, accounts[0]?.oid]);
    for (const name of ["guest", "declared_address", "chat_setting", "council_visit"])
      await client.query(`delete from ${name} where person_id = $1 and exists (select from ${name} g where g.person_id = $2)`, [
        gone,
        kept,
      ]);
    await client.query(
      "delete from mail_stopped s using mail_stopped k where s.person_id = $1 and k.person_id = $2 and k.kind = s.kind",
      [gone, kept],
    );
    for (const [name, columns] of tables)
      for (const column of columns.filter(({ type }) => type === "uuid"))
        await client.query(`update ${name} set ${column.name} = $1 where ${column.name} = $2`, [kept, gone]);
  }
  return rows.length;
}

async function renameResources(client: pg.PoolClient, slug: string, into: string, kernen: Merger["from"][number]["kernen"]) {
  await client.query(
    `update provisioned_resource set
       key = coalesce($3::jsonb ->> kern_id, kern_id) || substr(key, length(kern_id) + 1),
       marker = replace(marker, '[kernplein:' || $1 || '/' || kern_id || ']',
         '[kernplein:' || $2 || '/' || coalesce($3::jsonb ->> kern_id, kern_id) || ']')
     where municipality_id = $1`,
    [slug, into, JSON.stringify(kernen)],
  );
}

/** Jobs that wait, such as the closing of a poll. */
async function moveJobs(
  client: pg.PoolClient,
  slug: string,
  into: string,
  kernen: Merger["from"][number]["kernen"],
): Promise<void> {
  const { rows } = await client.query<{ present: boolean }>(
    "select to_regclass('graphile_worker._private_jobs') is not null as present",
  );
  if (!rows[0]?.present) return;
  await client.query(
    `update graphile_worker._private_jobs set payload = (
       case when payload::jsonb -> 'fact' ? 'kern' and $3::jsonb ? (payload::jsonb -> 'fact' ->> 'kern')
         then jsonb_set(payload::jsonb, '{fact,kern}', $3::jsonb -> (payload::jsonb -> 'fact' ->> 'kern')) else payload::jsonb end
       || jsonb_build_object('municipality', $2::text))::json
     where payload::jsonb ->> 'municipality' = $1`,
    [slug, into, JSON.stringify(kernen)],
  );
}
