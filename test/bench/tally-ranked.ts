/**
 * Ranked counts on their own: no server, no database. Every ballot is a line of its own, as when nobody voted the same; the same
 * ballots in every run. Each is counted five times and the median stands.
 */
import type { Election, RankedBallot } from "../../src/voting/counting/election.ts";
import { drawLots } from "../../src/voting/counting/lot.ts";
import { countRanked } from "../../src/voting/counting/ranked.ts";
import { readBlt } from "../../src/voting/formats/blt.ts";
import { writeBlt } from "../../src/voting/formats/blt-write.ts";

/** Voters rank as many options as they like, the popular ones more often and earlier. */
function madeUp(voters: number, size: number): Election<RankedBallot> {
  let state = voters + size;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const options = Array.from({ length: size }, (_, place) => ({ id: `${place + 1}`, label: `Plan ${place + 1}`, cost: 0 }));
  const ballots = Array.from({ length: voters }, () => {
    const drawn = options.map((_, place) => ({ place, luck: random() * (1 + place / size) })).sort((a, b) => a.luck - b.luck);
    return { count: 1, tiers: drawn.slice(0, 1 + Math.floor(random() * size)).map(({ place }) => [place]) };
  });
  return { options, ballots };
}

function median(run: () => string): { ms: number; what: string } {
  const times: number[] = [];
  let what = "";
  for (let turn = 0; turn < 5; turn++) {
    const begun = performance.now();
    what = run();
    times.push(performance.now() - begun);
  }
  return { ms: times.sort((a, b) => a - b)[2] ?? 0, what };
}

export function benchTallyRanked(): void {
  const election = madeUp(100_000, 12);
  const lots = drawLots(election);
  const candidates = election.options.map(({ id, label }) => ({ id, name: label, withdrawn: false }));
  const file = writeBlt({ title: "", seats: 4, candidates, ballots: election.ballots });
  const winners = (rule: "irv" | "stv" | "schulze" | "borda", seats: number) => () =>
    countRanked(election, rule, seats, lots).winners.join(", ");
  const rows = {
    "Schulze 12 × 100,000": { aim: 300, ...median(winners("schulze", 1)) },
    "STV 12 × 100,000, 4 seats": { aim: 500, ...median(winners("stv", 4)) },
    "IRV 12 × 100,000": { aim: 500, ...median(winners("irv", 1)) },
    "Borda 12 × 100,000": { aim: 300, ...median(winners("borda", 1)) },
    "lots of 100,000 ballots": { aim: 1000, ...median(() => drawLots(election).join(" ")) },
    [`read a .blt file of ${(file.length / 1e6).toFixed(1)} MB`]: {
      aim: 500,
      ...median(() => {
        const read = readBlt(file);
        return "fault" in read ? read.fault.en : `${read.ballots.length} ballots`;
      }),
    },
  };
  console.log("\nCounting ranked ballots (exact; median of five)");
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { ms, aim, what }]) => [name, { ms: Number(ms.toFixed(1)), "aim ms": aim, result: what }]),
    ),
  );
}
