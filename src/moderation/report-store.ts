/** SQL of report_made: how often somebody asked an officer to look at a message. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

/** Nobody else counts or adds this person's reports until the transaction ends: two at the same moment are counted one after another. */
export async function lockReporter(tx: Tx, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`report ${person}`}, 0))`.execute(tx);
}

/** When she made this very report; undefined when she did not (within the last day). */
export async function findReport(tx: Tx, person: string, report: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom("report_made")
    .select("at")
    .where("person_id", "=", person)
    .where("report_id", "=", report)
    .executeTakeFirst();
  return row?.at;
}

/** When she reported something since, oldest first. */
export async function reportsSince(tx: Tx, person: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom("report_made")
    .select("at")
    .where("person_id", "=", person)
    .where("at", ">", since)
    .orderBy("at")
    .execute();
  return rows.map(({ at }) => at);
}

/** Keeps this report, and lets go of hers from before `since`. */
export async function saveReport(
  tx: Tx,
  municipality: string,
  { person, report, at, since }: { person: string; report: string; at: Date; since: Date },
): Promise<void> {
  await tx.deleteFrom("report_made").where("person_id", "=", person).where("at", "<=", since).execute();
  await tx
    .insertInto("report_made")
    .values({ municipality_id: municipality, person_id: person, report_id: report, at })
    .execute();
}
