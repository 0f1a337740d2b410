/**
 * One line per request: number, method, route, status, time taken. No body, no query, no token, no person: who did what stands in the
 * audit. The address only where somebody was turned away (BIO2: peaks of failed sign-ins must be visible). Of a ballot nothing at all.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { refusalOf } from "./problems.ts";

export interface WebLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

const turnedAway = new Set([401, 403, 429]);

export function logWhenDone(log: WebLog, request: IncomingMessage, response: ServerResponse): void {
  const { method } = request;
  response.once("close", () => {
    const arrival = arrivalOf(request);
    if (arrival.secret) return;
    const status = response.writableFinished ? response.statusCode : 499;
    log.info(
      {
        requestId: arrival.requestId,
        method,
        route: arrival.route ?? "none",
        status,
        ms: Math.round(performance.now() - arrival.startedAt),
        ...(turnedAway.has(status) ? { address: arrival.address } : {}),
      },
      "request",
    );
  });
}

/** An unexpected failure, with its stack; of a ballot only what kind of failure, because PostgreSQL quotes values in its messages. */
export function logFailure(log: WebLog, arrival: Arrival, error: unknown): void {
  const { code } = refusalOf(error);
  if (code !== "failed" && code !== "busy") return;
  const { name = "unknown", code: cause } = (error ?? {}) as { name?: string; code?: unknown };
  if (arrival.secret) log.error({ kind: name, cause }, "a ballot could not be handled");
  else {
    const stack = error instanceof Error ? error.stack : String(error);
    log.error({ requestId: arrival.requestId, route: arrival.route, cause, stack }, "a request failed");
  }
}
