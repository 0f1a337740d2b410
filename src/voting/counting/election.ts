/**
 * What is counted: options and the ballots on them. Pure data, the same in server, command line, verifier and browser. Options are
 * known by their place in `options`; ballots that say the same may stand together.
 */

/** One option. `cost` is a whole number of the smallest unit (cents, or whatever the file counts in); 0 where no money is spent. */
export interface Option {
  id: string;
  label: string;
  cost: number;
  /** Themes may have a cap of their own. */
  theme?: string;
}

/** Options marked, ascending and each once, with the points of each: 1 for a plain mark or approval, never 0 or less. */
export interface MarkedBallot {
  count: number;
  options: readonly number[];
  points: readonly number[];
}

/** Options in order of preference; each tier holds options ranked equal, no option stands twice, unranked ones are left out. */
export interface RankedBallot {
  count: number;
  tiers: readonly (readonly number[])[];
}

export interface Election<Ballot> {
  options: readonly Option[];
  ballots: readonly Ballot[];
}

/**
 * Orders options that nothing else can tell apart: a permutation of the places of all options, drawn from the hash of the frozen
 * ballots (see lot.ts), so that nobody can choose it and everybody can draw it again. A function draws them when a tie first asks:
 * writing down and hashing all ballots takes longer than many a count.
 */
export type Lots = Places | (() => Places);
type Places = readonly number[];

/** The places themselves, drawn now if they were not yet. */
export function placesIn(lots: Lots): Places {
  return typeof lots === "function" ? lots() : lots;
}

/** A tie that had to be broken, for the record: among whom, how, and who came first. Ids as in the election. */
export interface Tie {
  /** Where in the count, for example "round 3" or "elimination in stage 2". */
  at: string;
  among: readonly string[];
  /** What told them apart; "lot" only when the stated order could not. */
  by: "cost" | "votes" | "earlier-stage" | "lot";
  first: string;
}
