/** What stands on the other side of the bot, for real over HTTP: the Bot Framework's keys, and a Bot Connector that can have moods. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export interface Listening {
  url: string;
  close(): Promise<void>;
}

export async function listen(handler: RequestListener): Promise<Listening> {
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

type Key = Awaited<ReturnType<typeof generateKeyPair>>["privateKey"];

export interface Signer extends Listening {
  metadataUrl: string;
  key: Key;
  publicPem: string;
  /** A key with the same name that the Bot Framework does not publish. */
  otherKey: Key;
  sign(
    claims: Record<string, unknown>,
    how?: { key?: Key; kid?: string; expires?: string | number; issuer?: string },
  ): Promise<string>;
}

/** Publishes OpenID metadata and a key set with "msteams" (endorsed for Teams) and "webchat" (endorsed for another channel). */
export async function startSigner(botId: string): Promise<Signer> {
  const [teams, webchat, other] = await Promise.all([1, 2, 3].map(() => generateKeyPair("RS256", { extractable: true })));
  if (!teams || !webchat || !other) throw new Error("no keys");
  const published = [
    { ...(await exportJWK(teams.publicKey)), kid: "msteams", use: "sig", endorsements: ["msteams"] },
    { ...(await exportJWK(webchat.publicKey)), kid: "webchat", use: "sig", endorsements: ["webchat"] },
  ];
  const { exportSPKI } = await import("jose");
  const listening = await listen((request, response) => {
    const body =
      request.url === "/keys"
        ? { keys: published }
        : {
            issuer: "https://api.botframework.com",
            jwks_uri: `${listening.url}/keys`,
            id_token_signing_alg_values_supported: ["RS256"],
          };
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(body));
  });
  return {
    ...listening,
    metadataUrl: `${listening.url}/.well-known/openidconfiguration`,
    key: teams.privateKey,
    publicPem: await exportSPKI(teams.publicKey),
    otherKey: other.privateKey,
    sign: (claims, { key, kid = "msteams", expires = "1h", issuer = "https://api.botframework.com" } = {}) =>
      new SignJWT({ aud: botId, ...claims })
        .setProtectedHeader({ alg: "RS256", kid, typ: "JWT" })
        .setIssuer(issuer)
        .setIssuedAt()
        .setNotBefore("-10m")
        .setExpirationTime(expires)
        .sign(key ?? (kid === "webchat" ? webchat.privateKey : teams.privateKey)),
  };
}

export interface Sent {
  method: string;
  path: string;
  /** As it came, percent-encoded. */
  address: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
  at: number;
}

export type Mood = { status: number; headers?: Record<string, string>; body?: unknown } | "cut" | undefined;

export interface Connector extends Listening {
  sent: Sent[];
  /** What happens to the next requests, in order; afterwards all goes well again. */
  moods: Mood[];
}

/** A Bot Connector: gives an id for what is posted, and remembers it. */
export async function startConnector(channels: { id: string; name?: string }[] = []): Promise<Connector> {
  const sent: Sent[] = [];
  const moods: Mood[] = [];
  let count = 0;
  const listening = await listen(async (request, response) => {
    const text = await bodyOf(request);
    const path = decodeURIComponent(request.url ?? "");
    const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    sent.push({
      method: request.method ?? "",
      path,
      address: request.url ?? "",
      authorization: request.headers.authorization,
      body,
      at: Date.now(),
    });
    const mood = moods.shift();
    if (mood === "cut") {
      request.socket.destroy();
      return;
    }
    response.setHeader("Content-Type", "application/json");
    if (mood) {
      response.writeHead(mood.status, mood.headers).end(JSON.stringify(mood.body ?? {}));
      return;
    }
    count += 1;
    if (request.method === "GET") response.end(JSON.stringify({ conversations: channels }));
    else if (path.endsWith("/v3/conversations")) {
      const channel = (body.channelData as { channel: { id: string } }).channel.id;
      response.writeHead(201).end(JSON.stringify({ id: `${channel};messageid=${count}`, activityId: String(count) }));
    } else response.end(JSON.stringify({ id: String(count) }));
  });
  return { ...listening, sent, moods };
}

/** A message in a channel as Teams sends it. */
export function channelMessage(serviceUrl: string, tenant: string, text: string, more: Record<string, unknown> = {}) {
  return {
    type: "message",
    id: "1",
    channelId: "msteams",
    serviceUrl,
    from: { id: "29:iemand", name: "Iemand", aadObjectId: "00000000-0000-4000-8000-000000000001" },
    recipient: { id: "28:bot", name: "Kernplein" },
    conversation: { id: "19:voorstellen@thread.tacv2;messageid=1", conversationType: "channel", isGroup: true, tenantId: tenant },
    channelData: {
      tenant: { id: tenant },
      team: { id: "19:algemeen@thread.tacv2" },
      channel: { id: "19:voorstellen@thread.tacv2" },
    },
    text,
    textFormat: "plain",
    locale: "nl-NL",
    ...more,
  };
}
