/** Many published proposals straight in the table, with equal counts and times a microsecond apart among them. */
import { sql } from "kysely";
import type { TestDatabase } from "../support/database.ts";

export async function manyProposals(database: TestDatabase, author: string, count: number): Promise<void> {
  await database.connections.inMunicipality("molenlanden", async (tx) => {
    await sql`insert into proposal (municipality_id, proposal_id, kern_id, author_id, title, body, state, created_at, changed_at,
        submitted_at, published_at, support_count, comment_count)
      select 'molenlanden', gen_random_uuid(), case when n % 3 = 0 then 'hoornaar' else 'arkel' end, ${author}::uuid,
        'Proef ' || n, 'Een proef met nummer ' || n || ' aan de dijk', 'published', at, at, at, at, n % 7, n % 5
      from generate_series(1, ${count}::integer) as n,
        lateral (select timestamptz '2026-01-01' + (n / 4) * interval '1 hour' + (n % 2) * interval '1 microsecond' as at) as moment`.execute(
      tx,
    );
  });
}
