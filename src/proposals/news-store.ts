/** SQL of what was new in a stretch of time: what came onto the square, and what the municipality answered. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { AnswerOutcome } from "./contract.ts";

/** From `since` on, until (not at) `until`; in one kern, or everywhere. */
export interface Stretch {
  since: Date;
  until?: Date;
  kern?: string;
}

export interface ProposalNews {
  proposal: string;
  title: string;
  kern: string;
  kernName: string;
  at: Date;
}

const inStretch = (column: RawBuilder<unknown>, { since, until, kern }: Stretch) => sql`p.state = 'published'
  and ${column} >= ${since} ${until === undefined ? sql`` : sql`and ${column} < ${until}`}
  ${kern === undefined ? sql`` : sql`and p.kern_id = ${kern}`}`;

const news = (at: RawBuilder<unknown>) =>
  sql`p.proposal_id as proposal, p.title, p.kern_id as kern, k.name as "kernName", ${at} as at`;

const ofKern = sql`proposal p join kern k on k.municipality_id = p.municipality_id and k.kern_id = p.kern_id`;

export interface PublishedNews extends ProposalNews {
  supportCount: number;
}

/** Still there, newest first, at most `most`; `count`: how many in all. */
export async function findPublished(tx: Tx, stretch: Stretch, most: number): Promise<{ count: number; newest: PublishedNews[] }> {
  const at = sql`p.published_at`;
  const { rows } = await sql<PublishedNews & { count: number }>`select ${news(at)}, p.support_count as "supportCount",
      count(*) over ()::integer as count
    from ${ofKern} where ${inStretch(at, stretch)} order by p.published_at desc, p.proposal_id desc limit ${most}`.execute(tx);
  return { count: rows[0]?.count ?? 0, newest: rows.map(({ count: _, ...one }) => one) };
}

export interface AnsweredNews extends ProposalNews {
  outcome: AnswerOutcome;
}

/** Newest first, at most `most`. What was answered was treated: that stands there as a literal for the partial index. */
export async function findAnswered(tx: Tx, stretch: Stretch, most: number): Promise<AnsweredNews[]> {
  const at = sql`p.answered_at`;
  const { rows } = await sql<AnsweredNews>`select ${news(at)}, p.answer_outcome as outcome
    from ${ofKern} where ${inStretch(at, stretch)} and p.treatment <> 'none'
    order by p.answered_at desc, p.proposal_id desc limit ${most}`.execute(tx);
  return rows;
}
