/** The vocabulary the endpoints share: what comes in, what goes out, and how Graph says no. */
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { CatalogApp } from "./catalog.ts";
import type { GraphTeam, GraphTenant } from "./state.ts";

export interface Pace {
  /** How long the making of a team takes before its operation says "succeeded", in milliseconds. */
  operationMs: number;
  /** How long after that the team's id still answers 404, and how long a new member stays out of lists. */
  visibleAfterMs: number;
  /** How long a new guest is unknown to teams and to the list of users; a quarter of `visibleAfterMs` when left out. */
  guestAfterMs?: number;
}

export interface Call {
  tenant: GraphTenant;
  /** Application permissions of the token. */
  roles: readonly string[];
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  now: number;
  pace: Pace;
  /** Service root of this request, e.g. "http://127.0.0.1:4010/v1.0". */
  root: string;
  /** Path below the root, without query. */
  path: string;
  /** Asked with `ConsistencyLevel: eventual`: without it the directory does not count. */
  advanced: boolean;
  /** The Prefer header. */
  prefer: string;
  /** Operations that begin now end as "failed": a fault that was switched on. */
  operationsFail: boolean;
  catalog: readonly CatalogApp[];
  /** What links to teams and channels begin with. */
  teamsOrigin: string;
  /** Says that the tenant changed. */
  changed(): void;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Route {
  method: string;
  /** "/teams/{team}/channels/{channel}" */
  path: string;
  /** Any one of these application permissions will do; an empty list asks for none. */
  permissions: readonly string[];
  /** Resource-specific permissions that do as well, once consented to in the team of the path. */
  specific?: readonly string[];
  handle(call: Call): Answer;
}

/** Graph's refusal: status, code and sentence. */
export class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const badRequest = (message: string): GraphFault => new GraphFault(400, "BadRequest", message);
export const forbidden = (message: string): GraphFault => new GraphFault(403, "Forbidden", message);
export const notFound = (message: string): GraphFault => new GraphFault(404, "NotFound", message);

/** The error body every Graph endpoint answers with. */
export function errorBody(code: string, message: string, now: number): unknown {
  const id = randomUUID();
  const date = new Date(now).toISOString().slice(0, 19);
  return { error: { code, message, innerError: { date, "request-id": id, "client-request-id": id } } };
}

/** The body in the given shape, or the 400 that Graph gives to unknown and wrong properties. */
export function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw badRequest(`Invalid request body: ${first?.path.join(".") || "body"}: ${first?.message}`);
}

/** The last key of "https://…/users('42')" or "https://…/teamsApps/42". */
export function boundId(reference: string): string {
  return /\('([^']+)'\)$/.exec(reference)?.[1] ?? reference.split("/").at(-1) ?? "";
}

/** The team of the path. A team that is still being made does not exist for anybody. */
export function teamOf(call: Call): GraphTeam {
  const team = call.tenant.teams.get(call.params.team ?? "");
  if (!team || call.now < team.visibleAt) throw notFound(`No team found with Group Id ${call.params.team}`);
  return team;
}
