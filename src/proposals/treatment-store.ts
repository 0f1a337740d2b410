/** SQL of what the municipality does with a proposal, and of what it still owes an answer. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { AnswerOutcome, FormerAnswer, Treatment } from "./contract.ts";

export type TreatmentChange =
  | { treatment: "in-treatment"; handledBy: string; answerDue: string | null }
  | { treatment: "answered"; answer: string; outcome: AnswerOutcome; signedBy: string }
  | { treatment: "done"; finish: string };

/** The proposal must be locked. */
export async function saveTreatment(tx: Tx, proposal: string, change: TreatmentChange, at: Date): Promise<void> {
  await tx
    .updateTable("proposal")
    .set({ changed_at: at, ...columnsOf(change, at) })
    .where("municipality_id", "=", sql<string>`kernplein_municipality()`)
    .where("proposal_id", "=", proposal)
    .execute();
}

/** Another answer in the place of the one that was given. The proposal must be locked. */
export async function saveCorrection(
  tx: Tx,
  proposal: string,
  { outcome, text, signedBy }: FormerAnswer,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("proposal")
    .set({ changed_at: at, answer: text, answer_outcome: outcome, answer_signed_by: signedBy, answer_corrected_at: at })
    .where("municipality_id", "=", sql<string>`kernplein_municipality()`)
    .where("proposal_id", "=", proposal)
    .execute();
}

function columnsOf(change: TreatmentChange, at: Date) {
  const { treatment } = change;
  switch (treatment) {
    case "in-treatment":
      return {
        treatment,
        treated_at: at,
        handled_by: change.handledBy,
        answer_due: sql<Date | null>`${change.answerDue}::date`,
      };
    case "answered":
      return {
        treatment,
        answered_at: at,
        answer: change.answer,
        answer_outcome: change.outcome,
        answer_signed_by: change.signedBy,
      };
    case "done":
      return { treatment, finished_at: at, finish: change.finish };
  }
}

export interface OwedAnswer {
  proposal: string;
  kern: string;
  kernName: string;
  title: string;
  authorName: string;
  supportCount: number;
  publishedAt: Date;
  /** Since when at least `support` people back it; null when fewer do. */
  backedSince: Date | null;
  treatment: Extract<Treatment, "none" | "in-treatment">;
  treatedAt: Date | null;
  /** The day that was promised: "2026-12-24". */
  answerDue: string | null;
}

/**
 * Published, not answered, and backed by at least `support` people or promised for a day before `today`: longest published first, at
 * most 1,000. `kernen`: only these.
 */
export async function findOwed(
  tx: Tx,
  { support, today, kernen }: { support: number; today: string; kernen?: readonly string[] },
): Promise<OwedAnswer[]> {
  const { rows } = await sql<OwedAnswer>`select p.proposal_id as proposal, p.kern_id as kern, k.name as "kernName", p.title,
      a.name as "authorName", p.support_count as "supportCount", p.published_at as "publishedAt", p.treatment,
      p.treated_at as "treatedAt", p.answer_due::text as "answerDue",
      case when p.support_count >= ${support} then (select s.at from support s where s.municipality_id = p.municipality_id
        and s.proposal_id = p.proposal_id order by s.at offset ${support - 1} limit 1) end as "backedSince"
    from proposal p
      join kern k on k.municipality_id = p.municipality_id and k.kern_id = p.kern_id
      join person a on a.municipality_id = p.municipality_id and a.person_id = p.author_id
    where p.state = 'published' and p.answered_at is null and (p.support_count >= ${support} or p.answer_due < ${today}::date)
      ${kernen === undefined ? sql`` : sql`and p.kern_id = any(${kernen as string[]}::text[])`}
    order by p.published_at, p.proposal_id limit 1000`.execute(tx);
  return rows;
}
