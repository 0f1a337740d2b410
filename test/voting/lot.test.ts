import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { canonicalBallots } from "../../src/voting/counting/canonical-ballots.ts";
import { drawLots, lotSeed } from "../../src/voting/counting/lot.ts";
import { marked, ranked, rankedElections, reordered } from "../support/elections.ts";

test("the canonical text of ranked ballots is what the description says", () => {
  const election = ranked("b a é", "b>a=é*2; a; b>é=a; ");
  expect(canonicalBallots({ ...election, ballots: [...election.ballots, { count: 1, tiers: [[], [1], []] }] })).toBe(
    ['["\\u00e9","a","b"]', '2 [["a"]]', '3 [["b"],["\\u00e9","a"]]', "1 []", ""].join("\n"),
  );
});

test("the canonical text of marked ballots is what the description says", () => {
  expect(canonicalBallots(marked("b a", "b a:3; a:3 b*4; a"))).toBe(
    ['["a","b"]', '1 [["a",1]]', '5 [["a",3],["b",1]]', ""].join("\n"),
  );
});

test("a stranger with another hash library draws the same lots from the description", () => {
  const election = ranked("park bank brug wip", "park>bank; brug; wip>park*3");
  const seed = createHash("sha256")
    .update(`kernplein lot 1\n${canonicalBallots(election)}`)
    .digest();
  const draw = (id: string) =>
    createHash("sha256")
      .update(Buffer.concat([seed, Buffer.of(0), Buffer.from(id)]))
      .digest("hex");
  const order = election.options.map(({ id }, place) => ({ place, hash: draw(id) })).sort((a, b) => (a.hash < b.hash ? -1 : 1));
  expect(Buffer.from(lotSeed(election)).equals(seed)).toBe(true);
  expect(drawLots(election)).toEqual(order.map(({ place }) => place));
});

test("these lots never change: they were drawn when the rule was fixed", () => {
  const election = ranked("park bank brug wip", "park>bank; brug; wip>park*3");
  expect(drawLots(election).map((place) => election.options[place]?.id)).toEqual(["park", "brug", "bank", "wip"]);
});

test("the order of options and ballots and their grouping do not move the lot", () => {
  fc.assert(
    fc.property(rankedElections, (election) => {
      const order = [...election.options.keys()].reverse();
      const other = reordered(election, order);
      const apart = other.ballots.flatMap(({ count, tiers }) => Array.from({ length: count }, () => ({ count: 1, tiers })));
      const drawn = drawLots({ ...other, ballots: apart }).map((place) => other.options[place]?.id);
      expect(drawn).toEqual(drawLots(election).map((place) => election.options[place]?.id));
    }),
  );
});

test("one ballot more or less draws anew", () => {
  const seeds = ["A>B*5", "A>B*6", "B>A*5", "A=B*5"].map((text) => Buffer.from(lotSeed(ranked("A B", text))).toString("hex"));
  expect(new Set(seeds).size).toBe(seeds.length);
});

test("no option is favoured: each comes first about as often", () => {
  const firsts = new Map<number, number>();
  for (let voters = 1; voters <= 600; voters++) {
    const [first = -1] = drawLots(ranked("A B C", `A>B*${voters}`));
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  for (const times of firsts.values()) expect(Math.abs(times - 200)).toBeLessThan(60);
});
