/** Writes into a municipality file that a change made by hand in Teams stays as it is. Pure: text in, text out. */
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import { didYouMean } from "./did-you-mean.ts";
import { driftKindOf, driftKinds, neverAccepted } from "./drift-kinds.ts";

/** How a theme team is called where kernen are called by their slug: "thema:dijkversterking". */
export const themePrefix = "thema:";

export type Accepted = { text: string; changed: boolean } | { refused: string };

/**
 * Adds `what` ("tab-removed/voorstellen-arkel") to the `accepted` list of a kern or theme team, and keeps every remark and blank line.
 * Twice changes nothing. Refuses, in a sentence, an unknown kern, an unknown kind of change, and one that is never accepted.
 */
export function acceptInMunicipalityFile(text: string, kern: string, what: string): Accepted {
  const kind = driftKindOf(what);
  if (!kind) return { refused: `“${what}” is no kind of change.${maybe(didYouMean(what.split("/")[0] ?? "", driftKinds))}` };
  if (neverAccepted.includes(kind))
    return { refused: `“${what}” cannot be accepted; \`kernplein provision apply\` puts it right.` };
  const document = parseDocument(text);
  const theme = kern.startsWith(themePrefix);
  const list = document.get(theme ? "themeTeams" : "kernen");
  const entries = isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
  const slug = theme ? kern.slice(themePrefix.length) : kern;
  const entry = entries.find((item) => item.get("slug") === slug);
  if (!entry) {
    const near = didYouMean(
      slug,
      entries.map((item) => String(item.get("slug"))),
    );
    return { refused: `There is no ${theme ? "theme team" : "kern"} “${slug}” in this file.${maybe(near)}` };
  }
  const before = document.toString(asWritten);
  if (!addTo(document, entry, what)) return { text, changed: false };
  return { text: carryOver(text, before, document.toString(asWritten)), changed: true };
}

const asWritten = { lineWidth: 0 };

/** The library writes the whole file in its own spacing; only the lines that it changed are taken from it. */
function carryOver(text: string, before: string, after: string): string {
  const [own, old, fresh] = [text.split("\n"), before.split("\n"), after.split("\n")];
  if (own.length !== old.length) return after;
  let head = 0;
  while (head < old.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return [...own.slice(0, head), ...fresh.slice(head, fresh.length - tail), ...own.slice(own.length - tail)].join("\n");
}

function addTo(document: ReturnType<typeof parseDocument>, entry: YAMLMap, what: string): boolean {
  const accepted = entry.get("accepted");
  if (isSeq(accepted)) {
    if (accepted.items.some((item) => isScalar(item) && item.value === what)) return false;
    accepted.add(document.createNode(what));
  } else {
    entry.set("accepted", document.createNode([what], { flow: true }));
  }
  return true;
}

function maybe(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : ` Did you mean “${suggestion}”?`;
}
