/** SQL of polls and their options. Ballots: ballot-store.ts; keys and the public log: log-store.ts; the count: tally-store.ts. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { Electorate } from "./ballot-schemas.ts";
import type { ExtensionView, OptionView, PollState, SecrecyLevel, TallyView } from "./contract.ts";
import type { BallotForm, CountingRule } from "./counting/poll.ts";
import { talliesOf } from "./tally-store.ts";

export interface StoredPoll {
  municipality: string;
  poll: string;
  kern: string;
  kernName: string;
  proposal: string | null;
  question: string;
  explanation: string;
  level: SecrecyLevel;
  showNames: boolean;
  form: BallotForm;
  count: CountingRule;
  electorate: Electorate;
  opensAt: Date;
  closesAt: Date;
  state: PollState;
  rollSize: number | null;
  /** Canonical JSON of the definition. */
  definition: string | null;
  frozenHash: string | null;
}

const here = sql<string>`kernplein_municipality()`;

function polls(tx: Tx) {
  return tx
    .selectFrom("poll as p")
    .innerJoin("kern as k", (on) => on.onRef("k.municipality_id", "=", "p.municipality_id").onRef("k.kern_id", "=", "p.kern_id"))
    .select([
      "p.municipality_id as municipality",
      "p.poll_id as poll",
      "p.kern_id as kern",
      "k.name as kernName",
      "p.proposal_id as proposal",
      "p.question",
      "p.explanation",
      "p.level",
      "p.show_names as showNames",
      "p.form",
      "p.count",
      "p.electorate",
      "p.opens_at as opensAt",
      "p.closes_at as closesAt",
      "p.state",
      "p.roll_size as rollSize",
      "p.definition",
      "p.frozen_hash as frozenHash",
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

/** Every open poll, however many. */
export function findOpen(tx: Tx): Promise<{ poll: string; kern: string; closesAt: Date }[]> {
  return tx
    .selectFrom("poll")
    .select(["poll_id as poll", "kern_id as kern", "closes_at as closesAt"])
    .where("state", "=", "open")
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

export type CountedPollRow = StoredPoll & { tally: TallyView };

/** Counted ones with their tallies, newest first. */
export async function newestCounted(tx: Tx, kern: string, limit: number): Promise<CountedPollRow[]> {
  const found = await polls(tx)
    .where("p.kern_id", "=", kern)
    .where("p.state", "=", "closed")
    .orderBy("p.closes_at", "desc")
    .limit(limit)
    .execute();
  return withTallies(tx, found);
}

/** Of every kern, or of one, the poll that closed last among those that were counted. */
export async function lastCounted(tx: Tx, kern: string | undefined): Promise<CountedPollRow[]> {
  const found = await polls(tx)
    .where(
      "p.poll_id",
      "in",
      sql<string>`(select distinct on (c.kern_id) c.poll_id from poll c
        join tally t on t.municipality_id = c.municipality_id and t.poll_id = c.poll_id
        where c.municipality_id = ${here} and c.state = 'closed' ${kern === undefined ? sql`` : sql`and c.kern_id = ${kern}`}
        order by c.kern_id, c.closes_at desc)`,
    )
    .execute();
  return withTallies(tx, found);
}

/** Everywhere, by when they were counted, newest first. */
export async function countedSince(tx: Tx, since: Date, limit: number): Promise<CountedPollRow[]> {
  const found = await polls(tx)
    .innerJoin("tally as t", (on) => on.onRef("t.municipality_id", "=", "p.municipality_id").onRef("t.poll_id", "=", "p.poll_id"))
    .where("t.counted_at", ">", since)
    .orderBy("t.counted_at", "desc")
    .limit(limit)
    .execute();
  return withTallies(tx, found);
}

async function withTallies(tx: Tx, found: readonly StoredPoll[]): Promise<CountedPollRow[]> {
  const tallies = await talliesOf(tx, found);
  return found.flatMap((poll) => {
    const tally = tallies.get(poll.poll);
    return tally ? [{ ...poll, tally }] : [];
  });
}

export async function optionsOf(tx: Tx, poll: string): Promise<OptionView[]> {
  const rows = await tx
    .selectFrom("poll_option")
    .selectAll()
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .orderBy("position")
    .execute();
  return rows.map(
    ({ option_id: option, label, summary, cost_cents: cost, theme, proposal_id, photo_id, latitude, longitude }) => ({
      option,
      label,
      summary,
      cost,
      theme,
      proposal: proposal_id,
      photo: photo_id,
      place: latitude === null || longitude === null ? null : { latitude, longitude },
    }),
  );
}

export interface NewPoll
  extends Pick<
    StoredPoll,
    | "municipality"
    | "poll"
    | "kern"
    | "proposal"
    | "question"
    | "explanation"
    | "level"
    | "showNames"
    | "form"
    | "count"
    | "electorate"
    | "opensAt"
    | "closesAt"
  > {
  options: readonly OptionView[];
  openedBy: string;
}

const pollRow = (poll: NewPoll) => ({
  municipality_id: poll.municipality,
  poll_id: poll.poll,
  kern_id: poll.kern,
  proposal_id: poll.proposal,
  question: poll.question,
  explanation: poll.explanation,
  level: poll.level,
  show_names: poll.showNames,
  form: JSON.stringify(poll.form),
  count: JSON.stringify(poll.count),
  electorate: JSON.stringify(poll.electorate),
  opens_at: poll.opensAt,
  closes_at: poll.closesAt,
  state: "planned",
  opened_by: poll.openedBy,
});

export async function insertPoll(tx: Tx, poll: NewPoll): Promise<void> {
  await tx.insertInto("poll").values(pollRow(poll)).execute();
  await insertOptions(tx, poll);
}

/** Another plan under the same id; what hangs on the poll (its letters) stays. The poll must be planned and locked. */
export async function movePlanned(tx: Tx, poll: NewPoll): Promise<void> {
  const { municipality_id: _, poll_id: __, ...plan } = pollRow(poll);
  await tx.updateTable("poll").set(plan).where("municipality_id", "=", here).where("poll_id", "=", poll.poll).execute();
  await tx.deleteFrom("poll_option").where("municipality_id", "=", here).where("poll_id", "=", poll.poll).execute();
  await insertOptions(tx, poll);
}

/** The poll must be planned and locked: then nothing hangs on it but options and letters. */
export async function deletePlanned(tx: Tx, poll: string): Promise<void> {
  for (const table of ["letter", "poll_option", "poll"] as const)
    await tx.deleteFrom(table).where("municipality_id", "=", here).where("poll_id", "=", poll).execute();
}

async function insertOptions(tx: Tx, poll: NewPoll): Promise<void> {
  await tx
    .insertInto("poll_option")
    .values(
      poll.options.map(({ option, label, summary, cost, theme, proposal, photo, place }, position) => ({
        municipality_id: poll.municipality,
        poll_id: poll.poll,
        option_id: option,
        position,
        label,
        summary,
        cost_cents: cost,
        theme,
        proposal_id: proposal,
        photo_id: photo,
        latitude: place?.latitude ?? null,
        longitude: place?.longitude ?? null,
      })),
    )
    .execute();
}

/** Waits for ballots in flight (they hold a shared lock) and keeps new ones out until the transaction ends. */
export async function lockPoll(tx: Tx, poll: string): Promise<StoredPoll | undefined> {
  await sql`select from poll where municipality_id = kernplein_municipality() and poll_id = ${poll} for update`.execute(tx);
  return findPoll(tx, poll);
}

/** Keeps the poll from being closed until the transaction ends; others may vote meanwhile. */
export async function holdOpen(tx: Tx, poll: string): Promise<StoredPoll | undefined> {
  await sql`select from poll where municipality_id = kernplein_municipality() and poll_id = ${poll} for share`.execute(tx);
  return findPoll(tx, poll);
}

export async function markOpen(
  tx: Tx,
  poll: string,
  fixed: { rollSize: number; definition: string | null; frozenHash: string },
): Promise<void> {
  await tx
    .updateTable("poll")
    .set({ state: "open", roll_size: fixed.rollSize, definition: fixed.definition, frozen_hash: fixed.frozenHash })
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .execute();
}

export async function markClosed(tx: Tx, poll: string): Promise<void> {
  await tx.updateTable("poll").set({ state: "closed" }).where("municipality_id", "=", here).where("poll_id", "=", poll).execute();
}

export async function extensionsOf(tx: Tx, poll: string): Promise<ExtensionView[]> {
  const rows = await tx
    .selectFrom("poll_extension")
    .select(["closes_at", "reason", "signature"])
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .orderBy("position")
    .execute();
  return rows.map(({ closes_at, reason, signature }) => ({ closesAt: closes_at.toISOString(), reason, signature }));
}

export async function insertExtension(tx: Tx, poll: string, position: number, made: ExtensionView): Promise<void> {
  await tx
    .insertInto("poll_extension")
    .values({
      municipality_id: here,
      poll_id: poll,
      position,
      closes_at: made.closesAt,
      reason: made.reason,
      signature: made.signature,
    })
    .execute();
  await tx
    .updateTable("poll")
    .set({ closes_at: made.closesAt })
    .where("municipality_id", "=", here)
    .where("poll_id", "=", poll)
    .execute();
}
