/** GET /v1/wijzigingen: what changes while a page is open, as server-sent events, for who is signed in. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { acceptOrRefuse } from "../accept.ts";
import { arrivalOf } from "../arrival.ts";
import type { Limits } from "../limits.ts";
import { WebRefusal } from "../problems.ts";
import type { WhoIsAsking } from "../who-is-asking.ts";
import type { Streams } from "./streams.ts";

export const changesPath = "/v1/wijzigingen";

interface Means {
  who: WhoIsAsking;
  limits: Limits;
  streams: Streams;
}

/** Refuses who is not signed in (401), a `Last-Event-ID` that is none (400), and one stream too many (429, 503). */
export function changesDoor({ who, limits, streams }: Means) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    acceptOrRefuse(request, "text/event-stream");
    const { language } = arrivalOf(request);
    const asker = await who.ask(request);
    if (!asker) throw new WebRefusal("not-signed-in", {}, { "WWW-Authenticate": "Bearer" });
    const since = lastHad(request);
    await limits.count("readingPerson", `${asker.actor.municipality} ${asker.actor.person}`, language);
    if (request.method === "HEAD") {
      response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" }).end();
      return;
    }
    await streams.open({
      actor: asker.actor,
      response,
      again: async () => (await who.ask(request))?.actor,
      since,
    });
  };
}

/** A message's id is the server's time in milliseconds. Undefined for who has had none. */
function lastHad(request: IncomingMessage): number | undefined {
  const given = request.headers["last-event-id"];
  if (given === undefined || given === "") return undefined;
  const last = Number(given);
  if (!Number.isSafeInteger(last) || last <= 0)
    throw new WebRefusal("invalid-input", { fields: [{ path: "Last-Event-ID", message: "invalid" }] });
  return last;
}
