import { describe, expect, test } from "@jest/globals";
import { makeTieBreaker } from "../../src/voting/counting/earlier-stages.ts";
import type { Election, RankedBallot } from "../../src/voting/counting/election.ts";
import { countRanked } from "../../src/voting/counting/ranked.ts";
import { readBlt } from "../../src/voting/formats/blt.ts";
import { readPreflib } from "../../src/voting/formats/preflib.ts";
import { type RankedFile, rankedElectionOf } from "../../src/voting/formats/ranked-file.ts";
import { backwards, fixture, inOrder, ranked } from "../support/elections.ts";

interface Known {
  seats: number;
  valid: number;
  quota: number;
  elected: number[];
  excludedInOrder: number[];
  lots: number[][];
  stages: { action: string; votes: Record<string, number>; nontransferable: number }[];
  singleSeat: {
    irv: { winner: number; rounds: Record<string, number>[] };
    condorcetWinner: number | null;
    schulzeRanking: number[][];
    bordaWinners: number[];
  };
}
const known = JSON.parse(fixture("ranked-expected.json"));

function opened(file: RankedFile | { fault: unknown }): Election<RankedBallot> {
  if ("fault" in file) throw new Error(JSON.stringify(file.fault));
  return rankedElectionOf(file);
}

const weakSurplus = "A>C*10; B*8; C*6; D*5; E>D*3; F>D*3".replace(/[A-F]/g, (letter) => String(letter.charCodeAt(0) - 64));
const elections: [string, Election<RankedBallot>][] = [
  ["shetland-west-2022.blt", opened(readBlt(fixture("shetland-west-2022.blt")))],
  ["weak-surplus", ranked("1 2 3 4 5 6", weakSurplus)],
];
const ids = (numbers: readonly number[]) => numbers.map(String);

describe.each(elections)("the known count of %s", (name, election) => {
  const expected: Known = known[name];
  // The reference excludes the lowest number where only the lot decides.
  const lots = backwards(election);

  test("agrees for STV at every stage, to the last decimal", () => {
    const outcome = countRanked(election, "stv", expected.seats, lots);
    expect(outcome.winners).toEqual(ids(expected.elected));
    expect(outcome.valid).toBe(expected.valid);
    expect("quota" in outcome && outcome.quota).toBe(expected.quota);
    const stages = outcome.stages.map(({ action, option, votes, nonTransferable }) => ({
      action: option === undefined ? action : `${action} ${option}`,
      votes: Object.fromEntries(Object.entries(votes).map(([id, text]) => [id, Math.round(Number(text) * 100_000)])),
      nontransferable: Math.round(Number(nonTransferable) * 100_000),
    }));
    expect(stages).toEqual(expected.stages);
    expect(outcome.stages.flatMap(({ action, option }) => (action === "exclude" ? [option] : []))).toEqual(
      ids(expected.excludedInOrder),
    );
    expect(outcome.ties.filter(({ by }) => by === "lot").map(({ among }) => among)).toEqual(expected.lots.map(ids));
  });

  test("agrees for IRV in every round", () => {
    const outcome = countRanked(election, "irv", 1, lots);
    const rounds = outcome.stages.map(({ votes }) =>
      Object.fromEntries(Object.entries(votes).map(([id, text]) => [id, Number(text)])),
    );
    expect(rounds).toEqual(expected.singleSeat.irv.rounds);
    expect(outcome.winners).toEqual([String(expected.singleSeat.irv.winner)]);
  });

  test("agrees for Schulze and Borda", () => {
    const schulze = countRanked(election, "schulze", 1, lots);
    expect("ranking" in schulze && schulze.ranking).toEqual(expected.singleSeat.schulzeRanking.map(ids));
    const condorcet = "condorcetWinner" in schulze ? schulze.condorcetWinner : undefined;
    expect(condorcet).toBe(
      expected.singleSeat.condorcetWinner === null ? undefined : String(expected.singleSeat.condorcetWinner),
    );
    expect(countRanked(election, "borda", 1, lots).winners).toEqual(ids(expected.singleSeat.bordaWinners));
  });
});

describe("Burlington 2009, where the Condorcet winner lost", () => {
  const election = opened(readPreflib(fixture("burlington-2009.toi"), "toi"));
  const expected = known["burlington-2009.toi"];

  test("the runoff goes as the city counted it, an overvote ending a ballot", () => {
    const outcome = countRanked(election, "irv", 1, inOrder(election));
    expect(outcome.voters).toBe(expected.ballots);
    expect(
      outcome.stages.map(({ votes }) => Object.fromEntries(Object.entries(votes).map(([id, n]) => [id, Number(n)]))),
    ).toEqual(expected.irv.rounds);
    expect(election.options.find(({ id }) => id === outcome.winners[0])?.label).toBe(expected.published.winner);
    expect(outcome.ties).toEqual([]);
  });

  test("Schulze, Borda and the straight comparisons give it to Montroll", () => {
    const schulze = countRanked(election, "schulze", 1, inOrder(election));
    if (schulze.rule !== "schulze") throw new Error("another rule answered");
    expect(schulze.ranking).toEqual(expected.schulzeRanking.map(ids));
    expect(schulze.condorcetWinner).toBe(String(expected.condorcetWinner));
    const comparisons: Record<string, [number, number]> = expected.published.pairwise;
    for (const [pair, [won, lost]] of Object.entries(comparisons)) {
      const [a = -1, b = -1] = pair.split(">").map((name) => election.options.findIndex(({ label }) => label === name));
      expect(schulze.pairwise[a]?.[b]).toBe(won);
      expect(schulze.pairwise[b]?.[a]).toBe(lost);
    }
    expect(countRanked(election, "borda", 1, inOrder(election)).winners).toEqual(ids(expected.bordaWinners));
  });
});

describe("textbook examples", () => {
  test("Schulze's 45 voters: E > A > C > B > D, with the printed path strengths", () => {
    const { candidates, ballots, schulzeRanking, pathStrengths, pairwise } = known["schulze-45"];
    const election = ranked(candidates.join(" "), ballots);
    const outcome = countRanked(election, "schulze", 1, inOrder(election));
    if (outcome.rule !== "schulze") throw new Error("another rule answered");
    expect(outcome.ranking).toEqual(schulzeRanking);
    for (const [a, row] of candidates.entries())
      for (const [b, column] of candidates.entries()) {
        expect(outcome.strengths[a]?.[b]).toBe(a === b ? 0 : pathStrengths[row][column]);
        expect(outcome.pairwise[a]?.[b]).toBe(a === b ? 0 : pairwise[row][column]);
      }
    expect(outcome.condorcetWinner).toBeUndefined();
    expect(outcome.ties).toEqual([]);
  });

  const tennessee = ranked("M N C K", "M>N>C>K*42; N>C>K>M*26; C>K>N>M*15; K>C>N>M*17");
  test.each([
    ["irv", "K"],
    ["schulze", "N"],
    ["borda", "N"],
  ] as const)("the capital of Tennessee by %s is %s", (rule, winner) => {
    expect(countRanked(tennessee, rule, 1, inOrder(tennessee)).winners).toEqual([winner]);
  });
  test("Borda's points for Tennessee are the printed ones", () => {
    expect(countRanked(tennessee, "borda", 1, inOrder(tennessee)).stages[0]?.votes).toEqual({
      M: "126",
      N: "194",
      C: "173",
      K: "107",
    });
  });

  test("a perfect circle is left to the lot, and said so", () => {
    const circle = ranked("A B C", "A>B>C; B>C>A; C>A>B");
    for (const rule of ["schulze", "borda"] as const) {
      const outcome = countRanked(circle, rule, 1, [1, 2, 0]);
      expect(outcome.winners).toEqual(["B"]);
      expect(outcome.ties).toEqual([{ at: "seat 1", among: ["A", "B", "C"], by: "lot", first: "B" }]);
      expect("ranking" in outcome && outcome.ranking).toEqual([["A", "B", "C"]]);
    }
  });
});

describe("ties and gaps", () => {
  test("of two with the fewest votes, the one who had fewer before goes", () => {
    const election = ranked("A B C D", "A*10; B*5; C*4; D>C*1");
    const { ties, stages } = countRanked(election, "irv", 1, inOrder(election));
    expect(ties).toEqual([{ at: "exclusion in stage 3", among: ["B", "C"], by: "earlier-stage", first: "C" }]);
    expect(stages[2]).toMatchObject({ action: "exclude", option: "C" });
  });
  test("of three, those still equal at one stage are told apart at the stage before", () => {
    const options = ["A", "B", "C"].map((id) => ({ id, label: id, cost: 0 }));
    const history = [Float64Array.of(2, 1, 0), Float64Array.of(3, 3, 4)];
    const { pick, ties } = makeTieBreaker(options, [0, 1, 2]);
    expect(pick([0, 1, 2], "least", history, "here")).toBe(1);
    expect(pick([0, 1, 2], "most", history, "there")).toBe(2);
    expect(ties.map(({ by, first }) => [by, first])).toEqual([
      ["earlier-stage", "B"],
      ["earlier-stage", "C"],
    ]);
  });
  test("a skipped rank is passed over", () => {
    const election = { ...ranked("A B", "A*1"), ballots: [{ count: 1, tiers: [[], [1], [], [0]] }] };
    for (const rule of ["irv", "stv", "schulze", "borda"] as const)
      expect(countRanked(election, rule, 1, [0, 1]).winners).toEqual(["B"]);
  });
  test("an overvote ends a ballot, also when one of the two is out", () => {
    const election = ranked("A B C", "A*4; B*3; C>A=B*1; A=B>C*1");
    const outcome = countRanked(election, "irv", 1, [0, 1, 2]);
    expect(outcome.valid).toBe(8);
    expect(outcome.stages.map(({ votes, nonTransferable }) => [votes, nonTransferable])).toEqual([
      [{ A: "4", B: "3", C: "1" }, "0"],
      [{ A: "4", B: "3" }, "1"],
    ]);
  });
  test.each(["irv", "stv", "schulze", "borda"] as const)("without a ballot that counts, %s elects nobody", (rule) => {
    const election = { ...ranked("A B", "A*1"), ballots: [{ count: 3, tiers: [] }] };
    expect(countRanked(election, rule, 1, [0, 1])).toMatchObject({ winners: [], voters: 3, valid: 0, votersWithNoWinner: 3 });
  });
  test("more seats than options elect them all", () => {
    const election = ranked("A B", "A>B*2; B*1");
    for (const rule of ["stv", "schulze", "borda"] as const)
      expect(countRanked(election, rule, 5, [0, 1]).winners).toEqual(["A", "B"]);
  });
  test.each([0, 1.5, Number.NaN])("%s seats are refused", (seats) => {
    expect(() => countRanked(ranked("A", "A"), "stv", seats, [0])).toThrow(RangeError);
  });
  test("lots that leave somebody out are refused", () => {
    expect(() => countRanked(ranked("A B", "A"), "irv", 1, [0])).toThrow(RangeError);
  });
});
