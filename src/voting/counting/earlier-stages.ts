/** Who is first among options with equal votes, by earlier stages and then by lot. */
import { type Lots, type Option, placesIn, type Tie } from "./election.ts";

export interface TieBreaker {
  /**
   * Picks one of `tied` (places). `wanted` is "most" to pick who stood highest before (whose surplus goes first) or "least" for who
   * stood lowest (who is excluded): at the most recent stage at which they differed, and among those still equal then, at the stage
   * before, and so on (Scottish order, rules 49(2) and 51(2)). Those equal throughout are told apart by lot: the first drawn is the
   * best off. `history` holds the votes at the end of each stage so far.
   */
  pick(tied: readonly number[], wanted: "most" | "least", history: readonly Float64Array[], at: string): number;
  /** Every tie that had to be broken, `first` being who was picked. */
  ties: Tie[];
}

export function makeTieBreaker(options: readonly Option[], lots: Lots): TieBreaker {
  const ties: Tie[] = [];
  const idOf = (place: number) => options[place]?.id ?? "";

  function pick(tied: readonly number[], wanted: "most" | "least", history: readonly Float64Array[], at: string): number {
    const [only] = tied;
    if (only !== undefined && tied.length === 1) return only;
    let left = [...tied];
    for (let stage = history.length - 1; stage >= 0 && left.length > 1; stage--) {
      const votes = left.map((place) => history[stage]?.[place] ?? 0);
      const sought = wanted === "most" ? Math.max(...votes) : Math.min(...votes);
      left = left.filter((_, index) => votes[index] === sought);
    }
    const by = left.length === 1 ? "earlier-stage" : "lot";
    const picked = by === "lot" ? byLot(left, wanted) : (left[0] ?? 0);
    ties.push({ at, among: tied.map(idOf), by, first: idOf(picked) });
    return picked;
  }
  function byLot(left: readonly number[], wanted: "most" | "least"): number {
    const drawn = placesIn(lots).filter((place) => left.includes(place));
    return drawn.at(wanted === "most" ? 0 : -1) ?? 0;
  }
  return { pick, ties };
}

/** The places in `among` whose value is the lowest ("least") or highest ("most"). */
export function extremes(among: readonly number[], values: ArrayLike<number>, wanted: "most" | "least"): number[] {
  const sign = wanted === "most" ? 1 : -1;
  const best = among.reduce((value, place) => Math.max(value, sign * (values[place] ?? 0)), Number.NEGATIVE_INFINITY);
  return among.filter((place) => sign * (values[place] ?? 0) === best);
}
