/** SQL of how many took part at earlier moments, as far as that is on record: who left and came back counts from her return. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

export interface MembersAt {
  kern: string;
  /** Place in `moments`, from 0. */
  moment: number;
  members: number;
}

/** Exact, for every kern (or one) and each of the moments; kernen where nobody ever took part are left out. */
export async function countMembersAt(tx: Tx, moments: readonly Date[], kern: string | undefined): Promise<MembersAt[]> {
  const { rows } = await sql<MembersAt>`select kern_id as kern, (at.place - 1)::integer as moment, count(*)::integer as members
    from membership join unnest(${moments as Date[]}::timestamptz[]) with ordinality as at (moment, place)
      on since <= at.moment and (left_at is null or left_at > at.moment)
    ${kern === undefined ? sql`` : sql`where kern_id = ${kern}`} group by kern_id, at.place`.execute(tx);
  return rows;
}

/** How many take part now, per kern that has any: exact. */
export async function countMembersByKern(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ kern: string; members: number }>`select kern_id as kern, count(*)::integer as members
    from membership where left_at is null group by kern_id`.execute(tx);
  return new Map(rows.map(({ kern, members }) => [kern, members]));
}
