/** Writing answers of the API: JSON with an ETag, or the bytes of an image. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createGunzip } from "node:zlib";
import type { CalendarView } from "../../meetings/contract.ts";
import { calendarText } from "../../meetings/index.ts";

export interface Reply {
  status: number;
  /** Nothing is sent when undefined. */
  body?: unknown;
  location?: string;
}

/** JSON. A GET carries a weak ETag of the body and answers 304 to who has it already. */
export function sendJson(request: IncomingMessage, response: ServerResponse, { status, body, location }: Reply): void {
  if (location !== undefined) response.setHeader("Location", location);
  if (body === undefined) {
    response.writeHead(204).end();
    return;
  }
  sendText(request, response, "application/json", JSON.stringify(body), status);
}

/** Any text, with the ETag of a GET. */
export function sendText(request: IncomingMessage, response: ServerResponse, type: string, text: string, status = 200): void {
  const reading = request.method === "GET" || request.method === "HEAD";
  if (reading && notModified(request, response, text)) return;
  response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}

/** Sets the ETag; true when the asker has this very content and 304 was sent. */
function notModified(request: IncomingMessage, response: ServerResponse, content: string | Uint8Array): boolean {
  const tag = `W/"${createHash("sha1").update(content).digest("base64url")}"`;
  response.setHeader("ETag", tag);
  const known = request.headers["if-none-match"];
  if (known === undefined || !(known.trim() === "*" || known.split(",").some((one) => strip(one) === strip(tag)))) return false;
  response.writeHead(304).end();
  return true;
}

const strip = (tag: string): string => tag.trim().replace(/^W\//, "");

/** A file that is kept gzipped; unpacked on the way for who cannot read that. It never changes once it is there. */
export function sendExport(request: IncomingMessage, response: ServerResponse, view: unknown): void {
  const { gzip } = view as { gzip: Uint8Array };
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  response.setHeader("Cache-Control", "public, max-age=3600");
  response.setHeader("Vary", "Accept-Encoding");
  if (notModified(request, response, gzip)) return;
  const type = { "Content-Type": "application/json", "Content-Disposition": 'attachment; filename="stemming.json"' };
  if (/\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))) {
    response.writeHead(200, { ...type, "Content-Encoding": "gzip", "Content-Length": gzip.byteLength });
    response.end(gzip);
    return;
  }
  response.writeHead(200, type);
  if (request.method === "HEAD") response.end();
  else
    createGunzip()
      .on("error", () => response.destroy())
      .end(gzip)
      .pipe(response);
}

const imageTypes = new Set(["image/jpeg", "image/png", "image/webp"]);

/** A photo never changes once it has a number, so the browser of who may see it may keep it for a year; nobody in between may. */
export function sendImage(request: IncomingMessage, response: ServerResponse, view: unknown): void {
  const { bytes, contentType } = view as { bytes: Uint8Array; contentType: string };
  response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
  response.setHeader("Vary", "Authorization, Cookie");
  if (notModified(request, response, bytes)) return;
  response.writeHead(200, {
    "Content-Type": imageTypes.has(contentType) ? contentType : "application/octet-stream",
    "Content-Length": bytes.byteLength,
    "Content-Disposition": "inline",
  });
  response.end(bytes);
}

/** To print or to keep; asked for anew each time, for a closing time may have moved. */
export function sendPoster(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array): void {
  if (notModified(request, response, bytes)) return;
  const name = 'inline; filename="affiche-kernplein.pdf"';
  response.writeHead(200, { "Content-Type": "application/pdf", "Content-Length": bytes.byteLength, "Content-Disposition": name });
  response.end(bytes);
}

/** An iCalendar file, for calendars that ask again every few hours; anybody may keep it a while. */
export function sendCalendar(request: IncomingMessage, response: ServerResponse, view: CalendarView, origin: string): void {
  response.setHeader("Content-Disposition", `attachment; filename="${view.file}.ics"`);
  response.setHeader("Cache-Control", "public, max-age=300");
  sendText(request, response, "text/calendar; charset=utf-8", calendarText(view, origin));
}

/** To another address for good, with the same method and body (RFC 9110, 15.4.9). */
export function sendMoved(response: ServerResponse, target: string): void {
  response.writeHead(308, { Location: target, "Content-Length": 0 }).end();
}
