/** Security headers of every kind of answer (NL API Design Rules, Internet.nl, Teams tab requirements). */
import type { ServerResponse } from "node:http";

/** Version of the API: on every answer, in the OpenAPI document, and its major in the path. */
export const apiVersion = "1.0.0";

/** Hosts that may frame the tab (Microsoft, "Tab requirements"; `*.office.com` and `*.microsoft365.com` carry the tab in Microsoft 365). */
const teamsHosts = [
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://outlook-sdf.office.com",
  "https://outlook-sdf.office365.com",
];

/** teams-js asks here which hosts it may trust when it meets one that it does not know. */
const teamsJsDomains = "https://res.cdn.office.net";

export interface HeaderSettings {
  /** True when people reach this deployment by https. */
  https: boolean;
  /** Origins besides Teams that may frame the tab: the local host page. */
  tabFrames: readonly string[];
}

type Headers = Record<string, string>;

/** On every answer of whatever kind. */
export function commonHeaders({ https }: HeaderSettings, requestId: string): Headers {
  return {
    "X-Request-Id": requestId,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(self), payment=(), usb=()",
    ...(https ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** Answers that are no page: nothing may run or be framed. Also what errors carry. */
export const apiHeaders: Headers = {
  "API-Version": apiVersion,
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** An answer starts as one of the API; a page or a file takes off what is the API's and puts on its own. */
export function becomeDocument(response: ServerResponse, headers: Headers): void {
  for (const name of Object.keys(apiHeaders)) response.removeHeader(name);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

const pagePolicy = (nonce: string, connect: string, frameAncestors: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    // Checking a poll anew runs beside the page.
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");

/** A page of the client. `nonce`: made anew for every answer. Only pages below /tab may be framed, and by Teams alone. */
export function pageHeaders(nonce: string, tab: boolean, { tabFrames }: HeaderSettings): Headers {
  const common: Headers = { "Cache-Control": "no-cache", "Content-Language": "nl" };
  if (tab) {
    const ancestors = ["'self'", ...teamsHosts, ...tabFrames].join(" ");
    return { ...common, "Content-Security-Policy": pagePolicy(nonce, `'self' ${teamsJsDomains}`, ancestors) };
  }
  return {
    ...common,
    "Content-Security-Policy": pagePolicy(nonce, "'self'", "'none'"),
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
}

/** Files whose name changes with their content may be kept for a year; others are asked for again. */
export function assetHeaders(immutable: boolean): Headers {
  return {
    "Cache-Control": immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}
