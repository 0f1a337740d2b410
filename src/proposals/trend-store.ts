/** SQL for those who look at kernen over time: how much there was in each month. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

export interface ActivityInMonth {
  kern: string;
  /** Place in `starts`, from 0. */
  month: number;
  /** Published in this month. */
  proposals: number;
  /** People who supported a proposal of this kern in this month: exact. */
  supporters: number;
  comments: number;
}

/** `starts`: when each month begins, oldest first; the last one runs until now. Only months in which anything happened. */
export async function countByMonth(tx: Tx, starts: readonly Date[], kern: string | undefined): Promise<ActivityInMonth[]> {
  const months = sql`${starts as Date[]}::timestamptz[]`;
  const first = starts[0] ?? new Date();
  const here = kern === undefined ? sql`` : sql`and p.kern_id = ${kern}`;
  const { rows } = await sql<ActivityInMonth>`select kern, month - 1 as month, sum(proposals)::integer as proposals,
      sum(supporters)::integer as supporters, sum(comments)::integer as comments
    from (
      select p.kern_id as kern, width_bucket(p.published_at, ${months}) as month, count(*) as proposals, 0 as supporters, 0 as comments
        from proposal p where p.state = 'published' and p.published_at >= ${first} ${here} group by 1, 2
      union all
      select kern, month, 0, count(*), 0 from (
        select distinct p.kern_id as kern, width_bucket(s.at, ${months}) as month, s.person_id
          from support s join proposal p on p.municipality_id = s.municipality_id and p.proposal_id = s.proposal_id
          where p.state = 'published' and s.at >= ${first} ${here}) people group by 1, 2
      union all
      select p.kern_id, width_bucket(c.at, ${months}), 0, 0, count(*)
        from comment c join proposal p on p.municipality_id = c.municipality_id and p.proposal_id = c.proposal_id
        where p.state = 'published' and c.at >= ${first} ${here} group by 1, 2) counted
    group by kern, month order by kern, month`.execute(tx);
  return rows;
}
