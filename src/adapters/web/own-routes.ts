/** The addresses that are no action: the API's own description, health, security.txt, the bot, signing in with Microsoft, stopping mails. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { arrivalOf } from "./arrival.ts";
import type { Ready } from "./health.ts";
import type { Limits } from "./limits.ts";
import type { Municipality, MunicipalityBook } from "./municipalities.ts";
import { openApiDocument } from "./openapi.ts";
import { WebRefusal } from "./problems.ts";
import type { Route } from "./route.ts";
import { robotsText, type SecurityContact, securityText } from "./security-text.ts";
import { sendJson, sendText } from "./send.ts";
import type { Signposts } from "./signposts.ts";
import { stopMailsPath } from "./stop-mails-door.ts";
import { manifestPath, webManifest } from "./web-manifest.ts";

/** Something that answers an address and all below it in its own way (the local stand-ins, the local mailbox). */
export interface ExtraHandler {
  /** "/local/entra": this address and everything below it. */
  prefix: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

type Own = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface OwnRoutes {
  routes: readonly Route[];
  publicOrigin(): string;
  contactEmail: string;
  security: SecurityContact;
  ready(): Promise<Ready>;
  limits: Limits;
  clock(): Date;
  signIn: { start: Own; finish: Own };
  signInPath: string;
  stopMails: Own;
  messagesHandler: Own | undefined;
  extraHandlers: readonly ExtraHandler[];
  book: MunicipalityBook;
}

export function ownRoutes(signs: Signposts, own: OwnRoutes): void {
  const { limits, publicOrigin } = own;
  const plain = "text/plain; charset=utf-8";

  let described: string | undefined;
  signs.on(["GET"], "/v1/openapi.json", async (request, response) => {
    const { address, language } = arrivalOf(request);
    await limits.count("reading", address, language);
    const contact = { name: "Kernplein", email: own.contactEmail, url: publicOrigin() };
    described ??= JSON.stringify(openApiDocument(own.routes, { publicOrigin: publicOrigin(), contact }));
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    sendText(request, response, "application/json", described);
  });
  signs.on(["GET"], "/health/live", async (request, response) => {
    sendJson(request, response, { status: 200, body: { status: "alive" } });
  });
  signs.on(["GET"], "/health/ready", async (request, response) => {
    sendJson(request, response, { status: 200, body: await own.ready() });
  });
  signs.on(["GET"], "/.well-known/security.txt", async (request, response) => {
    sendText(request, response, plain, securityText(own.security, publicOrigin(), own.clock()));
  });
  signs.on(["GET"], "/robots.txt", async (request, response) => sendText(request, response, plain, robotsText));
  const sendManifest = (municipality: Municipality | undefined, ...[request, response]: Parameters<Own>) => {
    response.setHeader("Cache-Control", "public, max-age=3600");
    sendText(request, response, "application/manifest+json", webManifest(municipality));
  };
  signs.on(["GET"], manifestPath, async (request, response) => sendManifest(undefined, request, response));
  signs.on(["GET"], `/:municipality${manifestPath}`, async (request, response, params) => {
    const municipality = await own.book.bySlug(params["municipality"] ?? "");
    if (!municipality) throw new WebRefusal("unknown-address");
    sendManifest(municipality, request, response);
  });
  signs.on(["GET"], own.signInPath, own.signIn.start);
  signs.on(["GET"], `${own.signInPath}/terug`, own.signIn.finish);
  signs.on(["GET", "POST"], stopMailsPath, own.stopMails);
  if (own.messagesHandler) signs.on(["POST"], "/api/messages", own.messagesHandler);
  for (const { prefix, handle } of own.extraHandlers) signs.below(prefix, handle);
}
