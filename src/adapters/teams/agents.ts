/** The engine on Microsoft's Agents SDK, the successor of botbuilder, and the only file that knows it. */
import { Activity, ActivityTypes } from "@microsoft/agents-activity";
import {
  CloudAdapter,
  ConnectorClient,
  HttpClient,
  type HttpRequestConfig,
  type HttpResponse,
  TurnContext,
} from "@microsoft/agents-hosting";
import { z } from "zod";
import { send } from "./connector-transport.ts";
import type { Card, Engine, Message, Place, PostedCard } from "./engine.ts";
import {
  type BotIdentity,
  type Conversation,
  contentOf,
  type EngineOptions,
  known,
  makeEngine,
  tokenOf,
  type Wire,
} from "./make-engine.ts";

export function makeAgentsEngine(options: EngineOptions): Engine {
  return makeEngine(options, new Adapter(options.bot));
}

/**
 * What an answer needs of the activity it answers. The SDK refuses a whole activity for one field it finds odd (an empty name), and
 * ours was read already: it gets no more than this.
 */
const addressed = z.object({
  type: z.string(),
  id: z.string().min(1).optional().catch(undefined),
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({ id: z.string() }),
  from: z
    .object({ id: z.string().min(1) })
    .optional()
    .catch(undefined),
  recipient: z
    .object({ id: z.string().min(1) })
    .optional()
    .catch(undefined),
  channelData: z
    .object({ team: z.object({ id: z.string().min(1) }) })
    .optional()
    .catch(undefined),
});

class Adapter extends CloudAdapter implements Wire {
  readonly #bot: BotIdentity | null;

  constructor(bot: BotIdentity | null) {
    super(bot ? { clientId: bot.botId, tenantId: bot.tenantId } : {});
    this.#bot = bot;
    // The SDK's own answer to an error is an English text in the conversation.
    this.onTurnError = async (_context, error) => {
      throw error;
    };
  }

  async turn(activity: object, logic: (conversation: Conversation) => Promise<void>): Promise<void> {
    const { channelData, ...said } = addressed.parse(activity);
    const connector = this.#connector(said.serviceUrl);
    const context = new TurnContext(this, Activity.fromObject(said), CloudAdapter.createIdentity(this.#bot?.botId ?? ""));
    this.setConnectorClient(context, connector);
    await this.runMiddleware(context, () =>
      logic({
        async say(message) {
          await context.sendActivity(asActivity(message));
        },
        channels: () => connector.channels(channelData?.team.id ?? ""),
      }),
    );
  }

  #connector(serviceUrl: string): Connector {
    return new Connector(new Transport(serviceUrl, this.#bot));
  }

  async post(place: Place, card: Card): Promise<PostedCard> {
    const { tenant, serviceUrl } = place;
    const connector = this.#connector(serviceUrl);
    if (place.kind === "personal") {
      const { id } = await connector.sendToConversation(place.conversation, asActivity({ card }));
      return { tenant, serviceUrl, conversation: place.conversation, activity: known(id) };
    }
    // On the wire the agent is still called "bot", which the SDK's type does not know.
    const parameters = {
      isGroup: true,
      tenantId: tenant,
      agent: { id: place.bot },
      bot: { id: place.bot, name: "" },
      channelData: { channel: { id: place.conversation }, tenant: { id: tenant } },
      activity: asActivity({ card }),
    };
    const given = await connector.createConversation(parameters);
    return { tenant, serviceUrl, conversation: known(given.id), activity: known(given.activityId) };
  }

  async update({ serviceUrl, conversation, activity }: PostedCard, card: Card): Promise<void> {
    const changed = asActivity({ card });
    changed.id = activity;
    await this.#connector(serviceUrl).updateActivity(conversation, activity, changed);
  }
}

function asActivity(message: Message): Activity {
  return Activity.fromObject({ type: ActivityTypes.Message, ...contentOf(message) });
}

const channelsOfTeam = z.object({
  conversations: z.array(z.looseObject({ id: z.string().optional(), name: z.string().nullish() })).optional(),
});

/** The SDK puts ids into addresses as they are, and they come from outside. */
class Connector extends ConnectorClient {
  constructor(transport: Transport) {
    super(transport);
  }

  override replyToActivity(conversation: string, activity: string, body: Activity) {
    return super.replyToActivity(encodeURIComponent(conversation), activity, body);
  }

  override sendToConversation(conversation: string, body: Activity) {
    return super.sendToConversation(encodeURIComponent(conversation), body);
  }

  override updateActivity(conversation: string, activity: string, body: Activity) {
    return super.updateActivity(encodeURIComponent(conversation), encodeURIComponent(activity), body);
  }

  /** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#get-the-list-of-channels-in-a-team */
  async channels(team: string): Promise<{ id: string; name: string | null }[]> {
    const { data } = await this.httpClient.request({ method: "get", url: `/v3/teams/${encodeURIComponent(team)}/conversations` });
    return (channelsOfTeam.parse(data).conversations ?? []).map(({ id = "", name }) => ({ id, name: name ?? null }));
  }
}

/** The SDK's own waits for ever, follows redirects and forgets what a failure was. */
class Transport extends HttpClient {
  readonly #bot: BotIdentity | null;

  constructor(serviceUrl: string, bot: BotIdentity | null) {
    super({ baseURL: serviceUrl });
    this.#bot = bot;
  }

  override async request<T>(config: HttpRequestConfig): Promise<HttpResponse<T>> {
    const headers: [string, string][] = [
      ["Accept", "application/json"],
      ["Content-Type", "application/json"],
    ];
    if (this.#bot) headers.push(["Authorization", `Bearer ${await tokenOf(this.#bot)}`]);
    const given = await send({
      url: `${this.baseURL.replace(/\/+$/, "")}/${config.url.replace(/^\/+/, "")}`,
      method: config.method.toUpperCase(),
      headers,
      body: config.data === undefined ? undefined : JSON.stringify(config.data),
    });
    const data = given.bodyAsText === "" ? {} : JSON.parse(given.bodyAsText);
    return { data, status: given.status, statusText: "", headers: new Headers(given.headers), config };
  }
}
