/** Cross-site request forgery: a change that a browser may send by itself is carried out only when it comes from our own pages. */
import type { IncomingMessage } from "node:http";
import { WebRefusal } from "./problems.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses (403) a change from another site. `proof`: "token" needs no check, because a browser never adds a bearer token by itself;
 * "cookie" must say where it comes from; "none" (joining, opening a session) is refused when it says it comes from elsewhere, so that
 * nobody is signed in as somebody else by a strange page.
 */
export function refuseOtherSite(
  request: IncomingMessage,
  proof: "token" | "cookie" | "none",
  ownOrigins: (request: IncomingMessage) => readonly string[],
): void {
  if (proof === "token" || safeMethods.has(request.method ?? "")) return;
  const origin = request.headers.origin;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") throw new WebRefusal("other-site");
  if (origin !== undefined && !ownOrigins(request).includes(origin)) throw new WebRefusal("other-site");
  if (proof === "cookie" && origin === undefined && site === undefined) throw new WebRefusal("other-site");
}

/**
 * The origins of our own pages: the public address, and locally also every name of the own machine under which the page was asked.
 * The Host header is believed for loopback names only: elsewhere it is whatever the sender likes.
 */
export function ownOriginsOf(publicOrigin: string, local: boolean): (request: IncomingMessage) => readonly string[] {
  return (request) => {
    const host = request.headers.host ?? "";
    const loopback = local && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
    return loopback ? [publicOrigin, `http://${host}`] : [publicOrigin];
  };
}
