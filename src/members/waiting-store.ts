/** SQL of who waits to be let into the team of her kern. Who left or is blocked at `now` does not wait. */
import { sql } from "kysely";
import type { Language, Tx } from "../shared/work.ts";

/** Marks these memberships. */
export async function saveWaiting(tx: Tx, members: readonly { person: string; kern: string }[], since: Date): Promise<void> {
  await sql`update membership m set waits_for_team_since = ${since}
    from unnest(${members.map(({ person }) => person)}::uuid[], ${members.map(({ kern }) => kern)}::text[]) as w (person_id, kern_id)
    where m.municipality_id = kernplein_municipality() and m.person_id = w.person_id and m.kern_id = w.kern_id`.execute(tx);
}

/** Marks who takes part in the kern and has no guest account. */
export async function saveUninvitedWaiting(tx: Tx, kern: string, since: Date): Promise<void> {
  await sql`update membership m set waits_for_team_since = ${since} from person p
    where p.municipality_id = m.municipality_id and p.person_id = m.person_id and p.entra_oid is null
      and m.kern_id = ${kern} and m.left_at is null`.execute(tx);
}

/** She is in the team, or it is known that she cannot be. */
export async function endWaiting(tx: Tx, person: string, kern: string): Promise<void> {
  await tx
    .updateTable("membership")
    .set({ waits_for_team_since: null })
    .where("person_id", "=", person)
    .where("kern_id", "=", kern)
    .execute();
}

const blocked = (now: Date) => sql`exists (select from person_block b where b.municipality_id = m.municipality_id
  and b.person_id = m.person_id and b.lifted_at is null and b.since <= ${now} and (b.until is null or b.until > ${now}))`;

export interface Uninvited {
  person: string;
  email: string;
  name: string;
  language: Language;
  /** Where she waits for the team. */
  kernen: string[];
  removedAt: Date | null;
  removedOid: string | null;
}

/** Who has no guest account, longest waiting first, at most `most`; `leftOut`: persons to pass over. */
export async function findUninvited(tx: Tx, now: Date, leftOut: readonly string[], most: number): Promise<Uninvited[]> {
  const { rows } = await sql<Uninvited>`select p.person_id as person, p.email, p.name, p.language,
      w.kernen, g.removed_at as "removedAt", g.removed_oid as "removedOid"
    from (select m.municipality_id, m.person_id, min(m.waits_for_team_since) as since, array_agg(m.kern_id order by m.kern_id) as kernen
        from membership m
        where m.waits_for_team_since is not null and m.left_at is null and not ${blocked(now)}
          and m.person_id <> all(${leftOut as string[]}::uuid[])
        group by m.municipality_id, m.person_id) w
      join person p on p.municipality_id = w.municipality_id and p.person_id = w.person_id and p.entra_oid is null
      left join guest g on g.municipality_id = w.municipality_id and g.person_id = w.person_id
    order by w.since, p.person_id limit ${most}`.execute(tx);
  return rows;
}

export interface Unadmitted {
  person: string;
  oid: string;
  /** The link of an invitation that she has not accepted yet. */
  pendingLink: string | null;
}

/** Kernen where somebody has a guest account and waits for the team. */
export async function findKernenWithUnadmitted(tx: Tx, now: Date): Promise<string[]> {
  const { rows } = await sql<{ kern: string }>`select distinct m.kern_id as kern
    from membership m join person p on p.municipality_id = m.municipality_id and p.person_id = m.person_id
    where m.waits_for_team_since is not null and m.left_at is null and p.entra_oid is not null and not ${blocked(now)}
    order by m.kern_id`.execute(tx);
  return rows.map(({ kern }) => kern);
}

export interface Turn {
  kern: string;
  /** Persons to pass over. */
  leftOut: readonly string[];
  most: number;
}

/** Who has a guest account and waits for the team of this kern, longest waiting first. */
export async function findUnadmitted(tx: Tx, now: Date, { kern, leftOut, most }: Turn): Promise<Unadmitted[]> {
  const { rows } = await sql<Unadmitted>`select m.person_id as person, p.entra_oid as oid,
      case when g.accepted_at is null then g.redeem_url end as "pendingLink"
    from membership m join person p on p.municipality_id = m.municipality_id and p.person_id = m.person_id
      left join guest g on g.municipality_id = m.municipality_id and g.person_id = m.person_id
    where m.waits_for_team_since is not null and m.left_at is null and p.entra_oid is not null and not ${blocked(now)}
      and m.kern_id = ${kern} and m.person_id <> all(${leftOut as string[]}::uuid[])
    order by m.waits_for_team_since, m.person_id limit ${most}`.execute(tx);
  return rows;
}
