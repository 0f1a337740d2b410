/** Requests that never become one: bytes that are no HTTP, headers that are too long, senders that dawdle, protocols we do not speak. */
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { SentenceCode } from "../../shared/sentences.ts";
import { apiHeaders, commonHeaders, type HeaderSettings } from "./headers.ts";
import { problemOf, WebRefusal } from "./problems.ts";

const codes: Record<string, SentenceCode> = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "too-slow",
};

/** Answers them as every other error is answered, and hangs up. */
export function answerRawErrors(server: Server, settings: HeaderSettings): void {
  // Node's own answer to a request without a Host has no headers of ours; it is refused with the other strange addresses instead.
  Object.assign(server, { requireHostHeader: false });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    hangUp(socket, codes[error.code ?? ""] ?? "malformed-request", settings);
  });
  // "Expect: something" that nobody can meet: answered as if it were not asked, rather than with a bare 417 of Node.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  server.on("upgrade", (_, socket: Duplex) => hangUp(socket, "malformed-request", settings));
  server.on("connect", (_, socket: Duplex) => hangUp(socket, "malformed-request", settings));
}

function hangUp(socket: Duplex, code: SentenceCode, settings: HeaderSettings): void {
  // An answer may be half sent on this line (a body that broke off): then another one would be read as part of it.
  if ((socket as Socket).bytesWritten > 0 && code !== "too-slow") {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const problem = problemOf(new WebRefusal(code), { language: "nl", requestId });
  const body = JSON.stringify(problem);
  const headers = {
    ...commonHeaders(settings, requestId),
    ...apiHeaders,
    "Content-Type": "application/problem+json",
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${problem.status} Refused\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
}
