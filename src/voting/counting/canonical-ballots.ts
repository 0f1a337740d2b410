/**
 * The ballots of an election as one text that is the same for the same ballots, in whatever order options and ballots stand and
 * however equal ballots were grouped. Lots are drawn from it (lot.ts), so it must never change.
 *
 * Lines end with "\n". The first is the JSON list of all option ids, sorted. Then one line per different ballot, sorted:
 * how often it was cast, a space, and the ballot as JSON:
 * - ranked: a list of tiers, each the sorted list of its option ids; skipped ranks are left out: `12 [["a"],["b","c"]]`
 * - marked: the list of [option id, points], sorted by id: `3 [["a",1],["c",1]]`
 * JSON without spaces, every character outside printable ASCII written as \uXXXX (Python: json.dumps with separators=(",", ":")).
 * Sorted means by character code; ballot lines are sorted by their JSON. A ballot that says nothing is `[]`.
 */
import type { Election, MarkedBallot, RankedBallot } from "./election.ts";

export function canonicalBallots({ options, ballots }: Election<RankedBallot> | Election<MarkedBallot>): string {
  const ids = options.map(({ id }) => ascii(id));
  const counts = new Map<string, number>();
  for (const ballot of ballots) {
    const text = "tiers" in ballot ? rankedText(ballot, ids) : markedText(ballot, ids);
    counts.set(text, (counts.get(text) ?? 0) + ballot.count);
  }
  const lines = [...counts.keys()].sort().map((text) => `${counts.get(text)} ${text}\n`);
  return `[${[...ids].sort().join(",")}]\n${lines.join("")}`;
}

function rankedText({ tiers }: RankedBallot, ids: readonly string[]): string {
  const texts: string[] = [];
  for (const tier of tiers) {
    if (tier.length === 0) continue;
    const inside = tier.map((place) => ids[place] ?? "");
    texts.push(`[${inside.length === 1 ? inside[0] : inside.sort().join(",")}]`);
  }
  return `[${texts.join(",")}]`;
}

function markedText({ options, points }: MarkedBallot, ids: readonly string[]): string {
  const marks = options.map((place, index) => [ids[place] ?? "", points[index] ?? 0] as const);
  marks.sort(([a], [b]) => (a < b ? -1 : 1));
  return `[${marks.map(([id, given]) => `[${id},${given}]`).join(",")}]`;
}

function ascii(id: string): string {
  return JSON.stringify(id).replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
