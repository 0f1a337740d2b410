/**
 * Counting on its own: no server, no database. Elections are made up, in the size of real ones and with their share of distinct
 * ballots; the same ones in every run. Each is counted five times and the median stands, so the first run's warming up does not.
 */
import { type BudgetRules, countBudget } from "../../src/voting/counting/budget.ts";
import type { Election, MarkedBallot } from "../../src/voting/counting/election.ts";
import { parsePabulib, writePabulib } from "../../src/voting/formats/pabulib.ts";
import { electionOf } from "../../src/voting/formats/pabulib-election.ts";
import { pabulibOf } from "../../src/voting/formats/pabulib-export.ts";

interface Made {
  election: Election<MarkedBallot>;
  budget: number;
}

/** Ballots around a few tastes, popular plans marked more often; `marks` on average per ballot, costs rounded as people do. */
function madeUp(voters: number, plans: number, marks: number, budget: number): Made {
  const random = repeatable(voters * 31 + plans);
  const tastes = 6;
  const options = Array.from({ length: plans }, (_, i) => ({
    id: `${i + 1}`,
    label: `Plan ${i + 1}`,
    cost: Math.max(500, Math.round(((budget / 10) * random() ** 2) / 500) * 500),
  }));
  const appeal = options.map(() => 0.15 + random() ** 2);
  const liked = options.map(() => Math.floor(random() * tastes));
  const ballots = Array.from({ length: voters }, (): MarkedBallot => {
    const taste = Math.floor(random() * tastes);
    const wanted = Math.max(1, Math.round(marks * (0.3 + 1.4 * random())));
    const marked = new Set<number>();
    for (let tries = 0; marked.size < wanted && tries < wanted * 8; tries++) {
      const plan = Math.floor(random() * plans);
      if (random() < (appeal[plan] ?? 0) * (liked[plan] === taste ? 1 : 0.25)) marked.add(plan);
    }
    const list = [...marked].sort((a, b) => a - b);
    return { count: 1, options: list, points: list.map(() => 1) };
  });
  return { election: { options, ballots }, budget };
}

/** A small repeatable generator of numbers from 0 to 1 (mulberry32). */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function median(run: () => string): { ms: number; what: string } {
  const times: number[] = [];
  let what = "";
  for (let i = 0; i < 5; i++) {
    const begun = performance.now();
    what = run();
    times.push(performance.now() - begun);
  }
  return { ms: times.sort((a, b) => a - b)[2] ?? 0, what };
}

function counted({ election, budget }: Made, rules: Omit<BudgetRules, "budget">): string {
  const lots = [...election.options.keys()];
  const outcome = countBudget(election, { ...rules, budget }, lots);
  return `${outcome.winners.length} winners${outcome.shares?.ended ? `, ${outcome.shares.steps} steps` : ""}`;
}

export function benchTally(): void {
  const shares = { rule: "equal-shares", completion: "add1" } as const;
  const village = madeUp(1000, 60, 6, 100_000);
  const wieliczka = madeUp(6586, 64, 1.8, 1_000_000);
  const amsterdam = madeUp(14_411, 58, 9, 300_000);
  const warsaw = madeUp(61_668, 83, 8, 24_000_000);
  const large = madeUp(132_000, 83, 8, 24_000_000);
  const wroclaw = madeUp(127_773, 50, 1, 20_000_000);
  const file = writePabulib(pabulibOf(large.election, { meta: {}, budget: large.budget, unit: 1, kind: "approval" }));
  const megabytes = (file.length / 1e6).toFixed(1);
  const rows = {
    "village 1,000 × 60, Add1 + votes": { aim: 100, ...median(() => counted(village, { ...shares, completion: "add1+votes" })) },
    "6,586 × 64, Add1": { aim: 100, ...median(() => counted(wieliczka, shares)) },
    "14,411 × 58, Add1": { aim: 300, ...median(() => counted(amsterdam, shares)) },
    "61,668 × 83, Add1": { aim: 5000, ...median(() => counted(warsaw, shares)) },
    "127,773 × 50, most votes": { aim: 200, ...median(() => counted(wroclaw, { rule: "most-votes" })) },
    [`read a .pb file of ${megabytes} MB`]: {
      aim: 500,
      ...median(() => `${electionOf(parsePabulib(file)).election.ballots.length} ballots`),
    },
  };
  console.log("\nCounting (exact; median of five)");
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { ms, aim, what }]) => [name, { ms: Number(ms.toFixed(1)), "aim ms": aim, result: what }]),
    ),
  );
}
