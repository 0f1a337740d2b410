/**
 * The HTTP under the SDK's connector. The SDK's own would open new connections in every turn and repeat a POST after an error, so
 * that one card could appear twice; this one keeps connections and turns every failure into one ConnectorFailure, which nothing
 * below retries.
 */
import { ConnectorFailure } from "./engine.ts";

const patienceMs = 15_000;
const longestReason = 300;

export interface ConnectorRequest {
  url: string;
  method: string;
  headers: [string, string][];
  body: string | undefined;
}

export interface ConnectorResponse {
  status: number;
  headers: [string, string][];
  bodyAsText: string;
}

/** Sends one request. Throws ConnectorFailure for every status of 300 and above and for every failure to get an answer. */
export async function send({ url, method, headers, body }: ConnectorRequest): Promise<ConnectorResponse> {
  const response = await fetch(url, {
    method,
    headers,
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: unknown) => {
    throw new ConnectorFailure(`no answer: ${reasonOf(error)}`, null, !neverLeft(error));
  });
  const bodyAsText = await response.text().catch((error: unknown) => {
    throw new ConnectorFailure(`broken answer: ${reasonOf(error)}`, null, true);
  });
  if (response.status >= 300) {
    throw new ConnectorFailure(
      `${response.status} ${bodyAsText.slice(0, longestReason)}`.trim(),
      response.status,
      false,
      retryAfterMs(response.headers.get("retry-after"), Date.now()),
    );
  }
  return { status: response.status, headers: [...response.headers], bodyAsText };
}

/** "Retry-After" in seconds or as a date; null when there is none or it makes no sense. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

/** Failures before a connection stood: the request cannot have arrived. */
const beforeConnecting = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

interface Cause {
  message?: unknown;
  code?: unknown;
  cause?: unknown;
}

/** An error and what lies under it; fetch hides the network's error two deep. */
function causesOf(error: unknown): Cause[] {
  const found: Cause[] = [];
  for (let at = error; typeof at === "object" && at !== null && found.length < 5; at = (at as Cause).cause) found.push(at);
  return found;
}

function neverLeft(error: unknown): boolean {
  return causesOf(error).some(({ code }) => beforeConnecting.has(String(code)));
}

function reasonOf(error: unknown): string {
  const { message, code } = causesOf(error).at(-1) ?? {};
  return String(message || code || error);
}
