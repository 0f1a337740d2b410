/** SQL of conversation_place: where the bot may speak. A place is 'team <id of its channel General>' or 'person <object id>'. */
import { sql } from "kysely";
import type { SquareState } from "../../notifications/square.ts";
import type { Tx } from "../../shared/work.ts";

export interface StoredPlace {
  place: string;
  kern: string | null;
  serviceUrl: string;
  conversation: string;
  /** The channel for proposals; null while the team has none. */
  proposalsChannel: string | null;
  bot: string;
  trouble: { kind: Trouble; since: Date; triedAt: Date } | null;
}

/** Why the bot can say nothing at a place: taken out, blocked, the team archived, the channel or team gone, or refused otherwise. */
export type Trouble = "removed" | "blocked" | "archived" | "deleted" | "refused";

export const teamPlace = (team: string): string => `team ${team}`;
export const personPlace = (oid: string): string => `person ${oid}`;

/** What is not known now (`undefined`) stays as it was. */
export interface SeenPlace extends Omit<StoredPlace, "kern" | "proposalsChannel" | "trouble"> {
  kern?: string;
  proposalsChannel?: string | null;
  /** What was seen proves that the bot can speak here. */
  speaks?: boolean;
}

const noTrouble = { trouble: null, trouble_since: null, trouble_detail: null, trouble_tried_at: null };

export async function savePlace(tx: Tx, municipality: string, seen: SeenPlace, now: Date): Promise<void> {
  const changes = {
    service_url: seen.serviceUrl,
    conversation_id: seen.conversation,
    bot_id: seen.bot,
    changed_at: now,
    ...(seen.speaks ? noTrouble : {}),
    ...(seen.kern === undefined ? {} : { kern_id: seen.kern }),
    ...(seen.proposalsChannel === undefined ? {} : { proposals_channel_id: seen.proposalsChannel }),
  };
  await tx
    .insertInto("conversation_place")
    .values({ municipality_id: municipality, place: seen.place, ...changes })
    .onConflict((conflict) => conflict.columns(["municipality_id", "place"]).doUpdateSet(changes))
    .execute();
}

/** `since` stays that of the first time; `detail`: in the other side's words. */
export async function saveTrouble(
  tx: Tx,
  municipality: string,
  place: string,
  { kind, detail }: { kind: Trouble; detail: string | null },
  now: Date,
): Promise<void> {
  await tx
    .updateTable("conversation_place")
    .set(({ ref, fn, val }) => ({
      trouble: kind,
      trouble_since: fn.coalesce(ref("trouble_since"), val(now)),
      trouble_detail: detail,
      trouble_tried_at: now,
    }))
    .where("municipality_id", "=", municipality)
    .where("place", "=", place)
    .execute();
}

export async function endTrouble(tx: Tx, municipality: string, place: string): Promise<void> {
  await tx
    .updateTable("conversation_place")
    .set(noTrouble)
    .where("municipality_id", "=", municipality)
    .where("place", "=", place)
    .execute();
}

export async function removePlace(tx: Tx, municipality: string, place: string): Promise<void> {
  await tx.deleteFrom("conversation_place").where("municipality_id", "=", municipality).where("place", "=", place).execute();
}

export async function saveProposalsChannel(
  tx: Tx,
  municipality: string,
  place: string,
  channel: string | null,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("conversation_place")
    .set({ proposals_channel_id: channel, changed_at: now })
    .where("municipality_id", "=", municipality)
    .where("place", "=", place)
    .execute();
}

export async function findPlace(tx: Tx, municipality: string, place: string): Promise<StoredPlace | undefined> {
  return stored(await read(tx, municipality).where("place", "=", place).executeTakeFirst());
}

/** Which of these places the bot knows. */
export async function findPlaces(tx: Tx, municipality: string, places: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ place: string }>`select place from conversation_place
    where municipality_id = ${municipality} and place = any(${places as string[]}::text[])`.execute(tx);
  return new Set(rows.map(({ place }) => place));
}

/** The kern's team; the one seen last, should a kern have got a new one. */
export async function findPlaceOfKern(tx: Tx, municipality: string, kern: string): Promise<StoredPlace | undefined> {
  return stored(
    await read(tx, municipality).where("kern_id", "=", kern).orderBy("changed_at", "desc").limit(1).executeTakeFirst(),
  );
}

/** Of every kern with a team the bot knows, as it was seen last. */
export async function squareStates(tx: Tx): Promise<SquareState[]> {
  const { rows } = await sql<SquareState>`select distinct on (kern_id) kern_id as kern, trouble, trouble_since as since,
    proposals_channel_id is not null as "ownChannel"
    from conversation_place where kern_id is not null order by kern_id, changed_at desc`.execute(tx);
  return rows;
}

type Row = Omit<StoredPlace, "trouble"> & { kind: string | null; since: Date | null; triedAt: Date | null };

function stored(row: Row | undefined): StoredPlace | undefined {
  if (!row) return undefined;
  const { kind, since, triedAt, ...place } = row;
  return { ...place, trouble: kind && since ? { kind: kind as Trouble, since, triedAt: triedAt ?? since } : null };
}

function read(tx: Tx, municipality: string) {
  return tx
    .selectFrom("conversation_place")
    .select([
      "place",
      "kern_id as kern",
      "service_url as serviceUrl",
      "conversation_id as conversation",
      "proposals_channel_id as proposalsChannel",
      "bot_id as bot",
      "trouble as kind",
      "trouble_since as since",
      "trouble_tried_at as triedAt",
    ])
    .where("municipality_id", "=", municipality);
}
