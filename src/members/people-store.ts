/** SQL of the people of a kern as their officer sees them, and of lists of invitations. */
import { sql } from "kysely";
import type { Language, Tx } from "../shared/work.ts";
import type { Moments } from "./guest-state.ts";
import type { KnownPerson } from "./invitation-verdicts.ts";

export interface PersonRow extends Moments {
  person: string;
  kern: string;
  kernName: string;
  name: string;
  email: string;
  language: Language;
  mailFailure: string | null;
  block: { since: Date; until: Date | null; reason: string } | null;
  invitedBy: string | null;
}

const moments = {
  since: "m.since",
  leftAt: "m.left_at",
  seenInTeamAt: "m.seen_in_team_at",
  invitedAt: "g.invited_at",
  mailedAt: "g.mailed_at",
  mailFailedAt: "g.mail_failed_at",
  acceptedAt: "g.accepted_at",
  tabOpenedAt: "g.tab_opened_at",
  botReachableAt: "g.bot_reachable_at",
  webOpenedAt: "g.web_opened_at",
  blockSince: "b.since",
  blockUntil: "b.until",
} as const;
type MomentName = keyof typeof moments;

/** Moments as milliseconds: reading 100,000 written dates took longer than finding them. */
type Stored = Omit<PersonRow, MomentName | "block"> & Record<MomentName, number | null> & { blockReason: string | null };

/** Everybody who takes or took part in these kernen, in no order; `q`: part of a name or an address. */
export async function findPeople(tx: Tx, kernen: readonly string[], q: string, now: Date): Promise<PersonRow[]> {
  const wanted = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const times = sql.join(
    Object.entries(moments).map(
      ([name, column]) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::float8 as ${sql.ref(name)}`,
    ),
  );
  const { rows } =
    await sql<Stored>`select m.person_id as person, m.kern_id as kern, k.name as "kernName", p.name, p.email, p.language,
      m.invited_by as "invitedBy", p.web_only_reason is not null as "webOnly", g.mail_failure as "mailFailure",
      b.reason as "blockReason", ${times}
    from membership m
    join person p on p.municipality_id = m.municipality_id and p.person_id = m.person_id
    join kern k on k.municipality_id = m.municipality_id and k.kern_id = m.kern_id
    left join guest g on g.municipality_id = m.municipality_id and g.person_id = m.person_id
    left join (select distinct on (person_id) person_id, since, until, reason from person_block
        where lifted_at is null and (until is null or until > ${now}) order by person_id, since desc) b on b.person_id = m.person_id
    where m.kern_id = any(${kernen as string[]}::text[]) and (${q} = '' or p.name ilike ${wanted} or p.email ilike ${wanted})`.execute(
      tx,
    );
  return rows.map(rowOf);
}

function rowOf({ blockReason, blockSince, blockUntil, ...row }: Stored): PersonRow {
  return {
    ...row,
    since: dateOf(row.since) ?? new Date(0),
    leftAt: dateOf(row.leftAt),
    seenInTeamAt: dateOf(row.seenInTeamAt),
    invitedAt: dateOf(row.invitedAt),
    mailedAt: dateOf(row.mailedAt),
    mailFailedAt: dateOf(row.mailFailedAt),
    acceptedAt: dateOf(row.acceptedAt),
    tabOpenedAt: dateOf(row.tabOpenedAt),
    botReachableAt: dateOf(row.botReachableAt),
    webOpenedAt: dateOf(row.webOpenedAt),
    block: blockSince === null ? null : { since: new Date(blockSince), until: dateOf(blockUntil), reason: blockReason ?? "" },
  };
}

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** Who takes part in these kernen now. */
export async function countByKern(tx: Tx, kernen: readonly string[]): Promise<{ kern: string; name: string; members: number }[]> {
  const { rows } = await sql<{ kern: string; name: string; members: number }>`select k.kern_id as kern, k.name,
      (select count(*)::int from membership m where m.municipality_id = k.municipality_id and m.kern_id = k.kern_id
        and m.left_at is null) as members
    from kern k where k.kern_id = any(${kernen as string[]}::text[]) order by k.name`.execute(tx);
  return rows;
}

/** Whom the municipality knows under one of these plain addresses (address.ts), in whatever spelling. */
export async function findKnown(tx: Tx, plain: readonly string[], now: Date): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`select p.person_id as person, p.email,
      coalesce((select array_agg(m.kern_id) from membership m where m.municipality_id = p.municipality_id
        and m.person_id = p.person_id and m.left_at is null), '{}') as kernen,
      exists (select from person_block b where b.municipality_id = p.municipality_id and b.person_id = p.person_id
        and b.lifted_at is null and b.since <= ${now} and (b.until is null or b.until > ${now})) as blocked
    from person p where regexp_replace(p.email, '\\+[^@]*@', '@') = any(${plain as string[]}::text[])`.execute(tx);
  return rows;
}

export interface Invitee {
  person: string;
  kern: string;
  name: string;
  email: string;
  language: Language;
  webOnlyReason: string | null;
  consent: string;
}

/**
 * Makes many people members at once. Whoever is known by now keeps her own name and language. Gives who began to take part: the rest
 * did already. Sorted by address, so that two lists at once wait for each other instead of standing in each other's way.
 */
export async function startMemberships(
  tx: Tx,
  invitees: readonly Invitee[],
  officer: string,
  since: Date,
): Promise<{ person: string; kern: string; email: string }[]> {
  const rows = JSON.stringify([...invitees].sort((one, other) => (one.email < other.email ? -1 : 1)));
  const given = sql`json_to_recordset(${rows}::json)
    as given (person uuid, kern text, name text, email text, language text, "webOnlyReason" text, consent text)`;
  await sql`insert into person (municipality_id, person_id, name, email, language, web_only_reason, created_at)
    select kernplein_municipality(), person, name, email, language, "webOnlyReason", ${since}
      from (select distinct on (email) * from ${given} order by email) as first
    on conflict (municipality_id, email) do nothing`.execute(tx);
  const begun = await sql<{ person: string; kern: string; email: string }>`with began as (
      insert into membership (municipality_id, person_id, kern_id, since, invited_by, consent_basis)
      select p.municipality_id, p.person_id, given.kern, ${since}, ${officer}, given.consent
        from ${given} join person p on p.email = given.email order by p.person_id, given.kern
      on conflict (municipality_id, person_id, kern_id) do update set since = excluded.since, left_at = null,
        invited_by = excluded.invited_by, consent_basis = excluded.consent_basis, seen_in_team_at = null
        where membership.left_at is not null
      returning person_id, kern_id)
    select began.person_id as person, began.kern_id as kern, p.email from began join person p on p.person_id = began.person_id`.execute(
    tx,
  );
  return begun.rows;
}
