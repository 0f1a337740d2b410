/** The one form of every error that leaves by HTTP: application/problem+json (RFC 9457), in Dutch or English, never with a stack. */
import type { ServerResponse } from "node:http";
import { fieldCode, fieldSentence } from "../../shared/field-sentences.ts";
import type { RefusalDetails } from "../../shared/refused.ts";
import { Refused } from "../../shared/refused.ts";
import { type SentenceCode, sentence, titleOf } from "../../shared/sentences.ts";
import type { Language } from "../../shared/work.ts";

/** HTTP status of each code: the one table. */
export const statusOf: Record<SentenceCode, number> = {
  "invalid-input": 400,
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  "not-a-member": 403,
  "already-a-member": 409,
  "address-refused": 400,
  "link-expired": 410,
  "link-used": 410,
  "already-decided": 409,
  "reason-required": 400,
  "not-published": 409,
  "own-proposal": 409,
  "proposal-answered": 409,
  "poll-not-open": 409,
  "poll-closed": 409,
  "poll-has-begun": 409,
  "not-on-the-roll": 403,
  "already-voted": 409,
  "voted-on-paper": 409,
  "pass-taken": 409,
  "version-behind": 409,
  "voted-with-help": 409,
  "household-voted": 409,
  "letter-needed": 403,
  "letter-unknown": 404,
  "letter-used": 409,
  "letters-made": 409,
  "age-to-declare": 403,
  "paper-entered": 409,
  "paper-same-person": 403,
  "paper-not-agreed": 409,
  "paper-exceeds-marks": 409,
  "poll-still-open": 409,
  "already-counted": 409,
  "poll-not-counted": 409,
  "photo-too-large": 413,
  "photo-unreadable": 400,
  "meeting-cancelled": 409,
  "meeting-begun": 409,
  "meeting-over": 409,
  "meeting-not-begun": 409,
  "changed-meanwhile": 409,
  "too-many-requests": 429,
  "too-many-reports": 429,
  "run-under-way": 409,
  "look-again": 409,
  "not-configured": 503,
  "unknown-address": 404,
  "malformed-address": 400,
  "address-too-long": 414,
  "wrong-method": 405,
  "not-acceptable": 406,
  "malformed-request": 400,
  "malformed-json": 400,
  "wrong-content-type": 415,
  "body-too-large": 413,
  "headers-too-large": 431,
  "too-slow": 408,
  "other-site": 403,
  "own-machine-only": 403,
  "municipality-merged": 403,
  busy: 503,
  "not-ready": 503,
  failed: 500,
};

/** Thrown inside the web edge for what the request itself has wrong; `headers` go on the response (Allow, Retry-After…). */
export class WebRefusal extends Error {
  readonly code: SentenceCode;
  readonly details: RefusalDetails;
  readonly headers: Record<string, string>;

  constructor(code: SentenceCode, details: RefusalDetails = {}, headers: Record<string, string> = {}) {
    super(code);
    this.name = "WebRefusal";
    this.code = code;
    this.details = details;
    this.headers = headers;
  }
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  code: SentenceCode;
  /** The refusal's own values (a closing time, a phone number), for a page that says it in its own way. */
  values?: Record<string, string | number | boolean>;
  /** `message`: the code of the fault ("too-short"); `sentence`: the same for a person. */
  fields?: { path: string; message: string; sentence: string }[];
  requestId: string;
}

export interface ProblemContext {
  language: Language;
  requestId: string;
  /** Path without query: a query may hold what somebody was looking for. */
  instance?: string;
}

/** Codes of PostgreSQL and of sockets that mean "not now": the same request may succeed a minute later. */
const notNow = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|57P0[1-3]|53\d{3}|08\d{3}|40001|40P01|55P03)$/;

/** Values that PostgreSQL cannot hold (a number out of range, a time in the year 300000): the asker's fault, found late. */
const unfit = /^22\w{3}$/;

/**
 * Any thrown thing as a refusal: what was expected keeps its code, an outage becomes "busy", a value that does not fit becomes
 * "invalid-input", all else "failed".
 */
export function refusalOf(error: unknown, now = new Date()): WebRefusal {
  if (error instanceof WebRefusal) return error;
  if (error instanceof Refused) {
    return new WebRefusal(error.code, error.details, headersOf(error, now));
  }
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  if (notNow.test(String(code)) || /timeout exceeded when trying to connect|Connection terminated/.test(message)) {
    return new WebRefusal("busy", {}, { "Retry-After": "30" });
  }
  if (unfit.test(String(code))) return new WebRefusal("invalid-input");
  return new WebRefusal("failed");
}

/** `againAt` of a refusal (ISO 8601) is when the same may be asked again. */
function headersOf({ code, details }: Refused, now: Date): Record<string, string> {
  if (code === "not-signed-in") return { "WWW-Authenticate": "Bearer" };
  const again = typeof details["againAt"] === "string" ? Date.parse(details["againAt"]) : Number.NaN;
  return Number.isNaN(again) ? {} : { "Retry-After": String(Math.max(1, Math.ceil((again - now.getTime()) / 1000))) };
}

export function problemOf(refusal: WebRefusal, { language, requestId, instance }: ProblemContext): Problem {
  const { fields, ...details } = refusal.details;
  const values = Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string | number | boolean] =>
      ["string", "number", "boolean"].includes(typeof entry[1]),
    ),
  );
  return {
    type: `urn:kernplein:problem:${refusal.code}`,
    title: titleOf(refusal.code, language),
    status: statusOf[refusal.code],
    detail: sentence(refusal.code, language, { ...details, requestId }),
    ...(instance === undefined ? {} : { instance }),
    code: refusal.code,
    ...(Object.keys(values).length > 0 ? { values } : {}),
    ...(fields
      ? {
          fields: fields.map(({ path, message }) => ({
            path,
            message: fieldCode(message),
            sentence: fieldSentence(message, language),
          })),
        }
      : {}),
    requestId,
  };
}

/** Writes the problem, unless an answer is already under way: then the connection is cut rather than left half-said. */
export function sendProblem(response: ServerResponse, refusal: WebRefusal, context: ProblemContext): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const problem = problemOf(refusal, context);
  response.removeHeader("ETag");
  response.writeHead(problem.status, {
    ...refusal.headers,
    "Content-Type": "application/problem+json",
    "Content-Language": context.language,
    "Cache-Control": "no-store",
  });
  response.end(JSON.stringify(problem));
}
