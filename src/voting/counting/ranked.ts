/** Counts ranked ballots. */
import { countBorda } from "./borda.ts";
import type { Election, Lots, RankedBallot } from "./election.ts";
import { countIrv } from "./irv.ts";
import type { RankedOutcome, RankedRule } from "./ranked-outcome.ts";
import { countSchulze } from "./schulze.ts";
import { countStv } from "./stv.ts";

export type { BordaOutcome, RankedOutcome, RankedRule, RankedStage, SchulzeOutcome, TransferOutcome } from "./ranked-outcome.ts";
export { rankedRules } from "./ranked-outcome.ts";

/**
 * Takes the ballots, how many to elect (1 or more; IRV elects one, whatever is asked) and the lots drawn from the same ballots
 * (drawLots). Exact, and the same for the same input on every machine. A ballot's empty tier is a skipped rank and is passed over.
 * Throws a RangeError when `seats` is not a whole number above 0 or the lots do not name every option once.
 *
 * - `irv`: instant-runoff. One option is excluded per stage until one has more than half of the votes still held.
 * - `stv`: Scottish order 2007, schedule 1, rules 45-52 (the same in the order of 2011): see stv.ts.
 * - `schulze`: winning votes; unranked options are below all ranked ones and equal among themselves.
 * - `borda`: see borda.ts for ties and unranked options.
 */
export function countRanked(election: Election<RankedBallot>, rule: RankedRule, seats: number, lots: Lots): RankedOutcome {
  if (!Number.isInteger(seats) || seats < 1) throw new RangeError(`seats must be a whole number above 0, not ${seats}`);
  if (Array.isArray(lots) && (lots.length !== election.options.length || new Set(lots).size !== lots.length))
    throw new RangeError("the lots must name every option once");
  if (rule === "irv") return countIrv(election, lots);
  if (rule === "stv") return countStv(election, seats, lots);
  if (rule === "schulze") return countSchulze(election, seats, lots);
  return countBorda(election, seats, lots);
}
