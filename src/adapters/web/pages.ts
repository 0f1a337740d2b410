/** Everything that is no API: the client's page under each of its addresses, and its files. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { reservedSegments } from "../../shared/links.ts";
import { accepts } from "./accept.ts";
import { arrivalOf } from "./arrival.ts";
import type { ClientFiles } from "./client-files.ts";
import { becomeDocument, type HeaderSettings, pageHeaders } from "./headers.ts";
import type { MunicipalityBook } from "./municipalities.ts";
import { WebRefusal } from "./problems.ts";
import { sendMoved } from "./send.ts";
import { manifestOf } from "./web-manifest.ts";

interface Means {
  files: ClientFiles;
  book: MunicipalityBook;
  headerSettings: HeaderSettings;
}

/** First segments that are pages of their own; others are a municipality. The rest of `reservedSegments` is answered elsewhere. */
const pageSegments = new Set([
  "",
  "meedoen",
  "aanmelden",
  "toegankelijkheid",
  "privacy",
  "voorwaarden",
  "natellen",
  "mails-stoppen",
]);

export function makePages({ files, book, headerSettings }: Means) {
  async function isPage(path: string): Promise<boolean> {
    const inTab = path === "/tab" || path.startsWith("/tab/");
    const [first = "", second] = (inTab ? path.slice(4) : path).split("/").slice(1);
    if (pageSegments.has(first)) return true;
    if (inTab && first === "instellen" && second === undefined) return true;
    return !reservedSegments.includes(first) && (await book.bySlug(first)) !== undefined;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { path } = arrivalOf(request);
    if (await files.sendFile(request, response, path)) return;
    const moved = await book.movedTo(request.url ?? "/");
    if (moved !== null) return sendMoved(response, moved);
    const status = (await isPage(path)) ? 200 : 404;
    // A person gets the page that says so; a program, or the address of a file, a problem.
    const forPerson = accepts(request.headers.accept, "text/html") && !/\.\w{1,5}$/.test(path) && !path.startsWith("/assets/");
    if (status === 404 && !(forPerson && request.headers.accept?.includes("text/html"))) throw new WebRefusal("unknown-address");
    if (!forPerson) throw new WebRefusal("not-acceptable", { offered: "text/html" });
    const nonce = randomBytes(16).toString("base64");
    const named = await book.bySlug(path.split("/")[1] ?? "");
    const page = await files.page(nonce, manifestOf(named));
    if (page === undefined) throw new WebRefusal("not-ready", { waiting: "client" });
    const tab = path === "/tab" || path.startsWith("/tab/");
    becomeDocument(response, pageHeaders(nonce, tab, headerSettings));
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Content-Length": Buffer.byteLength(page) });
    response.end(page);
  };
}
