/** SQL of what may be asked of a roll: by whom a place is marked, whom a helper looks for, how it is made up. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { OnRollView, RollParts } from "./roll-contract.ts";

export interface PlaceMark {
  marked: OnRollView["voters"][number]["marked"];
  /** Other people at this place. */
  shares: number;
}

const mark = (place: string) => sql`case when get_bit(m.paper, ${sql.ref(place)}) = 1 then 'paper'
  when get_bit(m.assisted, ${sql.ref(place)}) = 1 then 'help' when get_bit(m.marks, ${sql.ref(place)}) = 1 then 'online' else 'no' end`;

export async function placeMark(tx: Tx, poll: string, place: number): Promise<PlaceMark> {
  const { rows } = await sql<PlaceMark>`select ${mark("at.place")} as marked,
      greatest(0, (select count(*)::integer from roll r where r.municipality_id = m.municipality_id and r.poll_id = m.poll_id
        and r.place = at.place) - 1) as shares
    from roll_marks m, (select ${place}::integer as place) at
    where m.municipality_id = kernplein_municipality() and m.poll_id = ${poll}`.execute(tx);
  return rows[0] ?? { marked: "no", shares: 0 };
}

/** Who on the roll has this in her name, by name; 20 at most. */
export async function findVoters(tx: Tx, poll: string, q: string): Promise<OnRollView["voters"]> {
  const wanted = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<OnRollView["voters"][number]>`select r.person_id as person, null::integer as letter, p.name,
      ${mark("r.place")} as marked,
      (select count(*)::integer - 1 from roll o where o.municipality_id = r.municipality_id and o.poll_id = r.poll_id
        and o.place = r.place) as shares
    from roll r
    join person p on p.municipality_id = r.municipality_id and p.person_id = r.person_id
    join roll_marks m on m.municipality_id = r.municipality_id and m.poll_id = r.poll_id
    where r.municipality_id = kernplein_municipality() and r.poll_id = ${poll} and p.name ilike ${wanted}
    order by p.name, r.person_id limit 20`.execute(tx);
  return rows;
}

/** The letter with this serial number that is still good; none when it is void or a spare. */
export async function findLetterVoter(tx: Tx, poll: string, serial: number): Promise<OnRollView["voters"]> {
  const { rows } = await sql<OnRollView["voters"][number]>`select null::uuid as person, l.serial as letter, null::text as name,
      ${mark("l.place")} as marked, 0 as shares
    from letter l join roll_marks m on m.municipality_id = l.municipality_id and m.poll_id = l.poll_id
    where l.municipality_id = kernplein_municipality() and l.poll_id = ${poll} and l.serial = ${serial} and l.place is not null`.execute(
    tx,
  );
  return rows;
}

/** Everybody at a place that voted with a helper, in no order of time; holders of letters are nobody in particular. */
export async function helpedVoters(tx: Tx, poll: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`select r.person_id as person from roll r
    join roll_marks m on m.municipality_id = r.municipality_id and m.poll_id = r.poll_id
    where r.municipality_id = kernplein_municipality() and r.poll_id = ${poll} and get_bit(m.assisted, r.place) = 1
    order by r.person_id`.execute(tx);
  return rows.map(({ person }) => person);
}

/** As it was when the roll was fixed; null before, and for polls from before it was kept. */
export async function rollPartsOf(tx: Tx, poll: string): Promise<RollParts> {
  const { rows } = await sql<{ parts: RollParts }>`select roll_parts as parts from poll
    where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(tx);
  return rows[0]?.parts ?? null;
}
