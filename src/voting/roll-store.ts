/** SQL of the roll: who may vote, and who has. Never what: nothing here reads a ballot. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { Electorate } from "./ballot-schemas.ts";
import type { RollParts } from "./roll-contract.ts";

/** Members of the kern that belong on a roll of this kind now, each with the key of her place; `declared`: has an address in this kern. */
function belonging(kern: string, { assurance, per, memberBy }: Electorate) {
  const place =
    per === "household"
      ? sql`coalesce(a.postcode || '/' || a.house_number || '/' || a.addition, m.person_id::text)`
      : sql`m.person_id::text`;
  return sql`select m.person_id, a.person_id is not null as declared, ${place} as key
    from membership m
    join kern k on k.municipality_id = m.municipality_id and k.kern_id = m.kern_id
    left join declared_address a on a.municipality_id = m.municipality_id and a.person_id = m.person_id
      and left(a.postcode, 4) = any(k.postcodes)
    where m.municipality_id = kernplein_municipality() and m.kern_id = ${kern} and m.left_at is null
      and (${memberBy ?? null}::timestamptz is null or m.since <= ${memberBy ?? null}::timestamptz)
      and (${assurance} <> 'address' or a.person_id is not null)`;
}

export interface RollSize {
  places: number;
  parts: NonNullable<RollParts>;
}

/** How large a roll would be if it were fixed now; for letters, of those made for this poll. */
export async function rollSizeNow(tx: Tx, poll: string | null, kern: string, electorate: Electorate): Promise<RollSize> {
  if (electorate.assurance === "letter") {
    const { rows } = await sql<{ letters: number }>`select count(*)::integer as letters from letter
      where municipality_id = kernplein_municipality() and poll_id = ${poll} and place is not null`.execute(tx);
    const letters = rows[0]?.letters ?? 0;
    return { places: letters, parts: { mail: 0, address: 0, letter: letters } };
  }
  const { rows } = await sql<{ places: number; people: number; declared: number }>`select count(distinct key)::integer as places,
      count(*)::integer as people, count(*) filter (where declared)::integer as declared
    from (${belonging(kern, electorate)}) b`.execute(tx);
  const { places, people, declared } = rows[0] ?? { places: 0, people: 0, declared: 0 };
  return { places, parts: { mail: people - declared, address: declared, letter: 0 } };
}

/** Writes the roll of a poll in one go, at places in random order (letters have theirs). Gives how many places. */
export async function fixRoll(tx: Tx, poll: string, kern: string, electorate: Electorate): Promise<number> {
  const { places, parts } = await rollSizeNow(tx, poll, kern, electorate);
  if (electorate.assurance !== "letter")
    await sql`with belongs as materialized (${belonging(kern, electorate)}),
        places as (select key, row_number() over (order by gen_random_uuid()) - 1 as place from (select distinct key from belongs) k)
      insert into roll (municipality_id, poll_id, person_id, place)
        select kernplein_municipality(), ${poll}, person_id, place from belongs join places using (key)`.execute(tx);
  const none = "0".repeat(Math.max(1, places));
  await sql`insert into roll_marks (municipality_id, poll_id, marks, paper, assisted)
    values (kernplein_municipality(), ${poll}, ${none}::bit varying, ${none}::bit varying, ${none}::bit varying)`.execute(tx);
  await sql`update poll set roll_parts = ${JSON.stringify(parts)}
    where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(tx);
  return places;
}

/** Who wants to vote: a person, or who holds a letter (its place). `helper`: who helps her, on the helper's own device. */
export type Asker = { helper: string | null } & ({ person: string } | { place: number });

/** Places on the roll, in the order given; null for who is not on it. */
export async function placesOf(tx: Tx, poll: string, askers: readonly Asker[]): Promise<(number | null)[]> {
  const persons = askers.flatMap((asker) => ("person" in asker ? [asker.person] : []));
  const { rows } = await sql<{ person: string; place: number }>`select person_id as person, place from roll
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and person_id = any(${persons}::uuid[])`.execute(tx);
  const places = new Map(rows.map(({ person, place }) => [person, place]));
  return askers.map((asker) => ("place" in asker ? asker.place : (places.get(asker.person) ?? null)));
}

export interface Standing {
  onRoll: boolean;
  hasVoted: boolean;
  /** She, or somebody who shares her place, with a helper. */
  votedWithHelp: boolean;
  /** Others at this place. */
  shares: number;
  /** Places marked. */
  marked: number;
}

/** Whether this person (null: a visitor) is on the rolls and marked, and how many are marked: per poll. Never what. */
export async function standings(tx: Tx, polls: readonly string[], person: string | null): Promise<Map<string, Standing>> {
  if (polls.length === 0) return new Map();
  const { rows } = await sql<{ poll_id: string } & Standing>`
    select m.poll_id, r.place is not null as "onRoll", coalesce(get_bit(m.marks, r.place) = 1, false) as "hasVoted",
      coalesce(get_bit(m.assisted, r.place) = 1, false) as "votedWithHelp",
      greatest(0, (select count(*)::integer from roll o where o.municipality_id = r.municipality_id and o.poll_id = r.poll_id
        and o.place = r.place) - 1) as shares,
      bit_count(m.marks)::integer as marked
    from roll_marks m left join roll r
      on r.municipality_id = m.municipality_id and r.poll_id = m.poll_id and r.person_id = ${person}
    where m.municipality_id = kernplein_municipality() and m.poll_id = any(${polls as string[]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ poll_id, ...standing }) => [poll_id, standing]));
}

export interface RollNumbers {
  marked: number;
  paper: number;
  assisted: number;
  /** Person → how many she helped. */
  helped: Record<string, number>;
}

export async function rollNumbers(tx: Tx, poll: string): Promise<RollNumbers> {
  const { rows } = await sql<RollNumbers>`select bit_count(marks)::integer as marked, bit_count(paper)::integer as paper,
      bit_count(assisted)::integer as assisted, helped
    from roll_marks where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(tx);
  return rows[0] ?? { marked: 0, paper: 0, assisted: 0, helped: {} };
}

/** Marks a place for a pass (migration 0011): "issued", "again" or the code of a refusal. */
export async function markForPass(
  tx: Tx,
  poll: string,
  mark: { place: number | null; helper: string | null; binding: Uint8Array; receivedAt: Date },
): Promise<string> {
  const { rows } = await sql<{ verdict: string }>`select kernplein_issue_pass(${poll}, ${mark.place}, ${mark.helper},
    ${mark.binding}, ${mark.receivedAt}) as verdict`.execute(tx);
  return rows[0]?.verdict ?? "not-found";
}

/** Marks a place for a paper ballot (migration 0011): "marked" or the code of a refusal. */
export async function markForPaper(tx: Tx, poll: string, place: number | null, receivedAt: Date): Promise<string> {
  const { rows } = await sql<{
    verdict: string;
  }>`select kernplein_mark_paper(${poll}, ${place}, ${receivedAt}) as verdict`.execute(tx);
  return rows[0]?.verdict ?? "not-found";
}

/** Takes the mark of a paper ballot back (migration 0012): "unmarked" or the code of a refusal. */
export async function unmarkPaper(tx: Tx, poll: string, place: number | null, receivedAt: Date): Promise<string> {
  const { rows } = await sql<{ verdict: string }>`select kernplein_unmark_paper(${poll}, ${place}, ${receivedAt})
    as verdict`.execute(tx);
  return rows[0]?.verdict ?? "not-found";
}

/** Marks a named voter of a poll of level 0; false when she is not on the roll. */
export async function markNamed(tx: Tx, poll: string, person: string): Promise<boolean> {
  const [place] = await placesOf(tx, poll, [{ person, helper: null }]);
  if (place === null || place === undefined) return false;
  await sql`update roll_marks set marks = set_bit(marks, ${place}, 1)
    where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(tx);
  return true;
}
