/** Answers one request to a row of the table: who asks, may a browser send this, not too often, what is asked, do it, say it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { CalendarView } from "../../meetings/contract.ts";
import { Refused } from "../../shared/refused.ts";
import type { Actor, Perform } from "../../shared/work.ts";
import { acceptOrRefuse } from "./accept.ts";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { actorFor, inputOf, type Told, visitor } from "./asked.ts";
import { readImage, readJson } from "./body.ts";
import type { Cookies } from "./cookies.ts";
import type { Limits } from "./limits.ts";
import type { MunicipalityBook } from "./municipalities.ts";
import { WebRefusal } from "./problems.ts";
import type { Route } from "./route.ts";
import { countRequest } from "./route-limit.ts";
import { refuseOtherSite } from "./same-origin.ts";
import { sendCalendar, sendExport, sendImage, sendJson, sendMoved, sendPoster } from "./send.ts";
import type { WhoIsAsking } from "./who-is-asking.ts";

export interface Means {
  perform: Perform;
  who: WhoIsAsking;
  book: MunicipalityBook;
  limits: Limits;
  cookies: Cookies;
  ownOrigins(request: IncomingMessage): readonly string[];
  /** The PDF of a poster's words. */
  drawPoster(view: unknown): Promise<Uint8Array>;
  /** https://kernplein.example.nl */
  publicOrigin(): string;
}

/** Answers a request whose path gave `params`; throws what the problem will be made of. */
export type AnswerRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  params: Record<string, string | undefined>,
) => Promise<void>;

export function answerRoute(route: Route, means: Means): AnswerRoute {
  const { who, limits, cookies, ownOrigins, book } = means;
  return async (request, response, params) => {
    const arrival = arrivalOf(request);
    acceptOrRefuse(request, mediaOf(route));
    const moved = await book.movedTo(request.url ?? "/");
    if (moved !== null) return sendMoved(response, moved);
    const session = cookies.session.read(request);
    const asker = await who.ask(request);
    refuseOtherSite(request, asker?.by ?? (session === undefined ? "none" : "cookie"), ownOrigins);
    await countRequest(limits, route, arrival, asker?.actor);
    if (!asker && route.who === "signed-in") {
      if (session !== undefined) response.setHeader("Set-Cookie", cookies.session.clear());
      throw new WebRefusal("not-signed-in", {}, { "WWW-Authenticate": "Bearer" });
    }
    const body = await book.renamed(await readBody(request, route));
    await limits.countMailbox(route.limit === "join" || route.limit === "sign-in-link" ? body["email"] : undefined);
    const told: Told = { route, arrival, params, body, session };
    if (route.session === "closes" && !(session && (await book.home(municipalityOf(session))))) {
      reply(request, response, told, { closed: true }, cookies);
      return;
    }
    const actor = await actorFor(told, asker?.actor, book);
    const view = await guarded(told, means, () => act(told, actor, means));
    if (route.changesRights) who.cache.forget(actor?.municipality);
    if (route.answer === "image") sendImage(request, response, view);
    else if (route.answer === "export") sendExport(request, response, view);
    else if (route.answer === "poster") sendPoster(request, response, await means.drawPoster(view));
    else if (route.answer === "calendar") sendCalendar(request, response, view as CalendarView, means.publicOrigin());
    else reply(request, response, told, view, cookies);
  };
}

const media = { image: "image/*", poster: "application/pdf", calendar: "text/calendar" } as const;

const mediaOf = ({ answer }: Route): string =>
  answer !== null && answer in media ? media[answer as keyof typeof media] : "application/json";

/** The municipality before the secret in a session's cookie. */
const municipalityOf = (session: string): string => session.split(".", 1)[0] ?? "";

async function readBody(request: IncomingMessage, route: Route): Promise<Record<string, unknown>> {
  if (route.method === "GET" || route.method === "DELETE") return {};
  return route.body === "image" ? { ...(await readImage(request)) } : readJson(request, route.bodyLimit);
}

/** A code of a voting letter that turns out wrong stays counted; anything else is not a guess. */
async function guarded({ route, arrival, params }: Told, { limits }: Means, answer: () => Promise<unknown>): Promise<unknown> {
  if (route.limit !== "letter") return answer();
  const takeBack = await limits.countLetter(arrival.address, params["poll"] ?? "", arrival.language);
  try {
    const view = await answer();
    await takeBack();
    return view;
  } catch (error) {
    if (!(error instanceof Refused && error.code === "letter-unknown")) await takeBack();
    throw error;
  }
}

async function act(told: Told, actor: Actor | null, { perform, book }: Means): Promise<unknown> {
  const { route, arrival } = told;
  const input = inputOf(told);
  const run = (as: Actor) => perform(route.action, as, input, { receivedAt: arrival.receivedAt });
  if (actor) return run(actor);
  const views: unknown[] = [];
  for (const { municipality } of await book.all()) views.push(await run(visitor(municipality, arrival)));
  return route.everywhere?.(views);
}

function reply(request: IncomingMessage, response: ServerResponse, told: Told, view: unknown, cookies: Cookies): void {
  const { route, params, arrival } = told;
  let body = view;
  if (route.session === "opens") {
    const { session, ...shown } = view as { session: string; expiresAt: string };
    response.setHeader("Set-Cookie", cookies.session.set(session, secondsUntil(shown.expiresAt, arrival)));
    body = shown;
  }
  if (route.session === "closes") response.setHeader("Set-Cookie", cookies.session.clear());
  const location = route.location?.(view, params);
  sendJson(request, response, { status: route.status ?? 200, body, ...(location === undefined ? {} : { location }) });
}

/** From the arrival of the request until `time` (ISO 8601); negative when it is past. */
export function secondsUntil(time: string, { receivedAt }: Arrival): number {
  return (Date.parse(time) - receivedAt.getTime()) / 1000;
}
