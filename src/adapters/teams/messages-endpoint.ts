/**
 * POST /api/messages as HTTP: who may call, what is a request at all, and which status says so. Knows no SDK.
 *
 * With a bot: 401 for every request without a valid token of the Bot Framework, whatever else is wrong with it; 503 only while the
 * signing keys cannot be fetched. Without a bot (local): only this machine, only as JSON (so that no page of another site can send
 * it unasked) and only under its own name. 405 other methods, 413 too large, 400 no activity, 200 done.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./engine.ts";
import { type Incoming, readActivity } from "./incoming.ts";
import { KeysUnavailable, type TokenVerifier, type VerifiedToken } from "./incoming-token.ts";

/** Teams' own messages stay below 100 KB; what a card sends back is ours. */
const largestBody = 256 * 1024;

export interface MessagesEndpointOptions {
  /** null: no bot is configured. */
  verifier: TokenVerifier | null;
  /** Runs the turn of an activity that may be trusted; gives the answer to an invoke. */
  turn(activity: object, incoming: Incoming): Promise<Answer["invoke"]>;
  log: { warn(details: object, message: string): void; error(details: object, message: string): void };
}

/** Ends the request with this status. */
class Turned extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, why: string, headers: Record<string, string> = {}) {
    super(why);
    this.status = status;
    this.headers = headers;
  }
}

export function makeMessagesEndpoint({ verifier, turn, log }: MessagesEndpointOptions) {
  async function answer(request: IncomingMessage): Promise<Answer["invoke"]> {
    if (request.method !== "POST") throw new Turned(405, "only POST", { Allow: "POST" });
    const token = verifier ? await proven(verifier, request.headers.authorization) : ownMachine(request);
    const activity = await readBody(request);
    const incoming = readActivity(activity);
    if (incoming === null || typeof activity !== "object" || activity === null) throw new Turned(400, "no activity");
    if (incoming === "elsewhere") return undefined;
    if (token) refuseUnlessFor(token, incoming.serviceUrl);
    else if (!isLoopback(new URL(incoming.serviceUrl).hostname)) throw new Turned(403, "answers only this machine");
    return turn(activity, incoming);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const invoke = await answer(request);
      finish(response, invoke?.status ?? 200, invoke?.body ?? {});
    } catch (error) {
      if (error instanceof Turned) {
        finish(response, error.status, { error: { code: String(error.status), message: error.message } }, error.headers);
      } else {
        log.error({ error: error instanceof Error ? error.stack : String(error) }, "a turn of the bot failed");
        finish(response, 500, { error: { code: "500", message: "failed" } });
      }
    }
  };

  async function proven(tokens: TokenVerifier, authorization: string | undefined): Promise<VerifiedToken> {
    try {
      const token = await tokens.verify(authorization);
      if (!token) throw unauthorized("no valid token");
      return token;
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
      log.warn({ error: String(error.cause) }, error.message);
      throw new Turned(503, "cannot verify tokens now", { "Retry-After": "30" });
    }
  }
}

function unauthorized(why: string): Turned {
  return new Turned(401, why, { "WWW-Authenticate": "Bearer" });
}

/** The token names the address to answer at, and its key must be meant for Teams. */
function refuseUnlessFor({ serviceUrl, endorsements }: VerifiedToken, answeredAt: string): void {
  if (serviceUrl !== answeredAt) throw unauthorized("signed for another address");
  if (endorsements.length > 0 && !endorsements.includes("msteams")) throw unauthorized("signed for another channel");
}

function ownMachine(request: IncomingMessage): null {
  const name = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (!isLoopback(request.socket.remoteAddress ?? "") || !isLoopback(name)) throw new Turned(403, "answers only this machine");
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) throw new Turned(415, "only application/json");
  return null;
}

function isLoopback(host: string): boolean {
  return /^(localhost|\[?::1\]?|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(host);
}

/** The body as JSON; a server that has parsed it already leaves it in `body`. */
async function readBody(request: IncomingMessage & { body?: unknown }): Promise<unknown> {
  if (typeof request.body === "object" && request.body !== null && !Buffer.isBuffer(request.body)) return request.body;
  const parts: Buffer[] = [];
  let size = 0;
  if (request.readableEnded) return parse(String(request.body ?? ""));
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) throw new Turned(413, "too large", { Connection: "close" });
    parts.push(part);
  }
  return parse(Buffer.concat(parts).toString("utf8"));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Turned(400, "no JSON");
  }
}

function finish(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", ...headers });
  response.end(JSON.stringify(body));
}
