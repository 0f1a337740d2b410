import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { countRanked, type RankedRule, rankedRules } from "../../src/voting/counting/ranked.ts";
import { explainRanked } from "../../src/voting/counting/ranked-words.ts";
import { inOrder, ranked, rankedElections } from "../support/elections.ts";

function said(ids: string, ballots: string, rule: RankedRule, seats = 1, lots?: number[]) {
  const election = ranked(ids, ballots);
  const outcome = countRanked(election, rule, seats, lots ?? inOrder(election));
  return Object.fromEntries(explainRanked(election.options, outcome).map(({ id, said }) => [id, said]));
}

test("a runoff says with how many votes each left, and why", () => {
  const told = said("A B C D", "A*10; B*5; C*4; D>C*1", "irv");
  expect(told["A"]?.nl).toBe(
    "10 eerste voorkeuren; gekozen in ronde 3 met 10 stemmen: meer dan de helft van de stemmen die nog gelden.",
  );
  expect(told["C"]?.en).toBe("4 first preferences; with 5 votes the fewest, so excluded in stage 3, by earlier stages.");
  expect(told["D"]?.nl).toBe("1 eerste voorkeur; met 1 stem de minste, dus afgevallen in ronde 2.");
});

test("STV says what was needed, and who got the last seats", () => {
  const told = said("A B C", "A>B*7; B>C*2; C*1", "stv", 2);
  expect(told["A"]?.en).toBe("7 first preferences; elected in stage 1 with 7 votes: 4 were needed.");
  expect(told["B"]?.nl).toBe("2 eerste voorkeuren; gekozen in ronde 2 met 4,99999 stemmen: 4 waren nodig.");
  expect(told["C"]?.en).toBe("1 first preference; at the end 1 vote, not enough for a seat.");
  expect(said("A B", "A*3; B*1", "stv", 2)["B"]?.en).toContain("the last seats were for those left");
});

test("Schulze says who beat whom, straight or by way of others, and when the lot fell", () => {
  const ballots = "A>C>B>E>D*5;A>D>E>C>B*5;B>E>D>A>C*8;C>A>B>E>D*3;C>A>E>B>D*7;C>B>A>D>E*2;D>C>E>B>A*7;E>B>A>D>C*8";
  const told = said("A B C D E", ballots, "schulze");
  expect(told["E"]?.en).toBe("No other option left has a stronger chain of wins.");
  expect(told["A"]?.en).toBe("Loses to “E”: 23 voters prefer that one, 22 this one.");
  expect(told["C"]?.nl).toBe("Verliest via andere keuzes van “E”: die reeks overwinningen telt 28 stemmen, terug 24.");
  const circle = said("A B C", "A>B>C; B>C>A; C>A>B", "schulze", 1, [1, 2, 0]);
  expect(circle["B"]?.en).toContain("won by lot");
  expect(circle["C"]?.en).toContain("lost by lot");
  expect(said("A B", "A*2; B", "schulze")["A"]?.nl).toBe("Wint één tegen één van elke andere keuze.");
});

test("Borda says points and place", () => {
  expect(said("A B C", "A>B=C*1; B*1", "borda")).toEqual({
    A: { en: "2.5 points, place 1: won by lot.", nl: "2,5 punten, plaats 1: gewonnen door loting." },
    B: { en: "2.5 points, place 1: lost by lot.", nl: "2,5 punten, plaats 1: verloren door loting." },
    C: { en: "1 point, place 3: lost.", nl: "1 punt, plaats 3: verloren." },
  });
});

test("every option of every election gets a sentence in both languages that ends", () => {
  fc.assert(
    fc.property(rankedElections, fc.integer({ min: 1, max: 3 }), fc.constantFrom(...rankedRules), (election, seats, rule) => {
      const told = explainRanked(election.options, countRanked(election, rule, seats, inOrder(election)));
      expect(told.map(({ id }) => id)).toEqual(election.options.map(({ id }) => id));
      for (const { said } of told) for (const text of [said.en, said.nl]) expect(text).toMatch(/^[^{}]+\.$/);
    }),
  );
});
