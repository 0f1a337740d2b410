/** From a method and a path to an answer: finds the endpoint, counts it against the limits, asks the permission, runs it. */
import { appRoutes } from "./apps.ts";
import { type Answer, type Call, errorBody, GraphFault, notFound, type Route } from "./call.ts";
import { channelRoutes } from "./channels.ts";
import { deletedItemRoutes } from "./deleted-items.ts";
import { deltaRoutes } from "./delta.ts";
import { groupRoutes } from "./groups.ts";
import { invitationRoutes } from "./invitations.ts";
import { memberRoutes } from "./members.ts";
import { operationRoutes } from "./operations.ts";
import { tabRoutes } from "./tabs.ts";
import { teamRoutes } from "./teams.ts";
import type { Throttle } from "./throttle.ts";
import { userRoutes } from "./users.ts";

/** The first that fits is taken: /users/delta stands before /users/{user}. */
const routes = [
  ...teamRoutes,
  ...operationRoutes,
  ...channelRoutes,
  ...tabRoutes,
  ...memberRoutes,
  ...appRoutes,
  ...groupRoutes,
  ...deltaRoutes,
  ...userRoutes,
  ...invitationRoutes,
  ...deletedItemRoutes,
].map((route) => ({
  ...route,
  pattern: new RegExp(`^${route.path.replaceAll("$", "\\$").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** `/teams('42')/channels` is another spelling of `/teams/42/channels`. */
function plainPath(path: string): string {
  return path.replace(/\('([^']*)'\)/g, "/$1").replace(/\/$/, "");
}

export interface Request {
  method: string;
  /** Below the service root, without query. */
  path: string;
  query: URLSearchParams;
  body: unknown;
}

export interface Found {
  route: Route;
  params: Record<string, string>;
}

/** The endpoint for a request; refuses with 400 what this Graph does not have and 405 what the endpoint does not take. */
export function find(method: string, path: string): Found {
  const plain = plainPath(path);
  const fitting = routes.filter(({ pattern }) => pattern.test(plain));
  const route = fitting.find((one) => one.method === method);
  if (route) {
    const groups = route.pattern.exec(plain)?.groups ?? {};
    return {
      route,
      params: Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)])),
    };
  }
  if (fitting.length > 0) throw new GraphFault(405, "Request_BadRequest", `Specified HTTP method is not allowed for ${path}.`);
  throw new GraphFault(400, "BadRequest", `Resource not found for the segment in '${path}'.`);
}

export type Setting = Omit<Call, "params" | "query" | "body" | "path"> & { throttle: Throttle };

/** Runs one request (or one part of a batch) to its answer; refusals become answers too. */
export function answer(request: Request, setting: Setting): Answer {
  const { throttle, ...rest } = setting;
  try {
    const { route, params } = find(request.method, request.path);
    const call: Call = { ...rest, params, query: request.query, body: request.body, path: request.path };
    const wait = throttle.take({
      tenant: call.tenant.id,
      method: route.method,
      path: route.path,
      team: params.team,
      now: call.now,
    });
    if (wait > 0) throw new GraphFault(429, "TooManyRequests", "Too many requests.", { "Retry-After": String(wait) });
    refuseWithoutPermission(call, route);
    return route.handle(call);
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault;
    return { status: fault.status, headers: fault.headers, body: errorBody(fault.code, fault.message, setting.now) };
  }
}

function refuseWithoutPermission(call: Call, route: Route): void {
  if (route.permissions.length === 0 || route.permissions.some((name) => call.roles.includes(name))) return;
  const team = call.tenant.teams.get(call.params.team ?? "");
  if (route.specific && !team) throw notFound(`No team found with Group Id ${call.params.team}`);
  const consented = team?.installedApps.flatMap((installed) => installed.consented) ?? [];
  if (route.specific?.some((name) => consented.includes(name))) return;
  const wanted = [...route.permissions, ...(route.specific ?? [])].join(", ");
  throw new GraphFault(
    403,
    "Authorization_RequestDenied",
    `Missing role permissions on the request. API requires one of '${wanted}'. Roles on the request '${call.roles.join(", ")}'.`,
  );
}
