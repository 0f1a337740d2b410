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
import { type Fault, type FaultSwitch, faultAnswer, makeFaultSwitch } from "./faults.ts";
import { readBody, refuseOthers, send } from "./http.ts";
import { NotWritten, openState } from "./keeping.ts";
import { makeRecorder } from "./recorder.ts";
import { makeThrottle } from "./throttle.ts";

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

export interface LocalGraph {
  /** Its origin; the service root is `${url}/v1.0`. */
  url: string;
  /** The same switch as behind POST /local/faults. */
  faults: FaultSwitch;
  /** Writes what is not yet written, and ends. */
  close(): Promise<void>;
}

const usualPace: Pace = { operationMs: 1500, visibleAfterMs: 1000 };

/** Starts the local Graph. Throws `NotWritten` with the reason when its folder cannot be used. */
export async function startLocalGraph(options: LocalGraphOptions): Promise<LocalGraph> {
  const state = openState(options.directory);
  const recorder = makeRecorder(options.record);
  const throttle = makeThrottle();
  const faults = makeFaultSwitch();
  const clock = options.clock ?? Date.now;
  let origin = "";

  function work(request: IncomingMessage, url: URL, body: unknown, setting: Setting): Answer {
    const method = request.method ?? "GET";
    const path = decodeURI(url.pathname.slice("/v1.0".length));
    if (path !== "/$batch") return answer({ method, path, query: url.searchParams, body }, setting);
    refuseNoPost(method);
    return answerBatch(body, setting, faults.nextInBatch);
  }

  async function answerGraph(
    request: IncomingMessage,
    url: URL,
    body: unknown,
  ): Promise<{ given: Answer; fault: Fault | undefined }> {
    const now = clock();
    const method = request.method ?? "GET";
    const { tid, roles } = await signedIn(request, options);
    const fault = options.fault?.({ method, path: decodeURI(url.pathname.slice("/v1.0".length)), tenant: tid }) ?? faults.next();
    if (fault === "cut") request.socket.destroy();
    const tenant = state.tenant(tid);
    const setting: Setting = {
      tenant,
      roles,
      now,
      pace: options.pace ?? usualPace,
      root: `${origin}/v1.0`,
      advanced: request.headers.consistencylevel === "eventual",
      prefer: String(request.headers.prefer ?? ""),
      operationsFail: fault === "operation-fails",
      catalog: options.catalogApps,
      teamsOrigin: options.teamsOrigin ?? "https://teams.microsoft.com",
      changed: () => state.touch(tenant),
      throttle,
    };
    const instead = typeof fault === "object" && "status" in fault ? fault : undefined;
    let given: Answer = { status: 0 };
    if (fault !== "cut" && (!instead || instead.done)) given = work(request, url, body, setting);
    if (instead) given = faultAnswer(instead, now);
    const told = { at: now, method, url: `${origin}${request.url}`, headers: request.headers, body };
    recorder.write({ ...told, status: given.status, tenant: tid });
    return { given, fault };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    try {
      refuseOthers(request);
      const body = await readBody(request, url.pathname === "/local/redeem" && url.searchParams.has("user"));
      state.mustBeWritable();
      if (url.pathname.startsWith("/v1.0/")) {
        const { given, fault } = await answerGraph(request, url, body);
        state.save();
        if (typeof fault === "object" && "slowMs" in fault) await new Promise((resolve) => setTimeout(resolve, fault.slowMs));
        if (fault === "lost") request.socket.destroy();
        else send(response, given);
        return;
      }
      const asked = { method: request.method ?? "GET", path: url.pathname, query: url.searchParams, body };
      const given = answerDoor(asked, { state, faults, now: clock() });
      if (!given) throw new GraphFault(404, "NotFound", `Nothing at ${url.pathname}: Graph is below /v1.0.`);
      state.save();
      send(response, given);
    } catch (error) {
      const { status, headers, code, message } = faultFor(error);
      send(response, { status, headers, body: errorBody(code, message, clock()) });
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
    faults,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      recorder.close();
      try {
        state.flush();
      } catch (error) {
        // Whoever asked was told already, and the rest of the shutdown must go on.
        if (!(error instanceof NotWritten)) throw error;
      }
    },
  };
}

function faultFor(error: unknown): GraphFault {
  if (error instanceof GraphFault) return error;
  if (error instanceof NotWritten) return new GraphFault(507, "InsufficientStorage", error.message);
  return new GraphFault(500, "InternalServerError", String(error));
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
