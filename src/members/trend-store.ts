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

export interface Bands {
  /** Place in `moments`, from 0. */
  moment: number;
  /** Shown herself in Teams, and the bot can write to her. */
  bot: number;
  /** Shown herself in Teams. */
  teams: number;
  /** Takes part by the page and by mail. */
  page: number;
  /** Not seen yet. */
  unseen: number;
}

/**
 * Who took part in these kernen at each of the moments, by how she had been seen by then; who takes part in two kernen counts twice.
 * Only first times are on record: who was seen once counts as such from then on.
 */
export async function countBands(tx: Tx, moments: readonly Date[], kernen: readonly string[]): Promise<Bands[]> {
  const { rows } = await sql<Bands>`select moment, count(*) filter (where band = 'bot')::integer as bot,
      count(*) filter (where band = 'teams')::integer as teams, count(*) filter (where band = 'page')::integer as page,
      count(*) filter (where band = 'unseen')::integer as unseen
    from (select (at.place - 1)::integer as moment, case
          when g.bot_reachable_at <= at.moment then 'bot'
          when g.tab_opened_at <= at.moment or g.accepted_at <= at.moment then 'teams'
          when g.web_opened_at <= at.moment or p.web_only_reason is not null then 'page'
          else 'unseen' end as band
        from membership m
        join person p on p.municipality_id = m.municipality_id and p.person_id = m.person_id
        left join guest g on g.municipality_id = m.municipality_id and g.person_id = m.person_id
        join unnest(${moments as Date[]}::timestamptz[]) with ordinality as at (moment, place)
          on m.since <= at.moment and (m.left_at is null or m.left_at > at.moment)
        where m.kern_id = any(${kernen as string[]}::text[])) seen
    group by moment order by moment`.execute(tx);
  return rows;
}

export interface ComingAndGoing {
  /** Place in `starts`, from 0. */
  month: number;
  /** Came by asking herself, and by an officer's invitation. */
  asked: number;
  invited: number;
  left: number;
}

/** `starts`: when each month begins, oldest first; the last one runs until now. Only months in which somebody came or left. */
export async function countComingAndGoing(tx: Tx, starts: readonly Date[], kernen: readonly string[]): Promise<ComingAndGoing[]> {
  const months = sql`${starts as Date[]}::timestamptz[]`;
  const first = starts[0] ?? new Date();
  const here = sql`kern_id = any(${kernen as string[]}::text[])`;
  const { rows } =
    await sql<ComingAndGoing>`select month - 1 as month, sum(asked)::integer as asked, sum(invited)::integer as invited,
      sum(gone)::integer as left
    from (
      select width_bucket(since, ${months}) as month, count(*) filter (where invited_by is null) as asked,
          count(*) filter (where invited_by is not null) as invited, 0 as gone
        from membership where ${here} and since >= ${first} group by 1
      union all
      select width_bucket(left_at, ${months}), 0, 0, count(*) from membership where ${here} and left_at >= ${first} group by 1) counted
    group by month order by month`.execute(tx);
  return rows;
}
