/** Requests and answers as HTTP: who may ask, what came in, what goes out. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, GraphFault } from "./call.ts";

const largestBody = 4_000_000;

/** Only this machine, and only under its own name: a page on the web must not reach it through a rebound host name. */
export function refuseOthers(request: IncomingMessage): void {
  const from = request.socket.remoteAddress ?? "";
  const name = (request.headers.host ?? "").replace(/:\d+$/, "");
  const ownMachine = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(from);
  if (!ownMachine || !["127.0.0.1", "localhost", "[::1]"].includes(name)) {
    throw new GraphFault(403, "Forbidden", "The local Graph answers on the own machine only.");
  }
}

/**
 * The JSON body, or undefined without one. Asking for the JSON type keeps plain forms of other sites out; where `forms` is true they
 * are taken as well.
 */
export async function readBody(request: IncomingMessage, forms: boolean): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) throw new GraphFault(413, "RequestEntityTooLarge", "The request is too large.");
    parts.push(part);
  }
  if (size === 0) return undefined;
  const text = Buffer.concat(parts).toString("utf8");
  const type = request.headers["content-type"] ?? "";
  if (forms && type.startsWith("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  if (!/\bjson\b/.test(type)) {
    throw new GraphFault(400, "BadRequest", "Write requests must contain the Content-Type header application/json.");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphFault(400, "BadRequest", "Unable to read JSON request payload.");
  }
}

/** A text is sent as a page, anything else as JSON. */
export function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  if (response.destroyed) return;
  const page = typeof body === "string";
  const text = page ? body : body === undefined ? "" : JSON.stringify(body);
  response.writeHead(status, {
    ...(text ? { "Content-Type": page ? "text/html; charset=utf-8" : "application/json" } : {}),
    "Cache-Control": "no-store",
    ...headers,
  });
  response.end(text);
}
