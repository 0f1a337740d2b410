/** Where a vote stands, by the public log and, after the count, the published ballots. Pure. docs/ballot-format.md, 6 to 8. */
import { commitmentOf, type Slip } from "../../verifier/slip.ts";
import type { PollLogView } from "../../voting/contract.ts";

/** The ballots of the export, each beside its place in the log; null while there are none, or too few to publish. */
type PublishedSlips = readonly Slip[] | null;

export type VoteStanding =
  /** `place` in the log, from 1; `content`: whether the published ballot is what was cast (null: it is not published). */
  { is: "in-log"; place: number; content: boolean | null } | { is: "waiting" } | { is: "missing" };

/** Takes the commitment (hex) of a vote for which the server gave a receipt. A log that is complete and does not hold it is wrong. */
export function standingOf(
  commitment: string,
  { poll, log }: Pick<PollLogView, "poll" | "log">,
  counted: boolean,
  slips: PublishedSlips,
): VoteStanding {
  const at = log.indexOf(commitment);
  if (at < 0) return { is: counted ? "missing" : "waiting" };
  const slip = slips?.[at];
  return { is: "in-log", place: at + 1, content: slips ? slip !== undefined && commitmentOf(poll, slip) === commitment : null };
}

const quarter = 15 * 60_000;

/**
 * When the log may grow next: at whole quarters since the opening, when enough votes wait, and once more at the closing. In milliseconds
 * since 1970; the closing when that comes first.
 */
export function nextBatchFrom(now: number, opensAt: number, closesAt: number): number {
  const next = opensAt + Math.ceil((now - opensAt + 1) / quarter) * quarter;
  return Math.min(next, closesAt);
}
