/**
 * Instant-runoff: the option with the fewest votes is excluded and its papers go to the next preference, until one has more than half
 * of the votes still held. Ties for the fewest as in the Scottish order: earlier stages, then lot.
 */
import { extremes, makeTieBreaker } from "./earlier-stages.ts";
import type { Election, Lots, RankedBallot } from "./election.ts";
import { sortPapers } from "./papers.ts";
import type { RankedStage, TransferOutcome } from "./ranked-outcome.ts";
import { votersIn, votersWithout } from "./voters.ts";

export function countIrv(election: Election<RankedBallot>, lots: Lots): TransferOutcome {
  const { options } = election;
  const papers = sortPapers(election);
  const votes = Float64Array.from(papers.piles, (pile) => pile.reduce((sum, paper) => sum + (papers.counts[paper] ?? 0), 0));
  const running = new Uint8Array(options.length).fill(1);
  const { pick, ties } = makeTieBreaker(options, lots);
  const history: Float64Array[] = [];
  const stages: RankedStage[] = [];
  const idOf = (place: number) => options[place]?.id ?? "";
  const votesOf = (place: number) => votes[place] ?? 0;

  function exclude(place: number): void {
    running[place] = 0;
    votes[place] = 0;
    for (const paper of papers.piles[place]?.splice(0) ?? []) {
      const next = papers.move(paper, running);
      if (next >= 0) votes[next] = votesOf(next) + (papers.counts[paper] ?? 0);
    }
  }

  function count(): number {
    for (let action: Pick<RankedStage, "action" | "option"> = { action: "first preferences" }; ; ) {
      const left = options.flatMap((_, place) => (running[place] === 1 ? [place] : []));
      const held = left.reduce((sum, place) => sum + votesOf(place), 0);
      const winner = left.find((place) => votesOf(place) * 2 > held);
      stages.push({
        ...action,
        votes: Object.fromEntries(left.map((place) => [idOf(place), String(votesOf(place))])),
        nonTransferable: String(papers.valid - held),
        elected: winner === undefined ? [] : [idOf(winner)],
      });
      if (winner !== undefined) return winner;
      history.push(votes.slice());
      const out = pick(extremes(left, votes, "least"), "least", history, `exclusion in stage ${stages.length + 1}`);
      exclude(out);
      action = { action: "exclude", option: idOf(out) };
    }
  }

  const winners = papers.valid > 0 ? [count()] : [];
  return {
    rule: "irv",
    seats: 1,
    voters: votersIn(election.ballots),
    valid: papers.valid,
    winners: winners.map(idOf),
    votersWithNoWinner: votersWithout(election, winners),
    ties,
    stages,
  };
}
