/** SQL of conversation_place: where the bot may speak. A place is 'team <id of its channel General>' or 'person <object id>'. */
import type { Tx } from "../../shared/work.ts";

export interface StoredPlace {
  place: string;
  kern: string | null;
  serviceUrl: string;
  conversation: string;
  /** The channel for proposals; null while the team has none. */
  proposalsChannel: string | null;
  bot: string;
}

export const teamPlace = (team: string): string => `team ${team}`;
export const personPlace = (oid: string): string => `person ${oid}`;

/** What is not known now (`undefined`) stays as it was. */
export interface SeenPlace extends Omit<StoredPlace, "kern" | "proposalsChannel"> {
  kern?: string;
  proposalsChannel?: string | null;
}

export async function savePlace(tx: Tx, municipality: string, seen: SeenPlace, now: Date): Promise<void> {
  const changes = {
    service_url: seen.serviceUrl,
    conversation_id: seen.conversation,
    bot_id: seen.bot,
    changed_at: now,
    ...(seen.kern === undefined ? {} : { kern_id: seen.kern }),
    ...(seen.proposalsChannel === undefined ? {} : { proposals_channel_id: seen.proposalsChannel }),
  };
  await tx
    .insertInto("conversation_place")
    .values({ municipality_id: municipality, place: seen.place, ...changes })
    .onConflict((conflict) => conflict.columns(["municipality_id", "place"]).doUpdateSet(changes))
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
  return read(tx, municipality).where("place", "=", place).executeTakeFirst();
}

/** The kern's team; the one seen last, should a kern have got a new one. */
export async function findPlaceOfKern(tx: Tx, municipality: string, kern: string): Promise<StoredPlace | undefined> {
  return read(tx, municipality).where("kern_id", "=", kern).orderBy("changed_at", "desc").limit(1).executeTakeFirst();
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
    ])
    .where("municipality_id", "=", municipality);
}
