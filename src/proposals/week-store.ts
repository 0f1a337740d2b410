/** SQL of what was new in a stretch of time. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { AnswerOutcome } from "./contract.ts";

export async function findPublishedSince(
  tx: Tx,
  kern: string,
  since: Date,
  until: Date,
  limit: number,
): Promise<{ proposal: string; title: string; supportCount: number }[]> {
  const { rows } = await sql<{ proposal: string; title: string; supportCount: number }>`select proposal_id as proposal, title,
      support_count as "supportCount"
    from proposal where state = 'published' and kern_id = ${kern} and published_at >= ${since} and published_at < ${until}
    order by published_at desc, proposal_id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findAnsweredSince(
  tx: Tx,
  kern: string,
  since: Date,
  until: Date,
  limit: number,
): Promise<{ proposal: string; title: string; outcome: AnswerOutcome }[]> {
  const { rows } = await sql<{ proposal: string; title: string; outcome: AnswerOutcome }>`select proposal_id as proposal, title,
      answer_outcome as outcome
    from proposal where state = 'published' and treatment <> 'none' and kern_id = ${kern}
      and answered_at >= ${since} and answered_at < ${until}
    order by answered_at desc, proposal_id desc limit ${limit}`.execute(tx);
  return rows;
}
