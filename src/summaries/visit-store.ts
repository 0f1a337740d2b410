/** SQL of when somebody read the council's overview: her own row, that nobody else is shown. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

/**
 * Writes that she reads now, and gives until when she read it the time before; null when there was none. Who was away for `absence`
 * milliseconds comes anew; who was not, still reads. Two pages at once make one visit.
 */
export async function noteReading(tx: Tx, person: string, now: Date, absence: number): Promise<Date | null> {
  const { rows } = await sql<{ previous: Date | null }>`insert into council_visit (municipality_id, person_id, seen_at)
      values (kernplein_municipality(), ${person}, ${now})
    on conflict (municipality_id, person_id) do update set
      previous_at = case when excluded.seen_at - council_visit.seen_at >= make_interval(secs => ${absence / 1000})
        then council_visit.seen_at else council_visit.previous_at end,
      seen_at = greatest(council_visit.seen_at, excluded.seen_at)
    returning previous_at as previous`.execute(tx);
  return rows[0]?.previous ?? null;
}
