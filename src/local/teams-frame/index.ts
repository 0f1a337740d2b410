/**
 * A window of Teams for one machine, below /local/teams: it frames the very pages of /tab and speaks the host's side of teams-js with
 * them. The window has another name (127.0.0.1) than the pages (localhost), so that they are strangers to each other as in Teams: no
 * cookie goes along, storage is apart, and who one is comes from Teams' token alone.
 */
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { LocalPerson } from "../sign-in/directory.ts";
import { Ended, problem, readText, sendJson } from "../sign-in/exchange.ts";
import { fromOwnMachine } from "../sign-in/own-machine.ts";
import type { FrameData, FrameMunicipality, FramePerson, FrameTeam, NewTab } from "./frame-data.ts";
import { framePage, framePath } from "./page.ts";
import { stylesheet } from "./style.ts";

export { framePath } from "./page.ts";

export interface TeamsFrameOptions {
  /** Id of the Teams app: what a deep link names. */
  appId: string;
  /** Origin of the local Graph. */
  graphUrl(): string;
  people(): Promise<readonly LocalPerson[]>;
  municipalities(): Promise<readonly { municipality: string; name: string; entraTenantId: string }[]>;
}

const folder = new URL("./window/", import.meta.url);
/** What the window is made of; nothing else in the folder is ever sent. */
const parts = [
  "main",
  "answers",
  "ask",
  "choice",
  "context",
  "deep-link",
  "dialogs",
  "draw",
  "elements",
  "host",
  "icons",
  "new-tab",
  "places",
  "texts",
];
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Where the window of this app is to be opened. */
export const frameAddress = (origin: string): string => origin.replace("//localhost", "//127.0.0.1") + framePath;

export function makeTeamsFrame(options: TeamsFrameOptions) {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!fromOwnMachine(request)) {
      throw problem(
        403,
        "own-machine-only",
        "Dit venster werkt alleen op de eigen computer. This window works on the own machine only.",
      );
    }
    const host = request.headers.host ?? "";
    const url = new URL(request.url ?? "/", `http://${host}`);
    const what = url.pathname.slice(framePath.length).replace(/^\//, "");
    const reading = request.method === "GET" || request.method === "HEAD";
    if (what === "tabbladen" && request.method === "POST")
      return sendJson(response, 201, await addTab(request, options.graphUrl()));
    if (!reading) throw problem(405, "wrong-method", "Alleen GET werkt hier. Only GET works here.");
    if (what === "") return url.hostname === "127.0.0.1" ? sendPage(response) : lead(response, url);
    if (what === "gegevens") return sendJson(response, 200, await gather(options, `http://localhost:${url.port || "80"}`));
    if (what === "stijl.css") return send(response, "text/css", stylesheet);
    const part = parts.find((name) => what === `venster/${name}.ts`);
    if (!part) throw problem(404, "unknown-address", "Dit adres bestaat niet. This address does not exist.");
    send(response, "text/javascript", stripTypeScriptTypes(await readFile(new URL(`${part}.ts`, folder), "utf8")));
  }
  return {
    prefix: framePath,
    async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
      try {
        await answer(request, response);
      } catch (error) {
        if (!(error instanceof Ended)) throw error;
        sendJson(response, error.status, error.body);
      }
    },
  };
}

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(200, { "Content-Type": `${type}; charset=utf-8` }).end(body);
}

function sendPage(response: ServerResponse): void {
  response.setHeader("Content-Security-Policy", policy);
  // The pages believe a Teams on this machine by the address that it says it has.
  response.setHeader("Referrer-Policy", "origin");
  send(response, "text/html", framePage);
}

function lead(response: ServerResponse, url: URL): void {
  const to = new URL(url);
  to.hostname = "127.0.0.1";
  response.writeHead(302, { Location: to.href }).end();
}

async function gather({ appId, graphUrl, people, municipalities }: TeamsFrameOptions, origin: string): Promise<FrameData> {
  const everybody = await people();
  const homes = await municipalities();
  const filled = homes.map(async ({ municipality, name, entraTenantId: tenantId }): Promise<FrameMunicipality> => {
    const answer = await fetch(`${graphUrl()}/local/teams?tenant=${encodeURIComponent(tenantId)}`);
    const own = everybody.filter((person) => person.tenantId === tenantId);
    const teams = (await answer.json()) as FrameTeam[];
    return {
      municipality,
      name,
      tenantId,
      people: own.map(shown),
      teams: teams.sort((a, b) => a.name.localeCompare(b.name, "nl")),
    };
  });
  return { origin, appId, municipalities: await Promise.all(filled) };
}

function shown({ email, name, oid, role, kern }: LocalPerson): FramePerson {
  return { email, name, oid, role, ...(kern ? { kern } : {}) };
}

/** Graph takes addresses with https only; see adapters/graph. */
const secure = (address: unknown): string => String(address).replace(/^http:(?=\/\/localhost(:|\/|$))/, "https:");

/** Null for what is no JSON. What stands in a tab the local Graph judges. */
function parsed(text: string): Partial<NewTab> | null {
  try {
    return JSON.parse(text) as Partial<NewTab> | null;
  } catch {
    return null;
  }
}

async function addTab(request: IncomingMessage, graphUrl: string): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    throw problem(415, "wrong-content-type", "Stuur de inhoud als application/json. Send the content as application/json.");
  }
  const tab = parsed(await readText(request));
  if (!tab?.configuration) throw problem(400, "malformed-json", "Dit is geen tabblad. This is no tab.");
  const { entityId, contentUrl, websiteUrl } = tab.configuration;
  const configuration = { entityId, contentUrl: secure(contentUrl), websiteUrl: secure(websiteUrl) };
  const answer = await fetch(`${graphUrl}/local/tabs`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...tab, configuration }),
  });
  if (!answer.ok) throw problem(409, "not-added", "Het tabblad kon niet worden toegevoegd. The tab could not be added.");
  return answer.json();
}
