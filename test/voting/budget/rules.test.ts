/** The rules one by one, on villages small enough to count on paper, and the reasons people are given. */
import { describe, expect, test } from "@jest/globals";
import { type BudgetRules, countBudget } from "../../../src/voting/counting/budget.ts";
import { pointsByPlace } from "../../../src/voting/counting/budget-ballots.ts";
import { votersWithWinner } from "../../../src/voting/counting/budget-support.ts";

/** Plans as "id:cost" or "id:cost:theme", ballots as "3 ab" (three voters marking a and b) or "1 a=2 b=5". */
function count(plans: string, ballots: string[], rules: BudgetRules, lots?: number[]) {
  const options = plans.split(" ").map((text) => {
    const [id = "", cost, theme] = text.split(":");
    return { id, label: id, cost: Number(cost), ...(theme ? { theme } : {}) };
  });
  const marked = ballots.map((text) => {
    const [count, ...marks] = text.split(" ");
    const points = new Map(
      marks.flatMap((mark) => {
        const [id = "", given] = mark.split("=");
        return given ? [[id, Number(given)] as const] : [...id].map((letter) => [letter, 1] as const);
      }),
    );
    const places = [...options.keys()].filter((place) => points.has(options[place]?.id ?? ""));
    return { count: Number(count), options: places, points: places.map((place) => points.get(options[place]?.id ?? "") ?? 0) };
  });
  const outcome = countBudget({ options, ballots: marked }, rules, lots ?? [...options.keys()]);
  const reasons = Object.fromEntries(outcome.projects.map(({ id, reason }) => [id, reason]));
  return { ...outcome, reasons };
}

describe("most votes", () => {
  const ballots = ["5 a", "4 b", "3 c"];
  test("a plan that does not fit is passed over, with what was missing", () => {
    const { winners, reasons, left } = count("a:60 b:50 c:40", ballots, { rule: "most-votes", budget: 100 });
    expect([winners, left]).toEqual([["a", "c"], 0]);
    expect(reasons["b"]).toEqual({ code: "did-not-fit", left: 40, missing: 10 });
  });
  test("or ends the count, if so agreed", () => {
    const { winners, reasons } = count("a:60 b:50 c:40", ballots, { rule: "most-votes", budget: 100, misfit: "stop" });
    expect(winners).toEqual(["a"]);
    expect(reasons["b"]).toEqual({ code: "did-not-fit", left: 40, missing: 10 });
    expect(reasons["c"]).toEqual({ code: "stopped", at: "b" });
  });
  test("equal votes: lower cost first, then the lot, both on record", () => {
    const { winners, ties } = count("a:60 b:50 c:50", ["5 abc"], { rule: "most-votes", budget: 110 }, [2, 1, 0]);
    expect(winners).toEqual(["c", "b"]);
    expect(ties).toEqual([
      { at: "place 1 by votes", among: ["b", "c"], by: "lot", first: "c" },
      { at: "place 2 by votes", among: ["a", "b"], by: "cost", first: "b" },
    ]);
  });
  test("points count as points, not as voters", () => {
    expect(count("a:60 b:60", ["1 a=9", "3 b=2"], { rule: "most-votes", budget: 100 }).winners).toEqual(["a"]);
  });
  test("a withdrawn plan does not end the count", () => {
    const rules = { rule: "most-votes", budget: 100, misfit: "stop", withdrawn: [0] } as const;
    const { winners, reasons } = count("a:999999999 b:50 c:40", ballots, rules);
    expect(winners).toEqual(["b", "c"]);
    expect(reasons["a"]).toEqual({ code: "withdrawn" });
  });
});

describe("votes per cost", () => {
  test("more votes per euro first, exactly, and what is free before all", () => {
    const { winners } = count("a:90 b:30 c:0 d:10", ["7 a", "3 bc", "1 d"], { rule: "votes-per-cost", budget: 45 });
    expect(winners).toEqual(["c", "d", "b"]);
  });
  test("ratios that doubles cannot tell apart are told apart", () => {
    const big = 9_007_199_254_740_881;
    const { ties, winners } = count(`a:${big - 2} b:${big - 1}`, [`${big - 1} a`, `${big} b`], {
      rule: "votes-per-cost",
      budget: big,
    });
    expect([winners, ties]).toEqual([["a"], []]);
  });
});

describe("who takes part", () => {
  const rules = { rule: "most-votes", budget: 1000 } as const;
  test("no votes, too few votes, too few points", () => {
    const { reasons, winners } = count("a:1 b:1 c:1 d:1", ["1 b=9", "2 c=1", "2 d=3"], { ...rules, threshold: 2, minScore: 4 });
    expect(winners).toEqual(["d"]);
    expect(reasons).toMatchObject({
      a: { code: "no-votes" },
      b: { code: "below-threshold", votes: 1, needed: 2 },
      c: { code: "below-score", score: 2, needed: 4 },
    });
  });
  test("nobody voted: nothing is funded, under any rule", () => {
    for (const rule of ["most-votes", "votes-per-cost", "equal-shares"] as const)
      expect(count("a:1 b:0", [], { rule, budget: 10, completion: "add1+votes" })).toMatchObject({
        winners: [],
        voters: 0,
        cost: 0,
      });
  });
  test("empty ballots are voters, have a share, and no winner", () => {
    const { shares, voters, votersWithNoWinner, winners } = count("a:60", ["6 a", "4 "], { rule: "equal-shares", budget: 90 });
    expect([voters, votersWithNoWinner, winners, shares?.start.exact]).toEqual([10, 10, [], "9"]);
  });
  test("one voter decides alone", () => {
    expect(count("a:60 b:30", ["1 ab"], { rule: "equal-shares", budget: 90 }).winners).toEqual(["b", "a"]);
  });
});

describe.each(["most-votes", "equal-shares"] as const)("caps and exclusive sets under %s", (rule) => {
  test("a theme spends no more than its cap", () => {
    const { winners, reasons } = count("a:40:groen b:30:groen c:20:spelen", ["9 abc"], {
      rule,
      budget: 100,
      themeCaps: { groen: 60 },
    });
    expect([...winners].sort()).toEqual(["b", "c"]);
    expect(reasons["a"]).toEqual({ code: "theme-full", theme: "groen", cap: 60, spent: 30, missing: 10 });
  });
  test("of plans that exclude each other one wins, and the other hears which", () => {
    const { winners, reasons } = count("a:40 b:30 c:20", ["9 ac", "8 b"], { rule, budget: 1000, exclusive: [[0, 1]] });
    expect([...winners].sort()).toEqual(["a", "c"]);
    expect(reasons["b"]).toEqual({ code: "excluded-by", winner: "a" });
  });
});

describe("equal shares", () => {
  test("says what each paid, who gave all they had, and what was left", () => {
    // Six voters, 10 each: a costs its five supporters 8 each; b's four have 2 + 2 + 2 and 10, and pay 2, 2, 2 and 6.
    const { projects, votersByWinners, winners } = count("a:40 b:12 c:5", ["3 ab", "2 ac", "1 b"], {
      rule: "equal-shares",
      budget: 60,
    });
    expect(winners).toEqual(["a", "b"]);
    expect(projects[0]).toMatchObject({
      votes: 5,
      round: 1,
      reason: { code: "equal-shares" },
      payment: { rho: "1/5", price: { exact: "8", rounded: 8 }, paidInFull: 5, paidRest: 0 },
    });
    expect(projects[1]?.payment).toEqual({
      rho: "1/2",
      price: { exact: "6", rounded: 6 },
      paidInFull: 1,
      paidRest: 3,
      restPaid: { exact: "6", rounded: 6 },
    });
    expect(projects[2]).toMatchObject({
      elected: false,
      reason: { code: "supporters-short", had: { exact: "4" }, missing: { exact: "1" } },
    });
    expect(votersByWinners).toEqual([
      { winners: 1, voters: 3, paid: { exact: "22", rounded: 22 }, left: { exact: "8", rounded: 8 } },
      { winners: 2, voters: 3, paid: { exact: "30", rounded: 30 }, left: { exact: "0", rounded: 0 } },
    ]);
  });
  test("rounds a third of a euro and keeps it exact", () => {
    const { projects } = count("a:100", ["3 a"], { rule: "equal-shares", budget: 100 });
    expect(projects[0]?.payment?.price).toEqual({ exact: "100/3", rounded: 33 });
  });
  test("equal rho: lower cost, then more votes, then the lot", () => {
    const rules = { rule: "equal-shares", budget: 60, utility: "cost" } as const;
    expect(count("a:30 b:20", ["2 a", "2 b"], { ...rules, budget: 120 }).ties).toEqual([
      { at: "round 1", among: ["a", "b"], by: "cost", first: "b" },
    ]);
    expect(count("a:20 b:20", ["2 a", "2 b"], { ...rules, budget: 120 }, [1, 0]).ties).toEqual([
      { at: "round 1", among: ["a", "b"], by: "lot", first: "b" },
    ]);
  });
  test("completion by votes spends what is left and says so", () => {
    const outcome = count("a:60 b:50 c:40", ["6 a", "3 b", "1 c"], { rule: "equal-shares", budget: 100, completion: "votes" });
    expect([outcome.winners, outcome.byCompletion]).toEqual([["a", "c"], ["c"]]);
    expect(outcome.reasons["c"]).toEqual({ code: "by-votes" });
    expect(outcome.projects[2]?.shortage).toEqual({ had: { exact: "10", rounded: 10 }, missing: { exact: "30", rounded: 30 } });
    expect(outcome.reasons["b"]).toEqual({ code: "did-not-fit", left: 40, missing: 10 });
  });
  test("what costs more than the whole budget is told so", () => {
    const { reasons } = count("a:60 b:500", ["6 ab"], { rule: "equal-shares", budget: 100, completion: "add1" });
    expect(reasons["b"]).toEqual({ code: "over-budget", missing: 400 });
  });
  test("Add1 says where it stopped, and why", () => {
    const { shares } = count("a:60 b:50", ["3 a", "2 b"], { rule: "equal-shares", budget: 100, completion: "add1" });
    // Shares of 20 fund a; b needs 25 from each of two, and then 110 is spent.
    expect(shares).toMatchObject({
      start: { exact: "20" },
      final: { exact: "24" },
      steps: 4,
      ended: "overspent",
      overspent: { cost: 110, excess: 10 },
    });
    expect(shares?.changes).toEqual([{ step: 0, cost: 60, winners: 1 }]);
  });
  test("Add1 ends when everything is funded, and in time where one voter asks for a fortune", () => {
    const rich = count("a:60 b:900000000", ["3 a", "1 b"], { rule: "equal-shares", budget: 1_000_000_000, completion: "add1" });
    expect(rich.shares).toMatchObject({ ended: "everything-funded", steps: 650_000_000 });
  });
  test("Add1 ends where what is not funded is excluded for good", () => {
    const rules = { rule: "equal-shares", budget: 1000, completion: "add1", exclusive: [[0, 1]] } as const;
    expect(count("a:60 b:50", ["3 a", "1 b"], rules).shares?.ended).toBe("nothing-changes");
  });
  test("long counts say how far they are", () => {
    const seen: number[] = [];
    const election = {
      options: [
        { id: "a", label: "a", cost: 60 },
        { id: "b", label: "b", cost: 70 },
      ],
      ballots: [
        { count: 1, options: [0], points: [1] },
        { count: 1, options: [1], points: [1] },
      ],
    };
    countBudget(election, { rule: "equal-shares", budget: 60, completion: "add1" }, [0, 1], ({ step }) => seen.push(step));
    expect(seen.length).toBeGreaterThan(0);
  });
});

describe("other ballots", () => {
  const options = ["a", "b", "c", "d"].map((id) => ({ id, label: id, cost: 10 }));
  test("ranking gives points by place; equal places share theirs, then all points double", () => {
    const strict = pointsByPlace({ options, ballots: [{ count: 2, tiers: [[2], [0], [1], [3]] }] }, 3);
    expect(strict.ballots).toEqual([{ count: 2, options: [0, 1, 2], points: [2, 1, 3] }]);
    const equal = pointsByPlace({ options, ballots: [{ count: 1, tiers: [[2], [0, 1]] }] }, 3);
    expect(equal.ballots).toEqual([{ count: 1, options: [0, 1, 2], points: [3, 3, 6] }]);
  });
  test("two outcomes can be laid side by side by the voters who got something", () => {
    const ballots = [
      { count: 3, options: [0], points: [1] },
      { count: 2, options: [1, 2], points: [1, 1] },
    ];
    expect([votersWithWinner(ballots, 4, [0]), votersWithWinner(ballots, 4, [2, 1]), votersWithWinner(ballots, 4, [])]).toEqual([
      3, 2, 0,
    ]);
  });
});
