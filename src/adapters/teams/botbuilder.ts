/** The engine on Microsoft's botbuilder, and the only file that knows it. Its support ended on 31-12-2025; agents.ts does the same. */
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  TeamsInfo,
  type TurnContext,
} from "botbuilder";
import { send } from "./connector-transport.ts";
import type { Card, Engine, Message, Place, PostedCard } from "./engine.ts";
import {
  type BotIdentity,
  type Conversation,
  connectorAudience,
  contentOf,
  type EngineOptions,
  known,
  makeEngine,
  tokenOf,
  type Wire,
} from "./make-engine.ts";

type Settings = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
type CredentialsFactory = NonNullable<Settings[1]>;
type AuthenticateRequestResult = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication["authenticateRequest"]>>;
type HttpClient = NonNullable<NonNullable<Settings[4]>["httpClient"]>;

export function makeBotbuilderEngine(options: EngineOptions): Engine {
  return makeEngine(options, new Adapter(options.bot));
}

class Adapter extends CloudAdapter implements Wire {
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

  /** The SDK's own HTTP and token checks are left aside: messages-endpoint.ts has done them. */
  async turn(activity: object, logic: (conversation: Conversation) => Promise<void>): Promise<void> {
    const verified: AuthenticateRequestResult = {
      audience: connectorAudience,
      claimsIdentity: this.createClaimsIdentity(this.#botId),
      connectorFactory: this.#connectorFactory(),
    };
    await this.processActivity(verified, activity as Activity, (context) => logic(conversationOf(context)));
  }

  #connectorFactory() {
    return this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.#botId));
  }

  #connector(serviceUrl: string) {
    return this.#connectorFactory().create(serviceUrl, connectorAudience);
  }

  async post(place: Place, card: Card): Promise<PostedCard> {
    const { tenant, serviceUrl } = place;
    const { conversations } = await this.#connector(serviceUrl);
    if (place.kind === "personal") {
      const { id } = await conversations.sendToConversation(place.conversation, asActivity({ card }));
      return { tenant, serviceUrl, conversation: place.conversation, activity: known(id) };
    }
    const given = await conversations.createConversation({
      isGroup: true,
      tenantId: tenant,
      bot: { id: place.bot, name: "" },
      channelData: { channel: { id: place.conversation }, tenant: { id: tenant } },
      activity: asActivity({ card }),
    } as ConversationParameters);
    return { tenant, serviceUrl, conversation: known(given.id), activity: known(given.activityId) };
  }

  async update({ serviceUrl, conversation, activity }: PostedCard, card: Card): Promise<void> {
    const { conversations } = await this.#connector(serviceUrl);
    await conversations.updateActivity(conversation, activity, { ...asActivity({ card }), id: activity });
  }
}

function conversationOf(context: TurnContext): Conversation {
  return {
    async say(message) {
      await context.sendActivity(asActivity(message));
    },
    async channels() {
      return (await TeamsInfo.getTeamChannels(context)).map(({ id = "", name }) => ({ id, name: name ?? null }));
    },
  };
}

function asActivity(message: Message): Activity {
  return { type: ActivityTypes.Message, ...contentOf(message) } as Activity;
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
