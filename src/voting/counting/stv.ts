/**
 * Single transferable vote as in Scottish council elections: The Scottish Local Government Elections Order 2007 (SSI 2007/42),
 * schedule 1, rules 45-52; the order of 2011 kept them. Droop quota; every surplus is transferred, the largest first, on all papers
 * of the one elected (weighted inclusive Gregory), each at surplus × its value ÷ votes, cut off after five decimals; an excluded
 * option's papers move at the value they had. Votes are held as whole hundred-thousandths: exact up to 90 billion ballots.
 */
import { extremes, makeTieBreaker } from "./earlier-stages.ts";
import type { Election, Lots, RankedBallot } from "./election.ts";
import { sortPapers } from "./papers.ts";
import type { RankedStage, TransferOutcome } from "./ranked-outcome.ts";
import { votersIn, votersWithout } from "./voters.ts";

const unit = 100_000;

type Action = Pick<RankedStage, "action" | "option" | "transferValue">;

export function countStv(election: Election<RankedBallot>, seats: number, lots: Lots): TransferOutcome {
  const { options } = election;
  const papers = sortPapers(election);
  const quota = Math.floor(papers.valid / (seats + 1)) + 1;
  const values = new Float64Array(election.ballots.length).fill(unit);
  const votes = Float64Array.from(papers.piles, (pile) =>
    pile.reduce((sum, paper) => sum + unit * (papers.counts[paper] ?? 0), 0),
  );
  const running = new Uint8Array(options.length).fill(1);
  const { pick, ties } = makeTieBreaker(options, lots);
  const history: Float64Array[] = [];
  const stages: RankedStage[] = [];
  const winners: number[] = [];
  const idOf = (place: number) => options[place]?.id ?? "";
  const votesOf = (place: number) => votes[place] ?? 0;
  const inTheRunning = () => options.flatMap((_, place) => (running[place] === 1 ? [place] : []));

  function elect(places: readonly number[]): number[] {
    const inOrder = [...places].sort((a, b) => votesOf(b) - votesOf(a));
    for (const place of inOrder) running[place] = 0;
    winners.push(...inOrder);
    return inOrder;
  }

  function movePile(place: number, worthOf: (old: number) => number): void {
    for (const paper of papers.piles[place]?.splice(0) ?? []) {
      const value = worthOf(values[paper] ?? 0);
      values[paper] = value;
      const next = papers.move(paper, running);
      if (next >= 0) votes[next] = votesOf(next) + value * (papers.counts[paper] ?? 0);
    }
  }

  function transferSurplus(over: readonly number[]): Action {
    const place = pick(extremes(over, votes, "most"), "most", history, `surplus in stage ${stages.length + 1}`);
    const held = votesOf(place);
    const worthOf = cutOff(held - quota * unit, held);
    votes[place] = quota * unit;
    movePile(place, worthOf);
    return { action: "surplus", option: idOf(place), transferValue: decimal(worthOf(unit)) };
  }

  function excludeLowest(): Action {
    const lowest = extremes(inTheRunning(), votes, "least");
    const place = pick(lowest, "least", history, `exclusion in stage ${stages.length + 1}`);
    running[place] = 0;
    votes[place] = 0;
    movePile(place, (old) => old);
    return { action: "exclude", option: idOf(place) };
  }

  function count(): void {
    for (let action: Action = { action: "first preferences" }; ; ) {
      const elected = elect(inTheRunning().filter((place) => votesOf(place) >= quota * unit));
      const remaining = inTheRunning();
      // Rule 52: as many left as there are seats, so all of them are elected.
      if (remaining.length <= seats - winners.length) elected.push(...elect(remaining));
      const held = votes.reduce((sum, one) => sum + one, 0);
      stages.push({
        ...action,
        votes: Object.fromEntries(options.map(({ id }, place) => [id, decimal(votesOf(place))])),
        nonTransferable: decimal(papers.valid * unit - held),
        elected: elected.map(idOf),
      });
      history.push(votes.slice());
      if (winners.length >= Math.min(seats, options.length)) return;
      const over = winners.filter((place) => votesOf(place) > quota * unit);
      action = over.length > 0 ? transferSurplus(over) : excludeLowest();
    }
  }

  if (papers.valid > 0) count();
  return {
    rule: "stv",
    seats,
    voters: votersIn(election.ballots),
    valid: papers.valid,
    quota,
    winners: winners.map(idOf),
    votersWithNoWinner: votersWithout(election, winners),
    ties,
    stages,
  };
}

/** Rule 48(3). Products outgrow what a float holds exactly, so each different value is worked out once with BigInt. */
function cutOff(surplus: number, held: number): (value: number) => number {
  const known = new Map<number, number>();
  return (value) => {
    const found = known.get(value) ?? Number((BigInt(surplus) * BigInt(value)) / BigInt(held));
    known.set(value, found);
    return found;
  };
}

function decimal(hundredThousandths: number): string {
  const digits = String(hundredThousandths).padStart(6, "0");
  return `${digits.slice(0, -5)}.${digits.slice(-5)}`;
}
