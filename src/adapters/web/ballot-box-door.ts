/**
 * The one address that asks nobody who he is: a slip with a voting pass, for polls of level 2. It stands before everything else, so that
 * no cookie, token or address of the sender is looked at, and nothing of the request is written down. Every receipt has the same length.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language, Perform } from "../../shared/work.ts";
import type { Actions } from "./actions.ts";
import { contentTypeOf, readBytes } from "./body.ts";
import { apiHeaders, commonHeaders, type HeaderSettings } from "./headers.ts";
import { problemOf, refusalOf, WebRefusal } from "./problems.ts";
import type { WebLog } from "./request-log.ts";
import { sendMoved } from "./send.ts";

export interface BallotBoxDoor {
  perform: Perform;
  castWithPass: Actions["castWithPass"];
  headers: HeaderSettings;
  log: WebLog;
  clock(): Date;
  /** Where an address leads that names a municipality that merged into another; null for every other. */
  movedTo(target: string): Promise<string | null>;
  /** Multiplies the limit; a bench turns it up. */
  factor?: number | undefined;
}

const address = /^\/v1\/gemeenten\/([a-z0-9-]{1,60})\/stembussen\/([0-9a-f-]{36})\/stembiljetten$/;
const largest = 16 * 1024;
/** Of one poll in one second, whoever sends them: more than any machine can check is refused unread. */
const mostPerSecond = 10_000;

/** Answers the request and gives true when it is one for a ballot box. */
export function ballotBoxDoor(door: BallotBoxDoor): (request: IncomingMessage, response: ServerResponse) => boolean {
  const fixed = { ...commonHeaders(door.headers, "-"), ...apiHeaders };
  const isTooMany = perSecond(mostPerSecond * (door.factor ?? 1));
  return (request, response) => {
    if (request.method !== "POST") return false;
    const found = address.exec(request.url ?? "");
    if (!found) return false;
    const receivedAt = door.clock();
    const [, municipality = "", poll = ""] = found;
    cast(municipality, poll, request, receivedAt).then(
      (body) => send(response, 201, "application/json", body),
      (error: unknown) => fail(request, response, error),
    );
    return true;
  };

  async function cast(municipality: string, poll: string, request: IncomingMessage, receivedAt: Date): Promise<string> {
    if (isTooMany(poll, receivedAt)) throw new WebRefusal("too-many-requests", {}, { "Retry-After": "1" });
    const slip = await readSlip(request);
    const nobody = { municipality, person: null, roles: [], channel: "web", language: "nl" } as const;
    const view = await door.perform(door.castWithPass, nobody, { ...slip, municipality, poll }, { receivedAt });
    return JSON.stringify(view);
  }

  async function fail(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
    const refusal = refusalOf(error);
    // Asked only of what was refused, so that no ballot that counts waits for it.
    const moved = await door.movedTo(request.url ?? "").catch(() => null);
    if (moved !== null && !response.headersSent && !response.destroyed) return sendMoved(response, moved);
    const { name = "unknown", code } = (error ?? {}) as { name?: string; code?: unknown };
    // PostgreSQL quotes values in its messages, so only the kind of failure is written down.
    if (refusal.code === "failed" || refusal.code === "busy")
      door.log.error({ kind: name, cause: code }, "a ballot could not be handled");
    const problem = problemOf(refusal, { language: languageOf(request), requestId: "-" });
    send(response, problem.status, "application/problem+json", JSON.stringify(problem), refusal.headers);
  }

  function send(response: ServerResponse, status: number, type: string, body: string, more: Record<string, string> = {}): void {
    if (response.headersSent || response.destroyed) return;
    response.writeHead(status, { ...fixed, ...more, "Content-Type": type, "Content-Length": Buffer.byteLength(body) });
    response.end(body);
  }
}

/** What was sent, of whatever shape: the action's own schema takes known fields of a known form out of it, and nothing else. */
async function readSlip(request: IncomingMessage): Promise<object> {
  if (contentTypeOf(request) !== "application/json") throw new WebRefusal("wrong-content-type", { offered: "application/json" });
  const text = (await readBytes(request, largest)).toString("utf8");
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === "object" && given !== null && !Array.isArray(given)) return given;
  } catch {
    // Refused below like any other body that is no slip.
  }
  throw new WebRefusal("malformed-json");
}

/** In which of our two languages a refusal is said. */
const languageOf = (request: IncomingMessage): Language =>
  /^\s*en/i.test(request.headers["accept-language"] ?? "") ? "en" : "nl";

/** Counts by poll and second; nothing is kept longer. */
function perSecond(most: number): (poll: string, at: Date) => boolean {
  let second = 0;
  let counts = new Map<string, number>();
  return (poll, at) => {
    const now = Math.floor(at.getTime() / 1000);
    if (now !== second) {
      second = now;
      counts = new Map();
    }
    const count = (counts.get(poll) ?? 0) + 1;
    counts.set(poll, count);
    return count > most;
  };
}
