/** SQL for what the municipality still owes an answer. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

export interface UnansweredProposal {
  proposal: string;
  kern: string;
  title: string;
  publishedAt: Date;
}

/** Published, backed by at least `support` people and not answered: longest waiting first, at most 1,000. */
export async function findUnanswered(tx: Tx, support: number, kern?: string): Promise<UnansweredProposal[]> {
  const { rows } =
    await sql<UnansweredProposal>`select proposal_id as proposal, kern_id as kern, title, published_at as "publishedAt"
    from proposal where state = 'published' and answered_at is null and support_count >= ${support}
      ${kern === undefined ? sql`` : sql`and kern_id = ${kern}`}
    order by published_at, proposal_id limit 1000`.execute(tx);
  return rows;
}
