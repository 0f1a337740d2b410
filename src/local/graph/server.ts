/**
 * A Microsoft Graph for one machine: the endpoints that Kernplein uses, with the shapes and the moods of the real one
 * (202 and operations, ids that do not exist yet, 207, 409, 429 with Retry-After, refused names and addresses, permissions).
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerBatch, refuseNoPost } from "./batch.ts";
import { type Answer, errorBody, GraphFault, type Pace } from "./call.ts";
import type { CatalogApp } from "./catalog.ts";
import { answer, type Setting } from "./dispatch.ts";
import { answerDoor } from "./doors.ts";
import { makeRecorder } from "./recorder.ts";
import { openState } from "./state.ts";
import { makeThrottle } from "./throttle.ts";

export type { Pace } from "./call.ts";
export type { CatalogApp } from "./catalog.ts";

/** What goes wrong with a request: a status instead of the work, a cut line before it, or the answer lost after it was done. */
export type Fault = { status: 429 | 500 | 502 | 503 | 504; retryAfter?: number } | "cut" | "lost";

export interface LocalGraphOptions {
  /** Folder of the state files. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  host: "127.0.0.1" | "::1";
  pace?: Pace;
  /** Reads a bearer token: its tenant and application permissions. Throws when it is not valid. */
  verifyToken(bearer: string): Promise<{ tid: string; roles: readonly string[] }>;
  catalogApps: readonly CatalogApp[];
  /** What the links to teams and channels begin with; the real Teams when left out. */
  teamsOrigin?: string;
  /** File to which every request is appended as a line of JSON. */
  record?: string;
  /** Asked for every request below /v1.0; what it gives happens to that request. */
  fault?(request: { method: string; path: string; tenant: string }): Fault | undefined;
  /** Milliseconds since 1970; the machine's clock when left out. */
  clock?(): number;
}

const usualPace: Pace = { operationMs: 1500, visibleAfterMs: 1000 };
const largestBody = 4_000_000;

/** Starts the local Graph. `url` is its origin; the service root is `${url}/v1.0`. `close` writes what is not yet written. */
export async function startLocalGraph(options: LocalGraphOptions): Promise<{ url: string; close(): Promise<void> }> {
  const state = openState(options.directory);
  const recorder = makeRecorder(options.record);
  const throttle = makeThrottle();
  const clock = options.clock ?? Date.now;
  let origin = "";

  async function answerGraph(request: IncomingMessage, url: URL, body: unknown): Promise<{ given: Answer; lost: boolean }> {
    const now = clock();
    const method = request.method ?? "GET";
    const { tid, roles } = await signedIn(request, options);
    const path = decodeURI(url.pathname.slice("/v1.0".length));
    const tenant = state.tenant(tid);
    const fault = options.fault?.({ method, path, tenant: tid });
    if (fault === "cut") request.socket.destroy();
    const setting: Setting = {
      tenant,
      roles,
      now,
      pace: options.pace ?? usualPace,
      root: `${origin}/v1.0`,
      catalog: options.catalogApps,
      teamsOrigin: options.teamsOrigin ?? "https://teams.microsoft.com",
      changed: () => state.touch(tenant),
      throttle,
    };
    let given: Answer;
    if (fault === "cut") given = { status: 0 };
    else if (typeof fault === "object") given = faultAnswer(fault, now);
    else if (path === "/$batch") {
      refuseNoPost(method);
      given = answerBatch(body, setting);
    } else given = answer({ method, path, query: url.searchParams, body }, setting);
    recorder.write({
      at: now,
      method,
      url: `${origin}${request.url}`,
      headers: request.headers,
      body,
      status: given.status,
      tenant: tid,
    });
    return { given, lost: fault === "lost" };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    try {
      refuseOthers(request);
      const body = await readBody(request);
      if (url.pathname.startsWith("/v1.0/")) {
        const { given, lost } = await answerGraph(request, url, body);
        state.save();
        if (lost) request.socket.destroy();
        else send(response, given);
        return;
      }
      const given = answerDoor(
        { method: request.method ?? "GET", path: url.pathname, query: url.searchParams, body },
        state,
        clock(),
      );
      if (!given) throw new GraphFault(404, "NotFound", `Nothing at ${url.pathname}: Graph is below /v1.0.`);
      state.save();
      send(response, given);
    } catch (error) {
      const fault = error instanceof GraphFault ? error : new GraphFault(500, "InternalServerError", String(error));
      send(response, { status: fault.status, headers: fault.headers, body: errorBody(fault.code, fault.message, clock()) });
    }
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  origin = `http://${options.host === "::1" ? "[::1]" : options.host}:${port}`;
  return {
    url: origin,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      state.flush();
      recorder.close();
    },
  };
}

async function signedIn(
  request: IncomingMessage,
  options: LocalGraphOptions,
): Promise<{ tid: string; roles: readonly string[] }> {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (!bearer) throw new GraphFault(401, "InvalidAuthenticationToken", "Access token is empty.");
  try {
    return await options.verifyToken(bearer);
  } catch (cause) {
    throw new GraphFault(401, "InvalidAuthenticationToken", `Access token validation failure. ${(cause as Error).message}`);
  }
}

/** Only this machine, and only under its own name: a page on the web must not reach it through a rebound host name. */
function refuseOthers(request: IncomingMessage): void {
  const from = request.socket.remoteAddress ?? "";
  const name = (request.headers.host ?? "").replace(/:\d+$/, "");
  const ownMachine = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(from);
  if (!ownMachine || !["127.0.0.1", "localhost", "[::1]"].includes(name)) {
    throw new GraphFault(403, "Forbidden", "The local Graph answers on the own machine only.");
  }
}

/** The JSON body, or undefined without one. Asking for the JSON type keeps plain forms of other sites out. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) throw new GraphFault(413, "RequestEntityTooLarge", "The request is too large.");
    parts.push(part);
  }
  if (size === 0) return undefined;
  if (!/\bjson\b/.test(request.headers["content-type"] ?? "")) {
    throw new GraphFault(400, "BadRequest", "Write requests must contain the Content-Type header application/json.");
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new GraphFault(400, "BadRequest", "Unable to read JSON request payload.");
  }
}

function faultAnswer(fault: { status: number; retryAfter?: number }, now: number): Answer {
  const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { "Retry-After": String(fault.retryAfter) };
  return { status: fault.status, headers, body: errorBody("ServiceFault", "A fault that was switched on.", now) };
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  if (response.destroyed) return;
  const text = body === undefined ? "" : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    ...(text ? { "Content-Type": "application/json" } : {}),
    "Cache-Control": "no-store",
  });
  response.end(text);
}
