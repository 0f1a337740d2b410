/** SQL of how many voted in counted polls, and by which way: from the tally and the roll's marks, never from ballots. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

export interface Turnout {
  poll: string;
  kern: string;
  kernName: string;
  question: string;
  closesAt: Date;
  rollSize: number;
  /** Ballots that were counted: exact, so show nothing below `smallestShownGroup`. */
  voters: number;
  /** Places marked on the roll by each way: exact. */
  ways: { online: number; help: number; paper: number };
}

/** Polls that closed from `since` on and have been counted, oldest first; in these kernen, or everywhere. */
export async function findTurnouts(tx: Tx, since: Date, kernen: readonly string[] | undefined): Promise<Turnout[]> {
  type Row = Omit<Turnout, "ways"> & { marked: number; paper: number; assisted: number };
  const { rows } = await sql<Row>`select p.poll_id as poll, p.kern_id as kern, k.name as "kernName", p.question,
      p.closes_at as "closesAt", coalesce(p.roll_size, 0) as "rollSize", t.voters, bit_count(m.marks)::integer as marked,
      bit_count(m.paper)::integer as paper, bit_count(m.assisted)::integer as assisted
    from poll p
    join kern k on k.municipality_id = p.municipality_id and k.kern_id = p.kern_id
    join tally t on t.municipality_id = p.municipality_id and t.poll_id = p.poll_id
    join roll_marks m on m.municipality_id = p.municipality_id and m.poll_id = p.poll_id
    where p.municipality_id = kernplein_municipality() and p.state = 'closed' and p.closes_at >= ${since}
      ${kernen === undefined ? sql`` : sql`and p.kern_id = any(${kernen as string[]}::text[])`}
    order by p.closes_at, p.poll_id`.execute(tx);
  return rows.map(({ marked, paper, assisted, ...poll }) => ({
    ...poll,
    ways: { online: marked - paper - assisted, help: assisted, paper },
  }));
}
