/** Content negotiation: whether the asker can read what we would answer. */
import type { IncomingMessage } from "node:http";
import { WebRefusal } from "./problems.ts";

/** Refuses (406) when the Accept header leaves no room for `offered` ("application/json", or "image/*" for any image). */
export function acceptOrRefuse(request: IncomingMessage, offered: string): void {
  if (!accepts(request.headers.accept, offered)) throw new WebRefusal("not-acceptable", { offered });
}

/** No header means everything; q=0 means not that. The most specific part that fits decides. */
export function accepts(header: string | undefined, offered: string): boolean {
  if (header === undefined || header.trim() === "") return true;
  const [kind = "", subtype = ""] = offered.split("/");
  let best = { specific: -1, q: 0 };
  for (const part of header.slice(0, 2000).split(",")) {
    const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
    const [wantedKind, wantedSubtype] = range.trim().split("/");
    const kindFits = wantedKind === kind || wantedKind === "*";
    const subtypeFits = wantedSubtype === subtype || wantedSubtype === "*" || (subtype === "*" && wantedSubtype !== undefined);
    if (!kindFits || !subtypeFits) continue;
    const specific = (wantedKind === "*" ? 0 : 1) + (wantedSubtype === "*" ? 0 : 1);
    const q = quality(parameters);
    if (specific > best.specific || (specific === best.specific && q > best.q)) best = { specific, q };
  }
  return best.q > 0;
}

function quality(parameters: readonly string[]): number {
  const given = parameters.map((part) => part.trim()).find((part) => part.startsWith("q="));
  return given === undefined ? 1 : Number(given.slice(2)) || 0;
}
