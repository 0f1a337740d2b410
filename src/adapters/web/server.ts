/** The web edge: everything that reaches Kernplein by HTTP enters here. Translates, never decides. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "../../config.ts";
import type { MergedMunicipality } from "../../kernen/index.ts";
import type { PosterView } from "../../notifications/contract.ts";
import type { LiveSource } from "../../shared/live.ts";
import type { Perform, Tx } from "../../shared/work.ts";
import type { Actions } from "./actions.ts";
import { answerRoute } from "./answer-route.ts";
import { arrivalOf, refuseStrangeTarget, registerArrival } from "./arrival.ts";
import { ballotBoxDoor } from "./ballot-box-door.ts";
import { clientFiles } from "./client-files.ts";
import { makeCookies } from "./cookies.ts";
import { tokenJudge } from "./entra-token.ts";
import { apiHeaders, commonHeaders, type HeaderSettings } from "./headers.ts";
import { type Readiness, readinessCheck } from "./health.ts";
import { type LimitSettings, makeLimits } from "./limits.ts";
import { addressesOf, closeServer, limitSlowSenders, listenOn } from "./listen.ts";
import { changesDoor, changesPath } from "./live/changes-door.ts";
import { type LiveLimits, liveStreams, usualLiveLimits } from "./live/streams.ts";
import { type BrowserSignInSettings, microsoftSignIn, signInPath } from "./microsoft-sign-in.ts";
import { type Municipality, municipalityBook } from "./municipalities.ts";
import { type ExtraHandler, ownRoutes } from "./own-routes.ts";
import { makePages } from "./pages.ts";
import { refusalOf, sendProblem } from "./problems.ts";
import { answerRawErrors } from "./raw-errors.ts";
import { logFailure, logWhenDone, type WebLog } from "./request-log.ts";
import { type App, appMethods, makeApp } from "./restify-app.ts";
import { makeRoutes } from "./routes.ts";
import { ownOriginsOf } from "./same-origin.ts";
import type { SecurityContact } from "./security-text.ts";
import { signposts, wrongMethod } from "./signposts.ts";
import { stopMailsDoor } from "./stop-mails-door.ts";
import { type People, whoIsAsking } from "./who-is-asking.ts";

export interface WebOptions {
  config: Pick<Config, "PORT" | "PUBLIC_URL" | "MAIL_FROM" | "local">;
  perform: Perform;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  municipalities(): Promise<readonly Municipality[]>;
  /** Municipalities that merged into another: what still names them is led on. */
  merged?(): Promise<readonly MergedMunicipality[]>;
  actions: Actions;
  people: People;
  /** Whose tokens are believed; asked when needed, because `publicOrigin` is known only once a port is found. */
  entra(publicOrigin: string): BrowserSignInSettings;
  log: WebLog;
  clock?(): Date;
  extraHandlers?: readonly ExtraHandler[];
  /** Folder of the built client. */
  clientFolder: string;
  /** POST /api/messages: the bot. Reads and judges the request by itself. */
  messagesHandler?(request: IncomingMessage, response: ServerResponse): Promise<void>;
  readiness?: readonly Readiness[];
  limits?: LimitSettings;
  /** Makes the PDF of a poster; `origin`: where its code leads. */
  drawPoster(poster: PosterView, origin: string): Promise<Uint8Array>;
  /** What changes, for the pages that are open; they hear nothing without it. */
  live?: LiveSource;
  liveLimits?: Partial<LiveLimits>;
  /** Proxies of our own before this server: so many last entries of X-Forwarded-For are believed. */
  trustedProxies?: number;
  /** Where weaknesses are reported; the sender of our mails when left out. */
  security?: SecurityContact;
}

export interface Web {
  port: number;
  /** Where people reach it: PUBLIC_URL, or http://localhost:port. */
  publicOrigin: string;
  /** All addresses of this machine, for the start to print. */
  addresses: string[];
  /** Forgets the remembered rights of a municipality's people, or of everybody: a role was given or taken. */
  forgetActors(municipality?: string): void;
  /** Forgets which municipalities and kernen there are: a file was loaded. */
  forgetMunicipalities(): void;
  close(): Promise<void>;
}

/** Starts to listen. Refuses to start only when no port can be opened (or the counters' table cannot be made). */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { config, perform, inMunicipality, actions, people, log, clock = () => new Date() } = options;
  const https = config.PUBLIC_URL?.startsWith("https://") ?? false;
  // Playing Teams on one's own machine: the playground's pages have ports of their own.
  const headerSettings = { https, tabFrames: config.local ? ["http://localhost:*", "http://127.0.0.1:*"] : [] };
  let publicOrigin = config.PUBLIC_URL ? new URL(config.PUBLIC_URL).origin : "";
  const settings = () => options.entra(publicOrigin);

  const cookies = makeCookies(https);
  const limits = await makeLimits(options.limits);
  const book = municipalityBook({
    municipalities: options.municipalities,
    merged: options.merged ?? (async () => []),
    kernenOf: (municipality) =>
      perform(actions.listKernen, { municipality, person: null, roles: [], channel: "web", language: "nl" }, {}),
  });
  const judge = tokenJudge({ settings, municipalityOf: book.byTenant, leftTenant: book.leftTenant, now: clock });
  const who = whoIsAsking({ inMunicipality, people, judge, book, sessionCookie: cookies.session, limits });
  const ownOrigins = (request: IncomingMessage) => ownOriginsOf(publicOrigin, config.local)(request);
  const originFor = (request: IncomingMessage) => ownOrigins(request).at(-1) ?? publicOrigin;
  const common = { settings, originFor, judge, book, people, inMunicipality, cookies, limits, log };

  const box = ballotBoxDoor({
    perform,
    castWithPass: actions.castWithPass,
    headers: headerSettings,
    log,
    clock,
    movedTo: book.movedTo,
    factor: options.limits?.factor,
  });
  const app = openDoor(headerSettings, log, clock, options.trustedProxies ?? 0, box);
  const signs = signposts(app);
  const routes = makeRoutes(actions);
  const drawPoster = (view: unknown) => options.drawPoster(view as PosterView, publicOrigin);
  for (const route of routes) {
    if (route.who === "nobody") continue;
    const answer = answerRoute(route, {
      perform,
      who,
      book,
      limits,
      cookies,
      ownOrigins,
      drawPoster,
      publicOrigin: () => publicOrigin,
    });
    signs.on([route.method], `/v1${route.path.replace(/\{(\w+)\}/g, ":$1")}`, (request, response, params) => {
      arrivalOf(request).secret = route.secret ?? false;
      return answer(request, response, params);
    });
  }
  const streams = liveStreams(options.live, { ...usualLiveLimits, ...options.liveLimits });
  signs.on(["GET"], changesPath, changesDoor({ who, limits, streams }));
  ownRoutes(signs, {
    routes,
    publicOrigin: () => publicOrigin,
    contactEmail: config.MAIL_FROM,
    security: options.security ?? { contact: `mailto:${config.MAIL_FROM}` },
    ready: readinessCheck(options.readiness ?? [], log),
    limits,
    clock,
    signIn: microsoftSignIn(common),
    signInPath,
    stopMails: stopMailsDoor({ perform, stopMails: actions.stopMails, book, limits }),
    messagesHandler: options.messagesHandler,
    extraHandlers: options.extraHandlers ?? [],
    book,
  });
  signs.rest(makePages({ files: clientFiles(options.clientFolder), book, headerSettings }));

  const port = await listenOn(app.server, config.PORT);
  publicOrigin ||= `http://localhost:${port}`;
  return {
    port,
    publicOrigin,
    addresses: addressesOf(port),
    forgetActors: who.cache.forget,
    forgetMunicipalities: book.forget,
    close: () => {
      streams.close();
      return closeServer(app.server);
    },
  };
}

/** What happens to every request before its address is looked at, and to every one that goes wrong. */
function openDoor(
  headerSettings: HeaderSettings,
  log: WebLog,
  clock: () => Date,
  trustedProxies: number,
  first: ReturnType<typeof ballotBoxDoor>,
): App {
  const app = makeApp({
    first,
    arrive(request, response) {
      const { requestId } = registerArrival(request, clock(), trustedProxies);
      for (const [name, value] of Object.entries({ ...commonHeaders(headerSettings, requestId), ...apiHeaders })) {
        response.setHeader(name, value);
      }
      logWhenDone(log, request, response);
      refuseStrangeTarget(request);
      if (!appMethods.some((method) => method === request.method)) throw wrongMethod(["GET", "HEAD"]);
    },
    fail(request, response, error) {
      const arrival = arrivalOf(request);
      logFailure(log, arrival, error);
      sendProblem(response, refusalOf(error), { ...arrival, instance: arrival.path });
    },
  });
  limitSlowSenders(app.server);
  answerRawErrors(app.server, headerSettings);
  return app;
}
