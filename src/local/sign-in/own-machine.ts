/** The local stand-ins answer the own machine only: here anybody can sign in as anybody. */
import type { IncomingMessage } from "node:http";

/**
 * True for a request from this machine, under one of its own names, that no proxy or tunnel passed on. The name matters because a page
 * on the web can point a name of its own at 127.0.0.1; the forwarding headers, because a tunnel too comes from this machine.
 */
export function fromOwnMachine(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? "";
  const name = (request.headers.host ?? "").replace(/:\d+$/, "");
  const passedOn = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "via"];
  return (
    /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(from) &&
    ["127.0.0.1", "localhost", "[::1]"].includes(name) &&
    passedOn.every((header) => request.headers[header] === undefined)
  );
}
