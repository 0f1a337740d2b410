/**
 * Who was reached by a message, and why somebody was not. Pure. Nothing counts as reached but what the other side took: a card that
 * stands in a channel she was seen in, a mail her mail server accepted, a chat message Teams accepted.
 */
import type { Reachable } from "../members/index.ts";
import type { MessageKind, MessageView, PersonReachView, ReachedView, ReachWay, WhyNot } from "./contract.ts";

/** A row of message_sent. `person` null: the card in the channel. */
export interface SentRow {
  channel: string;
  state: string;
  detail: string | null;
  at: Date;
  person: string | null;
}

/** Meant for everybody in the kern; the others only for whom they were sent to. */
export const forAll: ReadonlySet<MessageKind> = new Set([
  "proposal-published",
  "proposal-answered",
  "poll-opened",
  "poll-last-day",
  "poll-extended",
  "poll-closed",
  "log-head",
  "meeting-planned",
  "week-overview",
]);

const states = { sent: "done", failed: "refused", sending: "on-its-way", unwanted: "unwanted" } as const;

/** The other side's words alone: what we wrote down ourselves is for the record, and told by the place's own state. */
function theirWords({ channel, detail }: SentRow): string | null {
  if (channel === "mail") return detail;
  return detail?.startsWith("Teams: ") ? detail.slice("Teams: ".length) : null;
}

function reached(row: SentRow): ReachedView {
  const { channel, state } = row;
  const way: ReachWay = channel === "mail" || channel === "chat" ? channel : "channel";
  const known = Object.hasOwn(states, state) ? states[state as keyof typeof states] : "on-its-way";
  return { way, state: known, detail: known === "refused" ? theirWords(row) : null };
}

export interface MessageReach {
  at: Date;
  card: ReachedView | null;
  people: PersonReachView[];
}

/**
 * `members`: everybody who takes or took part in the kern. Meant for whoever did when it left, and for whom it was sent to.
 * People in the order of `members`. `rows` must not be empty.
 */
export function reachOf(kind: MessageKind, rows: readonly SentRow[], members: readonly Reachable[]): MessageReach {
  const at = new Date(Math.min(...rows.map((row) => row.at.getTime())));
  const cardRow = rows.find(({ person }) => person === null);
  const card = cardRow ? reached(cardRow) : null;
  const own = new Map<string, ReachedView[]>();
  for (const row of rows) {
    if (row.person !== null) own.set(row.person, [...(own.get(row.person) ?? []), reached(row)]);
  }
  const tookPart = ({ since, leftAt }: Reachable) => since <= at && (leftAt === null || leftAt > at);
  const people = members
    .filter((one) => own.has(one.person) || (forAll.has(kind) && tookPart(one)))
    .map((one): PersonReachView => {
      const ways = [
        ...(one.seenInTeamAt !== null && card?.state === "done" && forAll.has(kind) ? [card] : []),
        ...(own.get(one.person) ?? []),
      ];
      return { person: one.person, name: one.name, ways, whyNot: whyNot(ways, card, one) };
    });
  return { at, card, people };
}

function whyNot(ways: readonly ReachedView[], card: ReachedView | null, { webOnly, seenInTeamAt }: Reachable): WhyNot | null {
  if (ways.some(({ state }) => state === "done")) return null;
  if (ways.some(({ state }) => state === "on-its-way")) return "on-its-way";
  if (ways.some(({ state }) => state === "unwanted")) return "unwanted";
  if (ways.some(({ way }) => way === "mail")) return "mail-refused";
  if (ways.some(({ way }) => way === "chat")) return "chat-failed";
  if (card === null) return "nothing-sent";
  if (seenInTeamAt !== null) return card.state === "refused" ? "card-failed" : "on-its-way";
  return webOnly ? "web-only" : "not-in-team";
}

/** The same in numbers. */
export function countReach({ card, people }: MessageReach): Pick<MessageView, "meant" | "reached" | "missed" | "card"> {
  const by = (way: ReachWay) => people.filter(({ ways }) => ways.some((one) => one.way === way && one.state === "done")).length;
  return {
    meant: people.length,
    reached: { channel: by("channel"), mail: by("mail"), chat: by("chat") },
    missed: people.filter((one) => one.whyNot !== null).length,
    card,
  };
}
