/**
 * The address in the header List-Unsubscribe of a mail (RFC 8058). A mail program posts to it without asking anybody further, and that
 * stops the mail; reading it changes nothing and leads to the page with a button, for programs that only open it.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { paths } from "../../shared/links.ts";
import type { Perform } from "../../shared/work.ts";
import type { Actions } from "./actions.ts";
import { arrivalOf } from "./arrival.ts";
import { visitor } from "./asked.ts";
import { readBytes } from "./body.ts";
import type { Limits } from "./limits.ts";
import { type MunicipalityBook, municipalityMeant } from "./municipalities.ts";

interface Means {
  perform: Perform;
  stopMails: Actions["stopMails"];
  book: MunicipalityBook;
  limits: Limits;
}

export const stopMailsPath = "/mails-stoppen/meteen";

/** "List-Unsubscribe=One-Click", as a form of either kind. */
const mostBytes = 4096;
const sound = /^[\w.~-]{1,300}$/;

export function stopMailsDoor({ perform, stopMails, book, limits }: Means) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrival = arrivalOf(request);
    // Of all who read with one provider the posts come from its few addresses.
    await limits.count("reading", arrival.address, arrival.language);
    const given = arrival.query.get("token") ?? "";
    const token = sound.test(given) ? given : "";
    response.setHeader("Cache-Control", "no-store");
    if (request.method !== "POST") {
      response.writeHead(303, { Location: paths.stopMails(token), "Content-Length": 0 }).end();
      return;
    }
    await readBytes(request, mostBytes);
    const municipality = await municipalityMeant(book, { token, named: undefined, kern: undefined });
    const own = token.slice(token.lastIndexOf(".") + 1);
    await perform(stopMails, visitor(municipality, arrival), { token: own }, { receivedAt: arrival.receivedAt });
    response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8" }).end("OK\n");
  };
}
