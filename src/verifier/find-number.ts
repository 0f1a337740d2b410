/** "Controleer mijn stem": looks a *stembewijs* up in an export. */
import type { Choice } from "../voting/counting/poll.ts";
import type { ExportFile } from "./export-shape.ts";
import { numberOf, readNumber } from "./slip.ts";

export type FoundNumber =
  | { state: "not-a-number" }
  | { state: "absent"; number: string }
  /** `choice` null when fewer than 10 ballots count and slips are withheld. `replaced`: a later slip of the same voter counts instead. */
  | { state: "present"; number: string; entry: number; replaced: boolean; choice: Choice | null };

/** Takes a verified export and a number as typed. Entries count from 1. */
export function findNumber({ log, slips }: ExportFile, typed: string): FoundNumber {
  const number = readNumber(typed);
  if (number === null) return { state: "not-a-number" };
  const at = log.findIndex((leaf) => numberOf(leaf) === number);
  if (at < 0) return { state: "absent", number };
  const slip = slips?.[at];
  const later = slips?.some(({ caster, version }) => caster === slip?.caster && version > (slip?.version ?? 0));
  return { state: "present", number, entry: at + 1, replaced: later ?? false, choice: slip?.choice ?? null };
}
