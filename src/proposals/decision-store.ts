/** SQL of how long proposals waited for the officer. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

export interface Decisions {
  /** Place in `starts`, from 0; null: over all months together. */
  month: number | null;
  count: number;
  /** Days between handing in and the decision: half took less, half more. */
  medianDays: number;
}

/**
 * Published, returned and refused, in the months that `starts` begins (oldest first; the last one runs until now). A proposal that came
 * back and was handed in again counts each time. Only months in which anything was decided.
 */
export async function countDecisions(tx: Tx, starts: readonly Date[], kernen: readonly string[]): Promise<Decisions[]> {
  const first = starts[0] ?? new Date();
  const { rows } = await sql<Decisions>`select month - 1 as month, count(*)::integer as count,
      percentile_cont(0.5) within group (order by days) as "medianDays"
    from (
      select width_bucket(at, ${starts as Date[]}::timestamptz[]) as month, extract(epoch from at - before) / 86400 as days
      from (
        select e.event, e.at, lag(e.event) over history as previous, lag(e.at) over history as before
        from proposal_event e join proposal p on p.municipality_id = e.municipality_id and p.proposal_id = e.proposal_id
        where p.kern_id = any(${kernen as string[]}::text[]) and p.changed_at >= ${first}
        window history as (partition by e.proposal_id order by e.sequence)) steps
      where event in ('published', 'returned', 'refused') and previous = 'submitted' and at >= ${first}) decided
    group by grouping sets ((month), ()) having count(*) > 0 order by month`.execute(tx);
  return rows;
}
