/**
 * Our own contract with Teams. Whatever SDK speaks the Bot Framework protocol stands behind it (botbuilder.ts, agents.ts: one
 * file each), so that the SDK can be replaced.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { IAdaptiveCard } from "@microsoft/teams.cards";

export type Card = IAdaptiveCard;

/** Where the bot can start to speak. */
export interface Place {
  /** Regional address of the Bot Connector. */
  serviceUrl: string;
  /** Entra tenant of the municipality. */
  tenant: string;
  /** The bot as this place knows it ("28:…"). */
  bot: string;
  kind: "channel" | "personal";
  /** Id of the channel, or of the 1:1 chat. */
  conversation: string;
}

/** A card that was posted, with what is needed to change it. */
export interface PostedCard {
  /** Entra tenant of the municipality. */
  tenant: string;
  serviceUrl: string;
  conversation: string;
  activity: string;
}

export interface Engine {
  /** Answers POST /api/messages, whatever comes in. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Starts a conversation with this card. Throws ConnectorFailure. */
  post(place: Place, card: Card): Promise<PostedCard>;
  /** Replaces a posted card. Throws ConnectorFailure. */
  update(posted: PostedCard, card: Card): Promise<void>;
  /** Whether the bot can do its work; the reason when not. For /health/ready. */
  check(): Promise<{ ready: true } | { ready: false; reason: string }>;
}

/** What the bot says in a conversation: a card or a line of text, never both in one (Teams then gives no id back). */
export type Message = { card: Card } | { text: string };

/** What a turn yields: messages into the conversation, and for an invoke the answer that only the asker sees. */
export interface Answer {
  messages: Message[];
  invoke?: { status: number; body?: unknown };
}

/** What the turn may ask of the conversation it is in. */
export interface Surroundings {
  /** Channels of the team; General has no name. Throws ConnectorFailure. */
  channels(): Promise<{ id: string; name: string | null }[]>;
}

export interface EngineLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * The Bot Connector did not do what was asked. `status`: HTTP status, null without an answer. `mayBeDone`: no answer came although
 * the request may have arrived.
 */
export class ConnectorFailure extends Error {
  readonly status: number | null;
  readonly mayBeDone: boolean;
  readonly retryAfterMs: number | null;

  constructor(message: string, status: number | null, mayBeDone: boolean, retryAfterMs: number | null = null) {
    super(message);
    this.name = "ConnectorFailure";
    this.status = status;
    this.mayBeDone = mayBeDone;
    this.retryAfterMs = retryAfterMs;
  }
}
