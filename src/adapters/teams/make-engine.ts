/**
 * The engine without its SDK: HTTP, tokens, pacing and patience are the same whatever speaks the Bot Framework protocol. An SDK is
 * a `Wire`; what it is weak at (telling bad tokens, HTTP, retries) is done around it, here and in the files next to this one.
 */

import type { Place, PostedCard, Surroundings } from "./engine.ts";
import { type Answer, type Card, ConnectorFailure, type Engine, type EngineLog, type Message } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import { makeTokenVerifier } from "./incoming-token.ts";
import { makeMessagesEndpoint } from "./messages-endpoint.ts";
import type { Pacer, Thread } from "./pacing.ts";
import { type Patience, patient, pauseMs, prompt, withRetry } from "./retry.ts";

/** The registration of the bot; see bot-token.ts for its token. */
export interface BotIdentity {
  botId: string;
  tenantId: string;
  token(): Promise<string>;
  /** Another cloud's, or a test's. */
  openIdMetadataUrl?: string;
}

export interface EngineOptions {
  /** null without a bot: then only this machine is listened to, without a token. */
  bot: BotIdentity | null;
  /** Our side of the turn; must not throw. */
  answer(incoming: Incoming, surroundings: Surroundings, receivedAt: Date): Promise<Answer>;
  pacer: Pacer;
  log: EngineLog;
}

/** The conversation a turn is in. */
export interface Conversation extends Surroundings {
  /** Answers in it. Throws ConnectorFailure. */
  say(message: Message): Promise<void>;
}

/** What is asked of an SDK: each of these makes one request to the Bot Connector and throws ConnectorFailure. */
export interface Wire {
  /** Runs one turn of an activity whose token was verified; `activity` is the body as it came. */
  turn(activity: object, logic: (conversation: Conversation) => Promise<void>): Promise<void>;
  post(place: Place, card: Card): Promise<PostedCard>;
  update(posted: PostedCard, card: Card): Promise<void>;
}

export function makeEngine({ bot, answer, pacer, log }: EngineOptions, wire: Wire): Engine {
  /** One request with patience; a refusal for haste makes everybody of this municipality wait, in whichever process. */
  function patiently<T>(thread: Thread, patience: Patience, request: () => Promise<T>): Promise<T> {
    return withRetry(async () => {
      if (patience.waitsForTurn) await pacer.turn(thread);
      try {
        return await onlyConnectorFailures(request());
      } catch (error) {
        if (error instanceof ConnectorFailure && error.status === 429) {
          await pacer.throttled(thread, error.retryAfterMs ?? pauseMs(1, null, 1));
        }
        throw error;
      }
    }, patience);
  }

  async function reply(thread: Thread, conversation: Conversation, message: Message): Promise<void> {
    pacer.note(thread);
    try {
      await patiently(thread, prompt, () => conversation.say(message));
    } catch (error) {
      log.warn({ error: String(error), conversation: thread.conversation }, "an answer of the bot did not arrive");
    }
  }

  const verifier = bot ? makeTokenVerifier(bot.botId, bot.openIdMetadataUrl) : null;
  const handle = makeMessagesEndpoint({
    verifier,
    log,
    async turn(activity, incoming) {
      let invoke: Answer["invoke"];
      const receivedAt = new Date();
      await wire.turn(activity, async (conversation) => {
        const given = await answer(incoming, { channels: () => conversation.channels() }, receivedAt);
        invoke = given.invoke;
        for (const message of given.messages) await reply(incoming, conversation, message);
      });
      return invoke;
    },
  });

  return {
    handle,
    post: (place, card) => patiently(place, patient, () => wire.post(place, card)),
    update: (posted, card) => patiently(posted, patient, () => wire.update(posted, card)),
    async check() {
      try {
        await verifier?.check();
        await bot?.token();
        return { ready: true };
      } catch (error) {
        return { ready: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** For whom the bot's outgoing tokens are. */
export const connectorAudience = "https://api.botframework.com";

export async function tokenOf(bot: BotIdentity): Promise<string> {
  return bot.token().catch((error: unknown) => {
    throw new ConnectorFailure(`no token for the bot: ${String(error)}`, null, false);
  });
}

/** Without an id the card can never be changed; that it was posted is beyond doubt, so it must not be posted again. */
export function known(id: string | undefined): string {
  if (!id) throw new ConnectorFailure("the Bot Connector gave no id for the card", null, true);
  return id;
}

/** What a message looks like on the wire. */
export function contentOf(message: Message) {
  return "card" in message
    ? { attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: message.card }] }
    : { text: message.text };
}

/** What else an SDK throws comes after our transport had its answer: what was asked may be done. */
async function onlyConnectorFailures<T>(attempt: Promise<T>): Promise<T> {
  return attempt.catch((error: unknown) => {
    throw error instanceof ConnectorFailure ? error : new ConnectorFailure(String(error), null, true);
  });
}
