/** SQL of cards on the square: message_sent (that a card leaves once) and card_posted (which card to bring up to date). */
import type { Tx } from "../shared/work.ts";
import type { CardOnSquare } from "./square.ts";

/**
 * "proposal <id>", "answer <id of the proposal>", "poll <id>", "last-day <id of the poll>", "outcome <id of the poll>",
 * "log <id of the poll> <batch>", "meeting <id>" or "week <kern> <Monday>".
 */
export type CardObject = string;

/** What a card of this kind tells, as the mails about the same thing name it. */
const tells = {
  proposal: "proposal-published",
  answer: "proposal-answered",
  poll: "poll-opened",
  "last-day": "poll-last-day",
  outcome: "poll-closed",
  log: "log-head",
  meeting: "meeting-planned",
  week: "week-overview",
};

export function aboutOf(object: CardObject): string {
  const [kind = "", ...rest] = object.split(" ");
  return [Object.hasOwn(tells, kind) ? tells[kind as keyof typeof tells] : kind, ...rest].join(" ");
}

/** Its key in message_sent. */
export const messageKey = (object: CardObject): string => `card:${object}`;

/**
 * Claims the right to post this card. "mine": go on. "busy": another job is posting it. "unknown": one began before `lapsedBefore` and
 * was cut off; whether the card is there nobody knows. "done": it was posted, or failed for good.
 */
export async function claimCard(
  tx: Tx,
  municipality: string,
  { object, kern }: { object: CardObject; kern: string },
  now: Date,
  lapsedBefore: Date,
): Promise<"mine" | "busy" | "unknown" | "done"> {
  const claimed = await tx
    .insertInto("message_sent")
    .values({
      municipality_id: municipality,
      message_key: messageKey(object),
      channel: "card",
      state: "sending",
      at: now,
      about: aboutOf(object),
      kern_id: kern,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "message_key"]).doNothing())
    .returning("state")
    .executeTakeFirst();
  if (claimed) return "mine";
  const found = await tx
    .selectFrom("message_sent")
    .select(["state", "at"])
    .where("municipality_id", "=", municipality)
    .where("message_key", "=", messageKey(object))
    .executeTakeFirst();
  // Given back between the two statements: whoever gave it back is trying again.
  if (!found) return "busy";
  if (found.state !== "sending") return "done";
  return found.at < lapsedBefore ? "unknown" : "busy";
}

export interface PostedObject extends CardOnSquare {
  /** Fingerprint of what the card shows. */
  shows: string;
}

export interface KnownCard extends PostedObject {
  updatedAt: Date;
}

export async function savePosted(tx: Tx, municipality: string, object: CardObject, card: PostedObject, now: Date): Promise<void> {
  const row = {
    place: card.place,
    conversation_id: card.conversation,
    activity_id: card.activity,
    shows: card.shows,
    updated_at: now,
  };
  await tx
    .insertInto("card_posted")
    .values({ municipality_id: municipality, object, ...row })
    .onConflict((conflict) => conflict.columns(["municipality_id", "object"]).doUpdateSet(row))
    .execute();
}

export async function findPosted(tx: Tx, municipality: string, object: CardObject): Promise<KnownCard | undefined> {
  return tx
    .selectFrom("card_posted")
    .select(["place", "conversation_id as conversation", "activity_id as activity", "shows", "updated_at as updatedAt"])
    .where("municipality_id", "=", municipality)
    .where("object", "=", object)
    .executeTakeFirst();
}
