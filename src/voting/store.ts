/** SQL of polls, rolls, ballots and tallies. Nothing here ever reads a roll and a ballot in one statement. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { PollState, TallyView } from "./contract.ts";
import type { PollOption } from "./rules.ts";

export interface StoredPoll {
  poll: string;
  kern: string;
  kernName: string;
  proposal: string | null;
  question: string;
  explanation: string;
  kind: "for-against-abstain" | "own-options";
  opensAt: Date;
  closesAt: Date;
  state: PollState;
  rollSize: number | null;
  frozenHash: string | null;
  tally: TallyView | null;
}

const here = sql<string>`kernplein_municipality()`;

function polls(tx: Tx) {
  return tx
    .selectFrom("poll as p")
    .innerJoin("kern as k", (on) => on.onRef("k.municipality_id", "=", "p.municipality_id").onRef("k.kern_id", "=", "p.kern_id"))
    .leftJoin("tally as t", (on) => on.onRef("t.municipality_id", "=", "p.municipality_id").onRef("t.poll_id", "=", "p.poll_id"))
    .select([
      "p.poll_id as poll",
      "p.kern_id as kern",
      "k.name as kernName",
      "p.proposal_id as proposal",
      "p.question",
      "p.explanation",
      "p.kind",
      "p.opens_at as opensAt",
      "p.closes_at as closesAt",
      "p.state",
      "p.roll_size as rollSize",
      "p.frozen_hash as frozenHash",
      "t.counts as tally",
    ])
    .where("p.municipality_id", "=", here)
    .$castTo<StoredPoll>();
}

export function findPoll(tx: Tx, poll: string): Promise<StoredPoll | undefined> {
  return polls(tx).where("p.poll_id", "=", poll).executeTakeFirst();
}

/** Open ones first by closing time, then the coming ones, then the closed ones, newest first. At most 200. */
export function listPolls(tx: Tx, kern: string | undefined): Promise<StoredPoll[]> {
  const query = kern === undefined ? polls(tx) : polls(tx).where("p.kern_id", "=", kern);
  return query
    .orderBy(sql`array_position(array['open', 'planned', 'closed'], p.state)`)
    .orderBy(sql`case p.state when 'closed' then - extract(epoch from p.closes_at) else extract(epoch from p.closes_at) end`)
    .limit(200)
    .execute();
}

export interface PollFigures {
  kern: string;
  planned: number;
  open: number;
  closed: number;
}

/** Per kern that has any. */
export async function countPolls(tx: Tx): Promise<PollFigures[]> {
  const { rows } = await sql<PollFigures>`select kern_id as kern, count(*) filter (where state = 'planned') as planned,
      count(*) filter (where state = 'open') as open, count(*) filter (where state = 'closed') as closed
    from poll where municipality_id = kernplein_municipality() group by kern_id`.execute(tx);
  return rows;
}

/** Counted ones, newest first. */
export function newestCounted(tx: Tx, kern: string, limit: number): Promise<StoredPoll[]> {
  return polls(tx)
    .where("p.kern_id", "=", kern)
    .where("p.state", "=", "closed")
    .orderBy("p.closes_at", "desc")
    .limit(limit)
    .execute();
}

export async function optionsOf(tx: Tx, poll: string): Promise<PollOption[]> {
  return tx
    .selectFrom("poll_option")
    .select(["option_id as option", "label"])
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .orderBy("position")
    .execute();
}

export interface NewPoll {
  municipality: string;
  poll: string;
  kern: string;
  proposal: string | null;
  question: string;
  explanation: string;
  kind: "for-against-abstain" | "own-options";
  options: readonly PollOption[];
  opensAt: Date;
  closesAt: Date;
  openedBy: string;
}

export async function insertPoll(tx: Tx, poll: NewPoll): Promise<void> {
  await tx
    .insertInto("poll")
    .values({
      municipality_id: poll.municipality,
      poll_id: poll.poll,
      kern_id: poll.kern,
      proposal_id: poll.proposal,
      question: poll.question,
      explanation: poll.explanation,
      kind: poll.kind,
      opens_at: poll.opensAt,
      closes_at: poll.closesAt,
      state: "planned",
      opened_by: poll.openedBy,
    })
    .execute();
  await tx
    .insertInto("poll_option")
    .values(
      poll.options.map(({ option, label }, position) => ({
        municipality_id: poll.municipality,
        poll_id: poll.poll,
        option_id: option,
        position,
        label,
      })),
    )
    .execute();
}

/** Waits for ballots in flight (they hold a shared lock) and keeps new ones out until the transaction ends. */
export async function lockPoll(tx: Tx, poll: string): Promise<StoredPoll | undefined> {
  await sql`select from poll where municipality_id = kernplein_municipality() and poll_id = ${poll} for update`.execute(tx);
  return findPoll(tx, poll);
}

/** Writes everybody who belongs to the kern now on the roll, at places in random order. Returns how many. */
export async function fixRoll(tx: Tx, poll: string, kern: string): Promise<number> {
  const { numAffectedRows } = await sql`insert into roll (municipality_id, poll_id, person_id, place)
    select municipality_id, ${poll}, person_id, row_number() over (order by gen_random_uuid()) - 1
    from membership where municipality_id = kernplein_municipality() and kern_id = ${kern} and left_at is null`.execute(tx);
  const size = Number(numAffectedRows ?? 0n);
  await sql`insert into roll_marks (municipality_id, poll_id, marks)
    values (kernplein_municipality(), ${poll}, repeat('0', ${Math.max(1, size)}::integer)::bit varying)`.execute(tx);
  return size;
}

export async function markOpen(tx: Tx, poll: string, rollSize: number, frozenHash: string): Promise<void> {
  await tx
    .updateTable("poll")
    .set({ state: "open", roll_size: rollSize, frozen_hash: frozenHash })
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .execute();
}

/** Ballots per option. Only closing calls this. */
export async function countBallots(tx: Tx, poll: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("ballot")
    .select(["option_id", (eb) => eb.fn.countAll<number>().as("votes")])
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .groupBy("option_id")
    .execute();
  return new Map(rows.map((row) => [row.option_id, row.votes]));
}

export async function recordTally(tx: Tx, municipality: string, poll: string, tally: TallyView): Promise<void> {
  await tx
    .insertInto("tally")
    .values({
      municipality_id: municipality,
      poll_id: poll,
      counted_at: tally.countedAt,
      voters: tally.voters,
      counts: JSON.stringify(tally),
    })
    .execute();
  await tx.updateTable("poll").set({ state: "closed" }).where("municipality_id", "=", here).where("poll_id", "=", poll).execute();
}

export interface Standing {
  onRoll: boolean;
  hasVoted: boolean;
  turnout: number;
}

/** Whether this person is on the rolls and has voted, and how many have: per poll. Never what. */
export async function standings(tx: Tx, polls: readonly string[], person: string): Promise<Map<string, Standing>> {
  if (polls.length === 0) return new Map();
  const { rows } = await sql<{ poll_id: string } & Standing>`
    select m.poll_id, r.place is not null as "onRoll", coalesce(get_bit(m.marks, r.place) = 1, false) as "hasVoted",
      bit_count(m.marks)::integer as turnout
    from roll_marks m left join roll r
      on r.municipality_id = m.municipality_id and r.poll_id = m.poll_id and r.person_id = ${person}
    where m.municipality_id = kernplein_municipality() and m.poll_id = any(${polls as string[]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ poll_id, ...standing }) => [poll_id, standing]));
}

export interface CastRequest {
  person: string;
  option: string;
  fingerprint: string;
  receivedAt: Date;
}

/** Hands a batch of one poll to the database and returns a verdict for each, in the order given (see migration 0005). */
export async function castBallots(tx: Tx, poll: string, batch: readonly CastRequest[]): Promise<string[]> {
  const { rows } = await sql<{ verdicts: string[] }>`select kernplein_cast_ballots(${poll},
    ${batch.map((ballot) => ballot.person)}::uuid[], ${batch.map((ballot) => ballot.option)}::text[],
    ${batch.map((ballot) => ballot.fingerprint)}::text[], ${batch.map((ballot) => ballot.receivedAt)}::timestamptz[]) as verdicts`.execute(
    tx,
  );
  return rows[0]?.verdicts ?? [];
}
