/** Writes .blt, so that others can count again with the tools of the field. */
import type { RankedFile } from "./ranked-file.ts";

/** The text of the file; readBlt gives back the same candidates, seats, title and ballots. Line breaks in names become spaces. */
export function writeBlt({ title, seats, candidates, ballots }: RankedFile): string {
  const gone = candidates.flatMap(({ withdrawn }, place) => (withdrawn ? [`-${place + 1}`] : []));
  const lines = ballots.map(({ count, tiers }) => {
    const ranks = tiers.map((tier) => (tier.length === 0 ? "-" : tier.map((place) => place + 1).join("=")));
    return [count, ...ranks, 0].join(" ");
  });
  const texts = [...candidates.map(({ name }) => quoted(name)), quoted(title)];
  return `${[`${candidates.length} ${seats}`, ...(gone.length > 0 ? [gone.join(" ")] : []), ...lines, "0", ...texts].join("\n")}\n`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\r\n]+/g, " ").replaceAll('"', '""')}"`;
}
