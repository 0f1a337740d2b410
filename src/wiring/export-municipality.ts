/** Everything of one municipality as files: one line of JSON per row, one file per table. */
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import type { Workshop } from "../shared/work.ts";

/** Who voted, who can sign in and what a councillor read when is nobody's business afterwards. */
const leftOut = ["roll", "roll_marks", "session", "sign_in_link", "email_change", "council_visit"];

const page = 5000;

/**
 * Writes into `folder`, which must not exist yet and is there only when everything was written. Row-level security sees to it that no
 * other municipality's rows are among them. Gives the number of rows by table.
 */
export async function exportMunicipality(
  { inMunicipality }: Pick<Workshop, "inMunicipality">,
  municipality: string,
  folder: string,
): Promise<Record<string, number>> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const counts: Record<string, number> = {};
  await inMunicipality(municipality, async (tx) => {
    const { rows: tables } = await sql<{ name: string; key: string[] }>`
      select c.relname as name, array_agg(a.attname::text order by k.place) as key
      from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join unnest(i.indkey::int2[]) with ordinality k (attnum, place) on true
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      group by c.relname order by c.relname`.execute(tx);
    for (const { name, key } of tables.filter((table) => !leftOut.includes(table.name))) {
      counts[name] = 0;
      await pipeline(
        async function* () {
          for (let from = 0; ; from += page) {
            const order = sql.join(key.map((column) => sql.ref(column)));
            const { rows } = await sql<{ line: string }>`select row_to_json(t)::text as line from ${sql.table(name)} t
            order by ${order} limit ${page} offset ${from}`.execute(tx);
            counts[name] = (counts[name] ?? 0) + rows.length;
            for (const { line } of rows) yield `${line}\n`;
            if (rows.length < page) return;
          }
        },
        createWriteStream(join(unfinished, `${name}.ndjson`)),
      );
    }
  });
  await rename(unfinished, folder);
  return counts;
}
