import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Election, RankedBallot } from "../../src/voting/counting/election.ts";
import { countRanked, type RankedRule, rankedRules } from "../../src/voting/counting/ranked.ts";
import { inOrder, rankedElections, reordered } from "../support/elections.ts";
import { slowStv } from "../support/slow-stv.ts";

const seats = fc.integer({ min: 1, max: 4 });

/** What does not hang on the order of options: who won, and the votes at every stage. */
function essence(election: Election<RankedBallot>, rule: RankedRule, wanted: number, lots: readonly number[]) {
  const { winners, stages, ties, votersWithNoWinner } = countRanked(election, rule, wanted, lots);
  return {
    winners: [...winners].sort(),
    stages: stages.map(({ action, option, votes }) => [action, option, votes]),
    ties: ties.length,
    votersWithNoWinner,
  };
}

test("STV agrees with the slow count, ballot by ballot with BigInt, at every stage", () => {
  fc.assert(
    fc.property(rankedElections, seats, (election, wanted) => {
      const slow = slowStv(election, wanted, inOrder(election));
      const fast = countRanked(election, "stv", wanted, inOrder(election));
      expect(fast.winners).toEqual(slow.elected.map((place) => election.options[place]?.id));
      const stages = fast.stages.map(({ action, option, votes }) => ({
        action: option === undefined ? action : `${action} ${option}`,
        votes: election.options.map(({ id }) => BigInt((votes[id] ?? "").replace(".", ""))),
      }));
      expect(stages).toEqual(slow.stages.map(({ action, votes }) => ({ action, votes })));
    }),
    { numRuns: 300 },
  );
});

test("at every stage the votes and the non-transferable ones add up to the valid ballots, and no winner keeps less than the quota", () => {
  fc.assert(
    fc.property(rankedElections, seats, (election, wanted) => {
      for (const rule of ["irv", "stv"] as const) {
        const { stages, valid } = countRanked(election, rule, wanted, inOrder(election));
        for (const { votes, nonTransferable = "" } of stages) {
          const units = [...Object.values(votes), nonTransferable].map((text) => Math.round(Number(text) * 100_000));
          expect(units.reduce((sum, one) => sum + one, 0)).toBe(valid * 100_000);
          expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});

describe.each(rankedRules)("%s", (rule) => {
  test("elects as many as there are seats, each once, whenever a ballot counts", () => {
    fc.assert(
      fc.property(rankedElections, seats, (election, wanted) => {
        const { winners, valid, seats: given } = countRanked(election, rule, wanted, inOrder(election));
        expect(winners).toHaveLength(valid === 0 ? 0 : Math.min(given, election.options.length));
        expect(new Set(winners).size).toBe(winners.length);
      }),
    );
  });
  test("does not care about the order of options or ballots, or how equal ballots are grouped", () => {
    fc.assert(
      fc.property(rankedElections, seats, fc.nat(), (election, wanted, turn) => {
        const order = [...election.options.keys()].sort((a, b) => ((a * 7 + turn) % 5) - ((b * 7 + turn) % 5) || a - b).reverse();
        const other = reordered(election, order);
        const apart = other.ballots.flatMap(({ count, tiers }) => Array.from({ length: count }, () => ({ count: 1, tiers })));
        const lots = inOrder(election);
        const sameLots = lots.map((place) => order.indexOf(place));
        expect(essence({ ...other, ballots: apart.reverse() }, rule, wanted, sameLots)).toEqual(
          essence(election, rule, wanted, lots),
        );
      }),
    );
  });
});

test("IRV, Schulze and Borda give the same when every ballot is cast three times", () => {
  fc.assert(
    fc.property(rankedElections, (election) => {
      const thrice = { ...election, ballots: election.ballots.map(({ count, tiers }) => ({ count: count * 3, tiers })) };
      for (const rule of ["irv", "schulze", "borda"] as const) {
        const [once, more] = [election, thrice].map((one) => countRanked(one, rule, 1, inOrder(one)));
        expect(more?.winners).toEqual(once?.winners);
        expect(more && "ranking" in more && more.ranking).toEqual(once && "ranking" in once && once.ranking);
      }
    }),
  );
});

test("who beats every other option one to one always comes first by Schulze, alone", () => {
  fc.assert(
    fc.property(rankedElections, (election) => {
      const outcome = countRanked(election, "schulze", 1, inOrder(election));
      if (outcome.rule !== "schulze") throw new Error("another rule answered");
      const places = inOrder(election);
      const prefers = (a: number, b: number) => {
        const rank = (tiers: RankedBallot["tiers"], place: number) => {
          const found = tiers.findIndex((tier) => tier.includes(place));
          return found < 0 ? Number.POSITIVE_INFINITY : found;
        };
        return election.ballots.reduce((sum, { count, tiers }) => (rank(tiers, a) < rank(tiers, b) ? sum + count : sum), 0);
      };
      const best = places.find((a) => places.every((b) => a === b || prefers(a, b) > prefers(b, a)));
      const valid = outcome.valid > 0;
      expect(outcome.condorcetWinner).toBe(best === undefined || !valid ? undefined : election.options[best]?.id);
      if (best !== undefined && valid) expect(outcome.ranking[0]).toEqual([election.options[best]?.id]);
    }),
    { numRuns: 200 },
  );
});

test("an option that everybody ranks last changes nothing in Schulze's ranking of the others", () => {
  fc.assert(
    fc.property(rankedElections, (election) => {
      const size = election.options.length;
      const options = [...election.options, { id: "last", label: "", cost: 0 }];
      // All are ranked, so that "last" is below even those that were left out.
      const ballots = election.ballots.map(({ count, tiers }) => {
        const left = inOrder(election).filter((place) => !tiers.flat().includes(place));
        return { count, tiers: [...tiers, left] };
      });
      const before = countRanked({ options: election.options, ballots }, "schulze", 1, inOrder(election));
      const after = countRanked({ options, ballots }, "schulze", 1, [...inOrder(election), size]);
      if (before.rule !== "schulze" || after.rule !== "schulze") throw new Error("another rule answered");
      const others = after.ranking.map((tier) => tier.filter((id) => id !== "last")).filter((tier) => tier.length > 0);
      expect(others).toEqual(before.ranking);
      if (after.valid > 0) expect(after.ranking.at(-1)).toEqual(["last"]);
    }),
  );
});

test("every ballot that ranks anything gives away the same number of Borda points", () => {
  fc.assert(
    fc.property(rankedElections, (election) => {
      const { stages, valid } = countRanked(election, "borda", 1, inOrder(election));
      const size = election.options.length;
      const sum = Object.values(stages[0]?.votes ?? {}).reduce((total, points) => total + Number(points), 0);
      expect(sum).toBe((valid * size * (size - 1)) / 2);
    }),
  );
});
