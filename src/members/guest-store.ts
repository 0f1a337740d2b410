/** SQL of what was seen of guests. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import { here } from "./store.ts";

export type Moment = "accepted_at" | "tab_opened_at" | "bot_reachable_at" | "web_opened_at";

/** Written at most once: true when this is the first time. */
export async function noteMoment(tx: Tx, person: string, moment: Moment, at: Date): Promise<boolean> {
  const column = sql.ref(moment);
  const { rows } = await sql`insert into guest (municipality_id, person_id, ${column})
    values (kernplein_municipality(), ${person}, ${at})
    on conflict (municipality_id, person_id) do update set ${column} = excluded.${column} where guest.${column} is null
    returning 1`.execute(tx);
  return rows.length === 1;
}

/** The same for many by their object ids; gives how many were new. */
export async function noteMoments(tx: Tx, oids: readonly string[], moment: Moment, at: readonly Date[]): Promise<number> {
  const column = sql.ref(moment);
  const { rows } = await sql`insert into guest (municipality_id, person_id, ${column})
    select p.municipality_id, p.person_id, min(seen.at)
      from unnest(${oids as string[]}::text[], ${at as Date[]}::timestamptz[]) as seen (oid, at) join person p on p.entra_oid = seen.oid
      group by p.municipality_id, p.person_id order by p.person_id
    on conflict (municipality_id, person_id) do update set ${column} = excluded.${column} where guest.${column} is null
    returning 1`.execute(tx);
  return rows.length;
}

/** First seen in the team of this kern; gives how many were new. */
export async function noteInTeam(tx: Tx, kern: string, oids: readonly string[], at: Date): Promise<number> {
  const { rows } = await sql`update membership m set seen_in_team_at = ${at} from person p
    where p.municipality_id = m.municipality_id and p.person_id = m.person_id and p.entra_oid = any(${oids as string[]}::text[])
      and m.kern_id = ${kern} and m.left_at is null and m.seen_in_team_at is null
    returning 1`.execute(tx);
  return rows.length;
}

/** No longer in the team of this kern, so she is waited for again; gives of how many that is new. */
export async function noteOutOfTeam(tx: Tx, kern: string, oids: readonly string[]): Promise<number> {
  const { rows } = await sql`update membership m set seen_in_team_at = null from person p
    where p.municipality_id = m.municipality_id and p.person_id = m.person_id and p.entra_oid = any(${oids as string[]}::text[])
      and m.kern_id = ${kern} and m.seen_in_team_at is not null
    returning 1`.execute(tx);
  return rows.length;
}

/** The bot can no longer write to them; gives of how many that is new. */
export async function noteUnreachable(tx: Tx, oids: readonly string[]): Promise<number> {
  const { rows } = await sql`update guest g set bot_reachable_at = null from person p
    where p.municipality_id = g.municipality_id and p.person_id = g.person_id and p.entra_oid = any(${oids as string[]}::text[])
      and g.bot_reachable_at is not null
    returning 1`.execute(tx);
  return rows.length;
}

/** Kernen where somebody with an account was not seen in the team yet. */
export async function findKernenWithUnseen(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("membership as m")
    .innerJoin("person as p", "p.person_id", "m.person_id")
    .select("m.kern_id as kern")
    .distinct()
    .where("m.left_at", "is", null)
    .where("m.seen_in_team_at", "is", null)
    .where("p.entra_oid", "is not", null)
    .orderBy("m.kern_id")
    .execute();
  return rows.map(({ kern }) => kern);
}

/** A guest account was made or found; `redeemUrl` accepts it. An account that is there is no longer removed. */
export async function saveInvitation(tx: Tx, person: string, redeemUrl: string | null, at: Date): Promise<void> {
  await sql`insert into guest (municipality_id, person_id, invited_at, redeem_url)
    values (kernplein_municipality(), ${person}, ${at}, ${redeemUrl})
    on conflict (municipality_id, person_id) do update set invited_at = coalesce(guest.invited_at, excluded.invited_at),
      redeem_url = coalesce(excluded.redeem_url, guest.redeem_url), removed_at = null, removed_oid = null`.execute(tx);
}

/** `failure`: why it was refused for good, in the other side's words; null when it was taken. */
export async function saveMailOutcome(tx: Tx, person: string, failure: string | null, at: Date): Promise<void> {
  const values =
    failure === null
      ? { mailed_at: at, mail_failed_at: null, mail_failure: null }
      : { mail_failed_at: at, mail_failure: failure };
  await tx
    .insertInto("guest")
    .values({ municipality_id: here, person_id: person, ...values })
    .onConflict((conflict) => conflict.columns(["municipality_id", "person_id"]).doUpdateSet(values))
    .execute();
}

export interface Guest {
  invitedAt: Date | null;
  redeemUrl: string | null;
  renewedAt: Date | null;
  acceptedAt: Date | null;
  tabOpenedAt: Date | null;
  webOpenedAt: Date | null;
  removedAt: Date | null;
  removedOid: string | null;
}

export function findGuest(tx: Tx, person: string): Promise<Guest | undefined> {
  return tx
    .selectFrom("guest")
    .select([
      "invited_at as invitedAt",
      "redeem_url as redeemUrl",
      "renewed_at as renewedAt",
      "accepted_at as acceptedAt",
      "tab_opened_at as tabOpenedAt",
      "web_opened_at as webOpenedAt",
      "removed_at as removedAt",
      "removed_oid as removedOid",
    ])
    .where("person_id", "=", person)
    .executeTakeFirst();
}

/** False when she asked after `before` already. */
export async function saveRenewal(tx: Tx, person: string, at: Date, before: Date): Promise<boolean> {
  const { rows } = await sql`insert into guest (municipality_id, person_id, renewed_at)
    values (kernplein_municipality(), ${person}, ${at})
    on conflict (municipality_id, person_id) do update set renewed_at = excluded.renewed_at
      where guest.renewed_at is null or guest.renewed_at <= ${before}
    returning 1`.execute(tx);
  return rows.length === 1;
}

/** Out of the directory: the account no longer makes her an actor, and can be asked back. False when it was another one. */
export async function saveRemoved(tx: Tx, person: string, oid: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("person")
    .set({ entra_oid: null })
    .where("person_id", "=", person)
    .where("entra_oid", "=", oid)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  const values = { removed_at: at, removed_oid: oid };
  await tx
    .insertInto("guest")
    .values({ municipality_id: here, person_id: person, ...values })
    .onConflict((conflict) => conflict.columns(["municipality_id", "person_id"]).doUpdateSet(values))
    .execute();
  return true;
}

/** A new address is a new guest: nothing that was seen of the former one holds. */
export async function forgetGuest(tx: Tx, person: string): Promise<void> {
  await tx.deleteFrom("guest").where("person_id", "=", person).execute();
  await tx.updateTable("membership").set({ seen_in_team_at: null }).where("person_id", "=", person).execute();
}
