/** Rankings read as approvals. */
import type { Election, MarkedBallot } from "../counting/election.ts";
import type { PreflibKind } from "./preflib.ts";
import { type RankedFile, rankedElectionOf } from "./ranked-file.ts";

/**
 * Where voters may leave options out, ranking one approves it. In a complete order nobody leaves any out, so there the first tier is
 * what is approved: so PrefLib writes approval ballots in .toc files.
 */
export function approvalsOf({ format, file }: { format: "blt" | PreflibKind; file: RankedFile }): Election<MarkedBallot> {
  const { options, ballots } = rankedElectionOf(file);
  const complete = format === "soc" || format === "toc";
  return {
    options,
    ballots: ballots.map(({ count, tiers }) => {
      const approved = (complete ? tiers.filter((tier) => tier.length > 0).slice(0, 1) : tiers).flat().sort((a, b) => a - b);
      return { count, options: approved, points: approved.map(() => 1) };
    }),
  };
}
