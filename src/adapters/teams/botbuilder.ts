/**
 * The engine on Microsoft's botbuilder, and the only file that knows it. Support of botbuilder ended on 31-12-2025: what it is weak at
 * (telling bad tokens, HTTP, retries) is done around it, so that its successor replaces this file alone.
 */
import {
  type Activity,
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  TeamsInfo,
  type TurnContext,
} from "botbuilder";
import { send } from "./connector-transport.ts";
import {
  type Answer,
  type Card,
  ConnectorFailure,
  type Engine,
  type EngineLog,
  type Message,
  type Place,
  type PostedCard,
  type Surroundings,
} from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import { makeTokenVerifier } from "./incoming-token.ts";
import { makeMessagesEndpoint } from "./messages-endpoint.ts";
import { makePacer } from "./pacing.ts";
import { patient, prompt, withRetry } from "./retry.ts";

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
  log: EngineLog;
}

type Settings = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
type CredentialsFactory = NonNullable<Settings[1]>;
type AuthenticateRequestResult = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication["authenticateRequest"]>>;
type HttpClient = NonNullable<NonNullable<Settings[4]>["httpClient"]>;

export function makeBotbuilderEngine({ bot, answer, log }: EngineOptions): Engine {
  const adapter = new Adapter(bot);
  const pacer = makePacer();

  async function reply(context: TurnContext, message: Message): Promise<void> {
    pacer.note(context.activity.conversation.id);
    try {
      await withRetry(() => context.sendActivity(asActivity(message)), prompt);
    } catch (error) {
      log.warn({ error: String(error), conversation: context.activity.conversation.id }, "an answer of the bot did not arrive");
    }
  }

  const verifier = bot ? makeTokenVerifier(bot.botId, bot.openIdMetadataUrl) : null;
  const handle = makeMessagesEndpoint({
    verifier,
    log,
    async turn(activity, incoming) {
      let invoke: Answer["invoke"];
      const receivedAt = new Date();
      await adapter.turn(activity as Activity, async (context) => {
        const channels = async () =>
          (await TeamsInfo.getTeamChannels(context)).map(({ id = "", name }) => ({ id, name: name ?? null }));
        const given = await answer(incoming, { channels }, receivedAt);
        invoke = given.invoke;
        for (const message of given.messages) await reply(context, message);
      });
      return invoke;
    },
  });

  return {
    handle,
    async post(place, card) {
      return withRetry(async () => {
        await pacer.turn(place.conversation);
        return onlyConnectorFailures(adapter.post(place, card));
      }, patient);
    },
    async update(posted, card) {
      await withRetry(async () => {
        await pacer.turn(posted.conversation);
        await onlyConnectorFailures(adapter.update(posted, card));
      }, patient);
    },
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
const connectorAudience = "https://api.botframework.com";

class Adapter extends CloudAdapter {
  readonly #botId: string;

  constructor(bot: BotIdentity | null) {
    super(
      new ConfigurationBotFrameworkAuthentication(
        bot ? { MicrosoftAppId: bot.botId, MicrosoftAppTenantId: bot.tenantId } : {},
        credentialsFor(bot),
        undefined,
        undefined,
        { httpClient },
      ),
    );
    this.#botId = bot?.botId ?? "";
  }

  /** Runs one turn of an activity whose token was verified (messages-endpoint.ts); the SDK's own HTTP and token checks are left aside. */
  async turn(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const verified: AuthenticateRequestResult = {
      audience: connectorAudience,
      claimsIdentity: this.createClaimsIdentity(this.#botId),
      connectorFactory: this.#connectorFactory(),
    };
    await this.processActivity(verified, activity, logic);
  }

  #connectorFactory() {
    return this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.#botId));
  }

  #connector(serviceUrl: string) {
    return this.#connectorFactory().create(serviceUrl, connectorAudience);
  }

  async post(place: Place, card: Card): Promise<PostedCard> {
    const { conversations } = await this.#connector(place.serviceUrl);
    if (place.kind === "personal") {
      const { id } = await conversations.sendToConversation(place.conversation, asActivity({ card }));
      return { serviceUrl: place.serviceUrl, conversation: place.conversation, activity: known(id) };
    }
    const given = await conversations.createConversation({
      isGroup: true,
      tenantId: place.tenant,
      bot: { id: place.bot, name: "" },
      channelData: { channel: { id: place.conversation }, tenant: { id: place.tenant } },
      activity: asActivity({ card }),
    } as ConversationParameters);
    return { serviceUrl: place.serviceUrl, conversation: known(given.id), activity: known(given.activityId) };
  }

  async update({ serviceUrl, conversation, activity }: PostedCard, card: Card): Promise<void> {
    const { conversations } = await this.#connector(serviceUrl);
    await conversations.updateActivity(conversation, activity, { ...asActivity({ card }), id: activity });
  }
}

/** What else the SDK throws comes after our transport had its answer: what was asked may be done. */
async function onlyConnectorFailures<T>(attempt: Promise<T>): Promise<T> {
  return attempt.catch((error: unknown) => {
    throw error instanceof ConnectorFailure ? error : new ConnectorFailure(String(error), null, true);
  });
}

/** Without an id the card can never be changed; that it was posted is beyond doubt, so it must not be posted again. */
function known(id: string | undefined): string {
  if (!id) throw new ConnectorFailure("the Bot Connector gave no id for the card", null, true);
  return id;
}

function asActivity(message: Message): Activity {
  const content = "card" in message ? { attachments: [CardFactory.adaptiveCard(message.card)] } : { text: message.text };
  return { type: ActivityTypes.Message, ...content } as Activity;
}

/** Entra's token comes from outside; the SDK only puts it on the request. */
function credentialsFor(bot: BotIdentity | null): CredentialsFactory {
  return {
    isValidAppId: async (appId) => appId === (bot?.botId ?? ""),
    isAuthenticationDisabled: async () => bot === null,
    createCredentials: async () => ({
      async signRequest(request) {
        if (bot) request.headers.set("Authorization", `Bearer ${await tokenOf(bot)}`);
        return request;
      },
    }),
  };
}

async function tokenOf(bot: BotIdentity): Promise<string> {
  return bot.token().catch((error: unknown) => {
    throw new ConnectorFailure(`no token for the bot: ${String(error)}`, null, false);
  });
}

/** One for all connectors, so that connections are kept. */
const httpClient: HttpClient = {
  async sendRequest(request) {
    const { url, method, body } = request;
    const sent = request.headers.headersArray().map(({ name, value }): [string, string] => [name, value]);
    const given = await send({ url, method, headers: sent, body: typeof body === "string" ? body : undefined });
    const headers = request.headers.clone();
    for (const { name } of headers.headersArray()) headers.remove(name);
    for (const [name, value] of given.headers) headers.set(name, value);
    return { request, status: given.status, bodyAsText: given.bodyAsText, headers };
  },
};
