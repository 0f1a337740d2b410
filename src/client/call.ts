import type { Host } from "./host.ts";
import { Problem, readProblem } from "./problem.ts";

type Value = string | number | undefined;

/** An address of /v1 to read, with its query. */
export type Question = readonly [path: string, query?: Record<string, Value>];

export interface CallOptions {
  query?: Record<string, Value>;
  /** Sent as JSON; a Blob is sent as it is, with its own content type. */
  body?: unknown;
  signal?: AbortSignal;
  /** What kind of answer is wanted; JSON unless told. */
  accept?: string;
  /** Milliseconds until we give up; 20 seconds unless told. */
  timeout?: number;
  /** Goes on when the page is closed meanwhile. */
  keepalive?: true;
  /** Neither cookie nor token goes along: the server is not to know who asks. */
  anonymous?: true;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

let host: Pick<Host, "bearer"> = { bearer: async () => undefined };
let language = "nl";

/** Whose token goes with each call, and in which language the server's sentences come back. Said once, at the start. */
export function callAs(given: Pick<Host, "bearer">): void {
  host = given;
}
export function callIn(given: string): void {
  language = given;
}

export function addressOf(path: string, query: Record<string, Value> = {}): string {
  const wanted = Object.entries(query).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== "",
  );
  const search = new URLSearchParams(wanted.map(([name, value]) => [name, String(value)]));
  return `/v1/${path}${search.size > 0 ? `?${search}` : ""}`;
}

async function headersFor(body: unknown, accept: string, anonymous: boolean): Promise<Headers> {
  const headers = new Headers({ accept: `${accept}, application/problem+json`, "accept-language": language });
  if (body instanceof Blob) headers.set("content-type", body.type);
  else if (body !== undefined) headers.set("content-type", "application/json");
  const token = anonymous ? undefined : await host.bearer();
  if (token) headers.set("authorization", `Bearer ${token}`);
  return headers;
}

/** The raw answer to one request, refused answers included; throws a Problem when none came. */
async function answerTo(method: Method, path: string, options: CallOptions): Promise<Response> {
  const { body, accept = "application/json", timeout = 20_000, anonymous = false } = options;
  const clock = AbortSignal.timeout(timeout);
  const signal = options.signal ? AbortSignal.any([options.signal, clock]) : clock;
  const payload = body === undefined || body instanceof Blob ? body : JSON.stringify(body);
  try {
    const credentials = anonymous ? ("omit" as const) : ("same-origin" as const);
    const headers = await headersFor(body, accept, anonymous);
    const init = { method, headers, credentials, signal, keepalive: options.keepalive ?? false };
    return await fetch(addressOf(path, options.query), payload === undefined ? init : { ...init, body: payload });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Problem({ status: 0, code: clock.aborted ? "timed-out" : "unreachable", sentence: "" });
  }
}

/** Answers to what was asked before anybody needed it, by address. */
const early = new Map<string, Promise<unknown>>();

/** Asks now what the page will ask in a moment. Gives the answer too; undefined when it is a refusal or none comes. */
export function askEarly([path, query = {}]: Question): Promise<unknown> {
  const answer = call("GET", path, { query });
  early.set(addressOf(path, query), answer);
  return answer.catch(() => undefined);
}

/** What nobody came for is too old by now. */
export const dropEarly = (): void => early.clear();

function takeEarly(address: string): Promise<unknown> | undefined {
  const answer = early.get(address);
  early.delete(address);
  return answer;
}

/** Calls /v1 and gives the JSON of the answer (undefined for 204). Throws a Problem for every refusal and every silence. */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const asked = method === "GET" ? takeEarly(addressOf(path, options.query)) : undefined;
  if (asked) return (await asked) as T;
  const response = await answerTo(method, path, options);
  const body = await response.text().catch(() => {
    throw new Problem({ status: 0, code: "unreachable", sentence: "" });
  });
  if (!response.ok) throw readProblem(response.status, body);
  return (body === "" ? undefined : JSON.parse(body)) as T;
}

/** The bytes behind an address of /v1. A photo unless told: inside Teams an img element cannot carry the token. */
export async function callForBytes(path: string, signal?: AbortSignal, options: CallOptions = {}): Promise<Blob> {
  const response = await answerTo("GET", path, { accept: "image/*", signal, ...options });
  if (!response.ok) throw readProblem(response.status, await response.text());
  return response.blob();
}

/** A stream of server-sent events, open until either side ends it. `last`: number of the last message one had, or "". */
export async function callForStream(path: string, last: string, signal: AbortSignal): Promise<Response> {
  const headers = await headersFor(undefined, "text/event-stream", false);
  if (last) headers.set("last-event-id", last);
  const response = await fetch(addressOf(path), { headers, credentials: "same-origin", cache: "no-store", signal });
  if (!response.ok) throw readProblem(response.status, await response.text());
  return response;
}
