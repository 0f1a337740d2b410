/** What crosses the wire about messages: who was reached by which, and when an officer is left in peace. */
import { z } from "zod";
import { kernId } from "../kernen/contract.ts";

/** "poll-opened~<id>": what a message is about, as one word for addresses. */
const messageId = z
  .string()
  .regex(/^[a-z-]+(~[\w.:-]+){1,3}$/, "invalid-id")
  .max(160, "invalid-id");

export const viewReachInput = z.object({
  kern: kernId.optional(),
  /** `next` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[\w~.:-]{1,160}$/, "invalid")
    .refine((cursor) => !Number.isNaN(Date.parse(cursor.slice(0, 24))), "invalid")
    .optional(),
});
export const viewMessageReachInput = z.object({ kern: kernId, message: messageId });

export const messageKinds = [
  "proposal-published",
  "proposal-returned",
  "proposal-refused",
  "proposal-taken",
  "proposal-answered",
  "proposal-corrected",
  "proposal-finished",
  "poll-opened",
  "poll-last-day",
  "poll-extended",
  "poll-closed",
  "log-head",
  "poll-awaits-paper",
  "join-request-waits",
  "proposal-waits",
  "answer-waits",
  "week-overview",
  "meeting-planned",
  "meeting-changed",
  "meeting-cancelled",
  "meeting-day-near",
  "place-freed",
  "minutes-written",
] as const;
export type MessageKind = (typeof messageKinds)[number];

export const whyNots = [
  "nothing-sent",
  "on-its-way",
  "unwanted",
  "mail-refused",
  "chat-failed",
  "card-failed",
  "web-only",
  "not-in-team",
] as const;
export type WhyNot = (typeof whyNots)[number];

/**
 * channel: the card stands in the channel of a team she is in. mail: her mail server took it, which does not say that it was read or
 * kept. chat: Teams took it for her chat with the bot.
 */
export const reachWays = ["channel", "mail", "chat"] as const;
export type ReachWay = (typeof reachWays)[number];

export const reachStates = ["done", "refused", "on-its-way", "unwanted"] as const;

export interface ReachedView {
  way: ReachWay;
  /** "unwanted": she had stopped this kind of mail, so none was sent. */
  state: (typeof reachStates)[number];
  /** The other side's own words, of a refusal. */
  detail: string | null;
}

export interface PersonReachView {
  person: string;
  name: string;
  ways: ReachedView[];
  /** Null when she was reached. */
  whyNot: WhyNot | null;
}

export interface MessageView {
  message: string;
  kind: MessageKind;
  kern: string;
  kernName: string;
  /** Title of the proposal or meeting, question of the poll, name of who asks or Monday of the week ("2026-11-30"); empty when it is no more. */
  title: string;
  /** ISO 8601, UTC: when the first of it left. */
  at: string;
  /** How many it was meant for, and how many of them each way reached; one person may count in several. */
  meant: number;
  reached: Record<ReachWay, number>;
  missed: number;
  /** What became of the card in the channel; null when there was none to be. */
  card: ReachedView | null;
}

export const placeTroubles = ["never", "removed", "blocked", "archived", "deleted", "refused"] as const;

/** Whether the bot can speak in a kern's team. */
export interface PlaceView {
  kern: string;
  kernName: string;
  /** Null when it can. "never": the app is not in the team yet. */
  trouble: (typeof placeTroubles)[number] | null;
  since: string | null;
  /** False: there is no channel for proposals, so cards come in General. */
  ownChannel: boolean;
}

export interface ReachView {
  messages: MessageView[];
  next: string | null;
  kernen: { kern: string; name: string }[];
  places: PlaceView[];
}

export interface MessageReachView {
  message: MessageView;
  /** By name; who was not reached first. */
  people: PersonReachView[];
}

const minuteOfDay = z.int().min(0, "invalid").max(1439, "invalid");

/** Minutes after midnight in Amsterdam. The same twice: never quiet, with the overview at that time. */
export const changeChatSettingInput = z.object({ quietFrom: minuteOfDay, quietUntil: minuteOfDay });
export const noInput = z.object({});

export interface ChatSettingView {
  quietFrom: number;
  quietUntil: number;
  /** Whether the bot can write to her: only then are tasks told there; else by mail, at once. */
  reachable: boolean;
}

export type NotificationsFact =
  /** A poll that is open, told anew at each start, so that its last day gets a card also where it opened before there were such cards. */
  | { fact: "last-day-comes"; poll: string; kern: string; closesAt: string }
  /** These people (ids) have the bot in a chat, and are told there first that a poll is open. */
  | { fact: "poll-for-chat"; poll: string; people: string[] }
  /** A day's overview for an officer is due, when tasks wait. `at`: ISO 8601. */
  | { fact: "officer-morning"; person: string; at: string }
  /** `monday`: a date, "2026-11-30". */
  | { fact: "week-begins"; monday: string }
  | { fact: "kern-week-begins"; kern: string; monday: string };
