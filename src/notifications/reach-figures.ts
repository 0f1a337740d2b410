/** SQL of how many people each message reached: the same as the rules of reach say of one person after another, all at once. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { MessageKind } from "./contract.ts";
import { messageIdOf } from "./message-of.ts";
import { forAll } from "./reach-rules.ts";

export interface ReachFigures {
  message: string;
  kind: MessageKind;
  kern: string;
  kernName: string;
  /** Title of the proposal or meeting, or question of the poll; empty when it is no more. */
  title: string;
  at: Date;
  meant: number;
  /** By the card in a channel she is in, or in her chat with the bot. */
  teams: number;
  /** By mail alone. */
  mail: number;
}

/** The newest messages that were meant for everybody in one of these kernen, newest first. */
export async function reachFigures(tx: Tx, kernen: readonly string[], most: number): Promise<ReachFigures[]> {
  type Row = Omit<ReachFigures, "message" | "kind"> & { about: string };
  const { rows } = await sql<Row>`with message as materialized (
      select about, kern_id, min(at) as at, bool_or(person_id is null and state = 'sent') as card from message_sent
        where about is not null and kern_id = any(${kernen as string[]}::text[])
          and split_part(about, ' ', 1) = any(${[...forAll]}::text[])
        group by about, kern_id order by min(at) desc, about desc limit ${most}),
    own as materialized (
      select r.about, r.kern_id, r.person_id, bool_or(r.channel = 'mail' and r.state = 'sent') as mail,
          bool_or(r.channel = 'chat' and r.state = 'sent') as chat
        from message m join message_sent r on r.about = m.about and r.kern_id = m.kern_id
        where r.person_id is not null group by r.about, r.kern_id, r.person_id),
    meant as (
      select m.about, m.kern_id, s.person_id from message m
        join membership s on s.kern_id = m.kern_id and s.since <= m.at and (s.left_at is null or s.left_at > m.at)
      union
      select about, kern_id, person_id from own),
    reached as (
      select about, kern_id, coalesce(own.mail, false) as mail,
          coalesce(own.chat, false) or (m.card and s.seen_in_team_at is not null) as teams
        from meant join message m using (about, kern_id) left join own using (about, kern_id, person_id)
        left join membership s using (kern_id, person_id))
    select m.about, m.kern_id as kern, k.name as "kernName", m.at, count(*)::integer as meant,
        count(*) filter (where r.teams)::integer as teams, count(*) filter (where r.mail and not r.teams)::integer as mail,
        coalesce(
          (select p.title from proposal p where p.proposal_id::text = split_part(m.about, ' ', 2)),
          (select g.title from meeting g where g.meeting_id::text = split_part(m.about, ' ', 2)),
          (select p.question from poll p where p.poll_id::text = split_part(m.about, ' ', 2)), '') as title
      from message m join reached r using (about, kern_id) join kern k using (kern_id)
      group by m.about, m.kern_id, k.name, m.at order by m.at desc, m.about desc`.execute(tx);
  return rows.map(({ about, ...row }) => ({ ...row, message: messageIdOf(about), kind: about.split(" ")[0] as MessageKind }));
}
