/** SQL of the roll: who may vote, and who has. Never what: nothing here reads a ballot. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";

/** Writes everybody who belongs to the kern now on the roll, at places in random order. Returns how many places. */
export async function fixRoll(tx: Tx, poll: string, kern: string): Promise<number> {
  const { numAffectedRows } = await sql`insert into roll (municipality_id, poll_id, person_id, place)
    select municipality_id, ${poll}, person_id, row_number() over (order by gen_random_uuid()) - 1
    from membership where municipality_id = kernplein_municipality() and kern_id = ${kern} and left_at is null`.execute(tx);
  const size = Number(numAffectedRows ?? 0n);
  const none = "0".repeat(Math.max(1, size));
  await sql`insert into roll_marks (municipality_id, poll_id, marks, paper, assisted)
    values (kernplein_municipality(), ${poll}, ${none}::bit varying, ${none}::bit varying, ${none}::bit varying)`.execute(tx);
  return size;
}

/** Who wants to vote. */
export interface Asker {
  person: string;
  /** Who helps her, on the helper's own device. */
  helper: string | null;
}

/** Places on the roll, in the order given; null for who is not on it. */
export async function placesOf(tx: Tx, poll: string, askers: readonly Asker[]): Promise<(number | null)[]> {
  const persons = askers.map(({ person }) => person);
  const { rows } = await sql<{ person: string; place: number }>`select person_id as person, place from roll
    where municipality_id = kernplein_municipality() and poll_id = ${poll} and person_id = any(${persons}::uuid[])`.execute(tx);
  const places = new Map(rows.map(({ person, place }) => [person, place]));
  return persons.map((person) => places.get(person) ?? null);
}

export interface Standing {
  onRoll: boolean;
  hasVoted: boolean;
  /** Places marked. */
  marked: number;
}

/** Whether this person (null: a visitor) is on the rolls and marked, and how many are marked: per poll. Never what. */
export async function standings(tx: Tx, polls: readonly string[], person: string | null): Promise<Map<string, Standing>> {
  if (polls.length === 0) return new Map();
  const { rows } = await sql<{ poll_id: string } & Standing>`
    select m.poll_id, r.place is not null as "onRoll", coalesce(get_bit(m.marks, r.place) = 1, false) as "hasVoted",
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

/** Marks a named voter of a poll of level 0; false when she is not on the roll. */
export async function markNamed(tx: Tx, poll: string, person: string): Promise<boolean> {
  const [place] = await placesOf(tx, poll, [{ person, helper: null }]);
  if (place === null || place === undefined) return false;
  await sql`update roll_marks set marks = set_bit(marks, ${place}, 1)
    where municipality_id = kernplein_municipality() and poll_id = ${poll}`.execute(tx);
  return true;
}
