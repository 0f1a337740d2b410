/** Elections for tests: written short, or drawn by fast-check. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Election, MarkedBallot, RankedBallot } from "../../src/voting/counting/election.ts";

/** "A>B=C*3; B*2" is three ballots with A first and B and C tied below, and two with B alone. Options as named in `ids`. */
export function ranked(ids: string, text: string): Election<RankedBallot> {
  const options = ids.split(" ").map((id) => ({ id, label: id, cost: 0 }));
  const place = (id: string) => {
    const found = options.findIndex((option) => option.id === id);
    if (found < 0) throw new Error(`no option ${id}`);
    return found;
  };
  const ballots = text.split(";").map((one) => {
    const [order = "", count = "1"] = one.trim().split("*");
    return { count: Number(count), tiers: order === "" ? [] : order.split(">").map((tier) => tier.split("=").map(place)) };
  });
  return { options, ballots };
}

/** "A B*3; C:5*1": three ballots that mark A and B, one that gives C five points. */
export function marked(ids: string, text: string): Election<MarkedBallot> {
  const options = ids.split(" ").map((id) => ({ id, label: id, cost: 0 }));
  const ballots = text.split(";").map((one) => {
    const [marks = "", count = "1"] = one.trim().split("*");
    const given = marks
      .split(" ")
      .filter(Boolean)
      .map((mark) => mark.split(":"));
    return {
      count: Number(count),
      options: given.map(([id]) => options.findIndex((option) => option.id === id)),
      points: given.map(([, points = "1"]) => Number(points)),
    };
  });
  return { options, ballots };
}

/** Any ranked election: 1 to 6 options, ties, skipped ranks, blank ballots, equal ballots apart. */
export const rankedElections: fc.Arbitrary<Election<RankedBallot>> = fc.integer({ min: 1, max: 6 }).chain((size) => {
  const options = Array.from({ length: size }, (_, place) => ({ id: `o${place}`, label: "", cost: 0 }));
  const places = options.map((_, place) => place);
  const ballot = fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.shuffledSubarray(places),
      fc.array(fc.constantFrom("next", "next", "next", "tie", "skip"), { minLength: size, maxLength: size }),
    )
    .map(([count, order, joins]) => {
      const tiers: number[][] = [];
      for (const [index, place] of order.entries()) {
        if (joins[index] === "tie" && tiers.length > 0) tiers.at(-1)?.push(place);
        else if (joins[index] === "skip") tiers.push([], [place]);
        else tiers.push([place]);
      }
      return { count, tiers };
    });
  return fc.record({ options: fc.constant(options), ballots: fc.array(ballot, { maxLength: 20 }) });
});

/** The same election with its options in another order. */
export function reordered<B extends RankedBallot>(
  { options, ballots }: Election<B>,
  order: readonly number[],
): Election<RankedBallot> {
  const moved = new Map(order.map((old, place) => [old, place]));
  return {
    options: order.flatMap((old) => options[old] ?? []),
    ballots: ballots.map(({ count, tiers }) => ({ count, tiers: tiers.map((tier) => tier.map((old) => moved.get(old) ?? -1)) })),
  };
}

export function fixture(name: string): string {
  return readFileSync(new URL(`../voting/fixtures/${name}`, import.meta.url), "utf8");
}

/** Lots in the order of the options, or backwards. */
export const inOrder = ({ options }: Election<unknown>): number[] => [...options.keys()];
export const backwards = (election: Election<unknown>): number[] => inOrder(election).reverse();
