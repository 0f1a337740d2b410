/** What is known of a request the moment its headers are in: the time that counts, its number, its language, where it comes from. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import type { Language } from "../../shared/work.ts";
import { WebRefusal } from "./problems.ts";

export interface Arrival {
  requestId: string;
  /** Server time at which the headers arrived, before the body was read: the time that counts for every deadline. */
  receivedAt: Date;
  /** For measuring: milliseconds on a clock that never jumps. */
  startedAt: number;
  language: Language;
  /** As it was sent, without query. */
  path: string;
  query: URLSearchParams;
  /** Who sent it, as far as the network knows: an IPv4 address, or the /64 network of an IPv6 address (one household or one phone). */
  address: string;
  /** Pattern of the route that answers ("GET /v1/kernen/{kern}"), for the log. */
  route?: string;
  /** True once a ballot is in play: then nothing of this request is written down. */
  secret?: boolean;
}

const arrivals = new WeakMap<IncomingMessage, Arrival>();

/** Registers a request at its arrival. `trustedProxies`: how many proxies of our own stand before this server. */
export function registerArrival(request: IncomingMessage, now: Date, trustedProxies: number): Arrival {
  const target = request.url ?? "/";
  const question = target.indexOf("?");
  const arrival: Arrival = {
    requestId: saneRequestId(request.headers["x-request-id"]) ?? randomUUID(),
    receivedAt: now,
    startedAt: performance.now(),
    language: languageOf(request.headers["accept-language"]),
    path: question < 0 ? target : target.slice(0, question),
    query: new URLSearchParams(question < 0 ? "" : target.slice(question + 1)),
    address: network(addressOf(request, trustedProxies)),
  };
  arrivals.set(request, arrival);
  return arrival;
}

export function arrivalOf(request: IncomingMessage): Arrival {
  const arrival = arrivals.get(request);
  if (!arrival) throw new Error("This request was not registered at its arrival.");
  return arrival;
}

function saneRequestId(given: string | string[] | undefined): string | undefined {
  return typeof given === "string" && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : undefined;
}

/** Dutch, unless English is what the browser likes better. */
export function languageOf(accept: string | undefined): Language {
  const weight = (language: string) =>
    Math.max(
      0,
      ...(accept ?? "")
        .slice(0, 500)
        .split(",")
        .map((part) => part.trim().toLowerCase().split(";"))
        .filter(([name]) => name === language || name?.startsWith(`${language}-`))
        .map(([, q]) => (q?.trim().startsWith("q=") ? Number(q.trim().slice(2)) || 0 : 1)),
    );
  return weight("en") > weight("nl") ? "en" : "nl";
}

function addressOf(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? "";
  if (trustedProxies === 0) return direct;
  const chain = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  return chain.at(-trustedProxies) ?? direct;
}

function network(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(address)?.[1];
  if (v4) return v4;
  if (!isIPv6(address)) return address.slice(0, 60);
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}

/** Longest path with query that is looked at; the sign-in answer of Entra carries a code of some 2,000 characters. */
const longestTarget = 8192;

/**
 * Refuses addresses that no link of ours has, before any router or file system sees them. The name of the server is part of it: restify
 * makes one URL of both and does not survive what is none.
 */
export function refuseStrangeTarget({ url: target = "/", headers: { host }, httpVersion }: IncomingMessage): void {
  if (host === undefined ? httpVersion !== "1.0" : !URL.canParse(`http://${host}/`) || /[/?#@\\]/.test(host)) {
    throw new WebRefusal("malformed-request");
  }
  if (target.length > longestTarget) throw new WebRefusal("address-too-long");
  const path = target.split("?", 1)[0] ?? "";
  if (!path.startsWith("/")) throw new WebRefusal("malformed-address");
  let plain: string;
  try {
    plain = decodeURIComponent(path);
  } catch {
    throw new WebRefusal("malformed-address");
  }
  if (!URL.canParse(`http://localhost${target}`)) throw new WebRefusal("malformed-address");
  if (hasControlCharacter(plain) || plain.includes("\\")) throw new WebRefusal("malformed-address");
  // NL API rule /core/no-trailing-slash: one thing has one address.
  if (path.startsWith("/v1/") && path.endsWith("/")) throw new WebRefusal("unknown-address");
  if (/%2f/i.test(path) || plain.includes("//") || /(^|\/)\.\.?(\/|$)/.test(plain)) throw new WebRefusal("unknown-address");
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 32 || code === 127) return true;
  }
  return false;
}
