/** Ties between plans: lower cost first, then more votes (points), then the lot. */
import { type Lots, type Option, placesIn, type Tie } from "./election.ts";

export interface TieBreaker {
  /** Who comes first among two or more plans nothing else can tell apart. `at` says where in the count. */
  among(tied: readonly number[], at: string): number;
  /** Whether ties are put on record from now on: only those of the count that stands are. */
  recording: boolean;
  readonly ties: Tie[];
}

export function makeTieBreaker(options: readonly Option[], score: Float64Array, lots: Lots): TieBreaker {
  const stages = [
    { by: "cost", of: (plan: number) => options[plan]?.cost ?? 0 },
    { by: "votes", of: (plan: number) => -(score[plan] ?? 0) },
    { by: "lot", of: (plan: number) => placesIn(lots).indexOf(plan) },
  ] as const;
  const breaker: TieBreaker = {
    recording: false,
    ties: [],
    among: (tied, at) => {
      let among = tied;
      for (const { by, of } of stages) {
        const best = Math.min(...among.map(of));
        const first = among.filter((plan) => of(plan) === best);
        if (first.length === 1 || by === "lot") {
          const winner = first[0] ?? 0;
          if (breaker.recording) breaker.ties.push({ at, among: among.map(idOf), by, first: idOf(winner) });
          return winner;
        }
        among = first;
      }
      return among[0] ?? 0;
    },
  };
  const idOf = (plan: number) => options[plan]?.id ?? "";
  return breaker;
}
