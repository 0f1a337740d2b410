/** SQL of which proposals a meeting is about. */
import type { Tx } from "../shared/work.ts";
import { here } from "./store.ts";

/** In the order in which the officer put them. */
export async function linkedProposals(tx: Tx, meeting: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("meeting_proposal")
    .select("proposal_id as proposal")
    .where("municipality_id", "=", here)
    .where("meeting_id", "=", meeting)
    .orderBy("position")
    .execute();
  return rows.map(({ proposal }) => proposal);
}

/** These and no others. */
export async function saveLinks(tx: Tx, municipality: string, meeting: string, proposals: readonly string[]): Promise<void> {
  await tx.deleteFrom("meeting_proposal").where("municipality_id", "=", here).where("meeting_id", "=", meeting).execute();
  if (proposals.length === 0) return;
  const rows = proposals.map((proposal, position) => ({
    municipality_id: municipality,
    meeting_id: meeting,
    proposal_id: proposal,
    position,
  }));
  await tx.insertInto("meeting_proposal").values(rows).execute();
}
