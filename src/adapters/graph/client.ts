/** The one door to Microsoft Graph: every call of every operation goes through `openGraph(...).call`. */
import { Client, type GraphRequest, ResponseType } from "@microsoft/microsoft-graph-client";
import { type Sending, WorkplaceRefused } from "../../provisioning/workplace.ts";
import { CallOptions, makeChain, type SentRequest } from "./middleware.ts";
import { type Limit, makePacing } from "./pacing.ts";
import { sentenceFor } from "./refusal-sentences.ts";
import type { Traits } from "./retry.ts";
import { machineTime, type Time } from "./time.ts";
import type { TokenSource } from "./token-source.ts";

export interface GraphOptions {
  tokens: TokenSource;
  /** Origin of Graph; the public cloud when left out. */
  origin?: string;
  time?: Time;
  limits?: readonly Limit[];
  record?(sent: SentRequest): void;
  timeoutMs?: number;
  /** When to look at a running operation: the first time after `firstMs`, then every `everyMs` (Graph asks for more than 30 s). */
  polling?: { firstMs: number; everyMs: number };
}

export interface GraphCall {
  tenant: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the service root, values already encoded: "/teams/42/channels?$select=id". */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  traits?: Traits;
  /** Paths of the reads in a batch, without query. */
  parts?: readonly string[];
  /** Done each time before the request leaves, at the end of its wait. */
  sending?: Sending | undefined;
}

export interface GraphAnswer {
  status: number;
  headers: Headers;
  /** The JSON of the answer; null without one. */
  body: unknown;
}

export interface Graph {
  /** "https://graph.microsoft.com/v1.0": what references in bodies begin with. */
  root: string;
  time: Time;
  polling: { firstMs: number; everyMs: number };
  tokens: TokenSource;
  /**
   * Makes one call. Gives the answer, also one of the accepted error statuses; throws `GraphRefused` for every other error, and
   * `OutcomeUnknown` when a call that may be made once only was perhaps done.
   */
  call(call: GraphCall): Promise<GraphAnswer>;
  /** The path of a link that Graph gave. A link that leads elsewhere is refused: it would be followed with our token. */
  below(link: string): string;
  /** All rows of a collection, page after page. */
  list<Row>(call: Omit<GraphCall, "method" | "body">): Promise<Row[]>;
}

/** Graph said no, with its status and code; the message says what that means and what Graph said word for word. */
export class GraphRefused extends WorkplaceRefused {
  readonly status: number;
  readonly code: string;

  constructor(call: Omit<GraphCall, "body">, status: number, code: string, message: string) {
    const path = call.path.split("?")[0] ?? call.path;
    const said = sentenceFor({ tenant: call.tenant, path, status, code, message });
    super(said, `${said.en} (${call.method} ${path}: ${status} ${code}: ${message})`);
    this.status = status;
    this.code = code;
  }
}

const harmless: Traits = { repeat: "harmless" };

export function openGraph(options: GraphOptions): Graph {
  const time = options.time ?? machineTime;
  const origin = options.origin ?? "https://graph.microsoft.com";
  const root = `${origin}/v1.0`;
  const chain = makeChain({
    tokens: options.tokens,
    time,
    pacing: makePacing(time, options.limits),
    record: options.record,
    timeoutMs: options.timeoutMs ?? 100_000,
  });
  const client = Client.initWithMiddleware({ middleware: chain, baseUrl: origin, defaultVersion: "v1.0" });

  async function call(given: GraphCall): Promise<GraphAnswer> {
    const traits = given.traits ?? harmless;
    const path = given.path.split("?")[0] ?? given.path;
    const options = new CallOptions({ ...given, path, traits });
    const request = client
      .api(given.path)
      .headers(given.headers ?? {})
      .responseType(ResponseType.RAW)
      .middlewareOptions([options]);
    let response: Response;
    try {
      response = await send(request, given);
    } catch (error) {
      // The SDK turns whatever its chain throws into an error of its own; ours must come out as they are.
      throw options.failure ?? error;
    }
    const body = await readJson(response);
    if (response.ok || traits.accept?.includes(response.status))
      return { status: response.status, headers: response.headers, body };
    const { code = "unknown", message = "" } = (body as { error?: { code?: string; message?: string } } | null)?.error ?? {};
    throw new GraphRefused(given, response.status, code, message);
  }

  async function list<Row>(given: Omit<GraphCall, "method" | "body">): Promise<Row[]> {
    const rows: Row[] = [];
    let path: string | undefined = given.path;
    while (path !== undefined) {
      const { body } = await call({ ...given, method: "GET", path });
      const page = body as { value: Row[]; "@odata.nextLink"?: string };
      rows.push(...page.value);
      path = page["@odata.nextLink"] === undefined ? undefined : below(page["@odata.nextLink"]);
    }
    return rows;
  }

  function below(link: string): string {
    if (!link.startsWith(`${root}/`)) throw new Error(`Graph gave a link outside itself: ${link}`);
    return link.slice(root.length);
  }

  const polling = options.polling ?? { firstMs: 10_000, everyMs: 31_000 };
  return { root, time, polling, tokens: options.tokens, call, below, list };
}

function send(request: GraphRequest, { method, body }: GraphCall): Promise<Response> {
  if (method === "GET") return request.get();
  if (method === "DELETE") return request.delete();
  return method === "PATCH" ? request.patch(body) : request.post(body);
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
