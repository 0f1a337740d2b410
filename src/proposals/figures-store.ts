/** SQL for those who look at a kern as a whole: councillor's reading, desk. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

export interface ProposalFigures {
  kern: string;
  published: number;
  /** Submitted, and not yet decided by the officer. */
  waiting: number;
  returned: number;
  refused: number;
  /** Since when the longest waiting one waits. */
  oldestWaitingSince: Date | null;
}

export async function countByKern(tx: Tx, kern: string | undefined): Promise<ProposalFigures[]> {
  const { rows } = await sql<ProposalFigures>`select kern_id as kern,
      count(*) filter (where state = 'published') as published, count(*) filter (where state = 'submitted') as waiting,
      count(*) filter (where state = 'returned') as returned, count(*) filter (where state = 'refused') as refused,
      min(submitted_at) filter (where state = 'submitted') as "oldestWaitingSince"
    from proposal ${kern === undefined ? sql`` : sql`where kern_id = ${kern}`} group by kern_id order by kern_id`.execute(tx);
  return rows;
}

export interface SupportedProposal {
  proposal: string;
  title: string;
  body: string;
  supportCount: number;
  commentCount: number;
  publishedAt: Date;
}

export async function findMostSupported(tx: Tx, kern: string, limit: number): Promise<SupportedProposal[]> {
  const { rows } = await sql<SupportedProposal>`select proposal_id as proposal, title, body, support_count as "supportCount",
      comment_count as "commentCount", published_at as "publishedAt"
    from proposal where state = 'published' and kern_id = ${kern}
    order by support_count desc, proposal_id desc limit ${limit}`.execute(tx);
  return rows;
}

/** Of every kern, or of one, the published proposal that most people support. */
export async function findTopOfEach(
  tx: Tx,
  kern: string | undefined,
): Promise<(Omit<SupportedProposal, "body"> & { kern: string })[]> {
  const { rows } = await sql<Omit<SupportedProposal, "body"> & { kern: string }>`select top.* from kern k, lateral (
      select p.kern_id as kern, p.proposal_id as proposal, p.title, p.support_count as "supportCount",
        p.comment_count as "commentCount", p.published_at as "publishedAt"
      from proposal p where p.municipality_id = k.municipality_id and p.kern_id = k.kern_id and p.state = 'published'
      order by p.support_count desc, p.proposal_id desc limit 1) top
    ${kern === undefined ? sql`` : sql`where k.kern_id = ${kern}`}`.execute(tx);
  return rows;
}

export interface WaitingProposal {
  proposal: string;
  kern: string;
  kernName: string;
  title: string;
  authorName: string;
  /** When it was last submitted. */
  submittedAt: Date;
}

/** Longest waiting first. */
export async function findWaiting(tx: Tx, kernen: readonly string[], limit: number): Promise<WaitingProposal[]> {
  const { rows } = await sql<WaitingProposal>`select p.proposal_id as proposal, p.kern_id as kern, k.name as "kernName", p.title,
      a.name as "authorName", p.submitted_at as "submittedAt"
    from proposal p
      join kern k on k.municipality_id = p.municipality_id and k.kern_id = p.kern_id
      join person a on a.municipality_id = p.municipality_id and a.person_id = p.author_id
    where p.state = 'submitted' and p.kern_id = any(${kernen}::text[])
    order by p.submitted_at, p.proposal_id limit ${limit}`.execute(tx);
  return rows;
}
