import type { TallyView } from "../../voting/contract.ts";

/** Below this number of voters no shares are shown: a percentage of five people tells who they are (reference voting.md 2). */
export const smallestShownGroup = 10;

export interface Share {
  option: string;
  label: string;
  votes: number;
  /** Whole per cent of the ballots counted; null when there are too few voters. */
  percent: number | null;
  /** Length of the bar, 0 to 1, beside the longest. */
  length: number;
  leading: boolean;
}

/** What a tally shows of each option, in the order of the ballot paper. */
export function sharesOf(tally: TallyView): Share[] {
  const most = Math.max(1, ...tally.counts.map((count) => count.votes));
  return tally.counts.map(({ option, label, votes }) => ({
    option,
    label,
    votes,
    percent: tally.voters < smallestShownGroup ? null : Math.round((votes / tally.voters) * 100),
    length: votes / most,
    leading: tally.leading.includes(option),
  }));
}
