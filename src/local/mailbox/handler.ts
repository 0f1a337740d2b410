/** Answers below /local/postvak, to this machine only. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { LocalMail } from "./kept-mails.ts";
import { mailboxPage, mailboxPath } from "./page.ts";
import { stylesheet } from "./style.ts";

interface Reply {
  status?: number;
  type: string;
  body: string;
  policy: string;
}

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const pagePolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A mail may show itself and open its links in a new window; nothing else. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
const nothingPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Gives a request handler; it returns false, and does nothing, for addresses outside the mailbox. */
export function mailboxHandler(list: () => LocalMail[]) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname !== mailboxPath && !url.pathname.startsWith(`${mailboxPath}/`)) return false;
    const { status = 200, type, body, policy } = replyTo(request, url, list);
    response.statusCode = status;
    response.setHeader("Content-Type", `${type}; charset=utf-8`);
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.removeHeader("X-Frame-Options");
    if (status === 405) response.setHeader("Allow", "GET, HEAD");
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}

function replyTo(request: IncomingMessage, { pathname, searchParams }: URL, list: () => LocalMail[]): Reply {
  if (!loopback.test(request.socket.remoteAddress ?? "")) return plain(404, "Not found");
  if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "Only GET");
  const language = searchParams.get("taal") === "en" ? "en" : "nl";
  const search = (searchParams.get("zoek") ?? "").slice(0, 200);
  const page = (open?: string): Reply => ({
    type: "text/html",
    body: mailboxPage(list(), { search, language, ...(open === undefined ? {} : { open }) }),
    policy: pagePolicy,
  });
  const [part = "", below] = pathname.slice(mailboxPath.length + 1).split("/");
  if (part === "") return page();
  if (part === "stijl.css") return { type: "text/css", body: stylesheet, policy: nothingPolicy };
  if (part === "berichten") return messages(list(), searchParams.get("aan"));
  const mail = list().find(({ id }) => id === part);
  if (!mail) return { ...page(part), status: 404 };
  if (below === undefined) return page(part);
  return below === "inhoud" ? { type: "text/html", body: inNewWindows(mail.html), policy: mailPolicy } : plain(404, "Not found");
}

function messages(mails: readonly LocalMail[], to: string | null): Reply {
  const wanted = to?.trim().toLowerCase();
  const body = JSON.stringify(wanted === undefined ? mails : mails.filter((mail) => mail.to === wanted));
  return { type: "application/json", body, policy: nothingPolicy };
}

function plain(status: number, body: string): Reply {
  return { status, type: "text/plain", body, policy: nothingPolicy };
}

/** Links of a mail open beside the mailbox, as in any web mail. */
function inNewWindows(html: string): string {
  return html.includes("<head>") ? html.replace("<head>", '<head><base target="_blank">') : `<base target="_blank">${html}`;
}
