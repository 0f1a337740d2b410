/**
 * The Scottish count done the slow way, ballot by ballot and with BigInt, straight from the text of the rules: what the fast count is
 * compared with. Every ballot is a sheet of its own that remembers who holds it and at what value.
 */
import type { Election, RankedBallot } from "../../src/voting/counting/election.ts";

interface Sheet {
  order: number[];
  value: bigint;
  holder: number | undefined;
}

export interface SlowStage {
  votes: bigint[];
  action: string;
}

const one = 100_000n;

export function slowStv(
  { options, ballots }: Election<RankedBallot>,
  seats: number,
  lots: readonly number[],
): { elected: number[]; stages: SlowStage[]; quota: bigint } {
  const sheets: Sheet[] = [];
  for (const { count, tiers } of ballots) {
    const ranks = tiers.filter((tier) => tier.length > 0);
    const overvote = ranks.findIndex((tier) => tier.length > 1);
    const order = (overvote < 0 ? ranks : ranks.slice(0, overvote)).flat();
    for (let copy = 0; copy < count; copy++) if (order.length > 0) sheets.push({ order, value: one, holder: order[0] });
  }
  const quota = BigInt(Math.floor(sheets.length / (seats + 1)) + 1) * one;
  const elected: number[] = [];
  const excluded: number[] = [];
  const kept = new Set<number>();
  const stages: SlowStage[] = [];
  if (sheets.length === 0) return { elected, stages, quota };

  const continuing = () => [...options.keys()].filter((place) => !elected.includes(place) && !excluded.includes(place));
  const votesOf = (place: number) =>
    kept.has(place) ? quota : sheets.filter(({ holder }) => holder === place).reduce((sum, { value }) => sum + value, 0n);
  const all = () => [...options.keys()].map(votesOf);
  const pass = (sheet: Sheet) => {
    sheet.holder = sheet.order.find((place) => continuing().includes(place));
  };
  const settle = (tied: number[], most: boolean): number => {
    let left = tied;
    for (const { votes } of [...stages].reverse()) {
      const best = extreme(left, votes, most);
      left = left.filter((place) => votes[place] === best);
    }
    const byLot = [...left].sort((a, b) => lots.indexOf(a) - lots.indexOf(b));
    return (most ? byLot[0] : byLot.at(-1)) ?? -1;
  };

  for (let action = "first preferences"; ; ) {
    const votes = all();
    const reached = continuing().filter((place) => (votes[place] ?? 0n) >= quota);
    const byVotes = (places: number[]) => places.sort((a, b) => Number((votes[b] ?? 0n) - (votes[a] ?? 0n)));
    elected.push(...byVotes(reached));
    if (continuing().length <= seats - elected.length) elected.push(...byVotes(continuing()));
    stages.push({ votes, action });
    if (elected.length >= Math.min(seats, options.length)) return { elected, stages, quota };

    const over = elected.filter((place) => (votes[place] ?? 0n) > quota);
    if (over.length > 0) {
      const highest = extreme(over, votes, true);
      const from = settle(
        over.filter((place) => votes[place] === highest),
        true,
      );
      for (const sheet of sheets.filter(({ holder }) => holder === from)) {
        sheet.value = ((highest - quota) * sheet.value) / highest;
        pass(sheet);
      }
      kept.add(from);
      action = `surplus ${options[from]?.id}`;
    } else {
      const lowest = extreme(continuing(), votes, false);
      const out = settle(
        continuing().filter((place) => votes[place] === lowest),
        false,
      );
      excluded.push(out);
      for (const sheet of sheets.filter(({ holder }) => holder === out)) pass(sheet);
      action = `exclude ${options[out]?.id}`;
    }
  }
}

function extreme(places: readonly number[], votes: readonly bigint[], most: boolean): bigint {
  const sorted = places.map((place) => votes[place] ?? 0n).sort((a, b) => Number(a - b));
  return (most ? sorted.at(-1) : sorted[0]) ?? 0n;
}
