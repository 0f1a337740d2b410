/**
 * The shape of the database as text: what schema.sql holds, so that a change of the schema is read in review as one file.
 * (pg_dump is not part of the embedded PostgreSQL; the definitions come from PostgreSQL's own catalogue functions.)
 */
import type pg from "pg";

const parts: { heading: string; query: string }[] = [
  {
    heading: "tables and columns",
    query: `select format('table %s%s%s', c.relname, E'\\n', string_agg(
        format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
          case when d.adbin is null then '' when a.attgenerated <> '' then ' generated: ' || pg_get_expr(d.adbin, d.adrelid)
               else ' default ' || pg_get_expr(d.adbin, d.adrelid) end), E'\\n' order by a.attnum)) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`,
  },
  {
    heading: "constraints",
    query: `select format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid)) as line from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n' order by 1`,
  },
  { heading: "indexes", query: `select indexdef as line from pg_indexes where schemaname = 'public' order by indexname` },
  {
    heading: "row-level security",
    query: `select format('%s: %s', c.relname, case when not c.relrowsecurity then 'none' when c.relforcerowsecurity then 'forced' else 'on' end)
        || coalesce(' ' || (select string_agg(format('using (%s) check (%s)', p.qual, p.with_check), ' ' order by p.policyname)
             from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname), '') as line
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`,
  },
  {
    heading: "rights of kernplein_app",
    query: `select format('%s: %s', table_name, string_agg(lower(privilege_type), ', ' order by privilege_type)) as line
      from information_schema.role_table_grants where grantee = 'kernplein_app' and table_schema = 'public' group by table_name order by table_name`,
  },
  {
    heading: "functions",
    query: `select pg_get_functiondef(p.oid) as line from pg_proc p where p.pronamespace = 'public'::regnamespace
      and p.prolang <> (select oid from pg_language where lanname = 'c') order by p.proname`,
  },
];

/** Reads the catalogue through an owner's connection. The migrations' own ledger is left out. */
export async function describeSchema(owner: pg.Pool | pg.Client): Promise<string> {
  const sections: string[] = [];
  for (const { heading, query } of parts) {
    const { rows } = await owner.query<{ line: string }>(query);
    const lines = rows.map((row) => row.line).filter((line) => !line.includes("kernplein_migration"));
    sections.push(`-- ${heading}\n${lines.join("\n")}\n`);
  }
  return `-- Made from the migrations by \`npm run schema\`; do not edit. A test compares it with a fresh database.\n\n${sections.join("\n")}`;
}
