import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { drawLots } from "../../src/voting/counting/lot.ts";
import { explainMarked } from "../../src/voting/counting/marked-words.ts";
import { ballotFault, countMarks, type MarkedRule } from "../../src/voting/counting/marks.ts";
import { inOrder, marked } from "../support/elections.ts";

const count = (ids: string, text: string, rule: MarkedRule) => {
  const election = marked(ids, text);
  return countMarks(election, rule, inOrder(election));
};
const yesNo = (needs: "simple" | "absolute" | "two-thirds", more: object = {}): MarkedRule => ({
  rule: "majority",
  for: "for",
  against: "against",
  abstain: "abstain",
  needs,
  ...more,
});
const vote = (yes: number, no: number, abstain = 0) => `for*${yes}; against*${no}; abstain*${abstain}`;

describe("for, against, abstain", () => {
  test.each([
    ["simple", 51, 50, 900, "adopted"],
    ["simple", 50, 50, 0, "rejected"],
    ["simple", 0, 0, 5, "rejected"],
    ["absolute", 51, 40, 10, "adopted"],
    ["absolute", 50, 40, 10, "rejected"],
    ["two-thirds", 2, 1, 100, "adopted"],
    ["two-thirds", 199, 100, 0, "rejected"],
    ["two-thirds", 200, 100, 0, "adopted"],
    ["two-thirds", 0, 0, 7, "rejected"],
  ] as const)("a %s majority of %i for, %i against, %i abstentions is %s", (needs, yes, no, abstain, decision) => {
    const outcome = count("for against abstain", vote(yes, no, abstain), yesNo(needs));
    expect(outcome.decision).toBe(decision);
    expect(outcome.winners).toEqual(decision === "adopted" ? ["for"] : []);
  });

  test("the needed number is exactly the smallest that would have done", () => {
    const majorities = fc.constantFrom("simple", "absolute", "two-thirds");
    fc.assert(
      fc.property(majorities, fc.nat(40), fc.nat(40), fc.nat(40), (needs, yes, no, abstain) => {
        const { decision, options } = count("for against abstain", vote(yes, no, abstain), yesNo(needs));
        const holds = {
          simple: yes > no,
          absolute: yes * 2 > yes + no + abstain,
          "two-thirds": yes > 0 && yes * 3 >= (yes + no) * 2,
        }[needs];
        expect(decision).toBe(holds ? "adopted" : "rejected");
        const [reason] = options.map((option) => option.reason);
        if (reason?.code === "no-majority") expect(reason.votes).toBeLessThan(reason.needed);
      }),
    );
  });

  test("below the quorum nothing is decided; blank ballots count for it", () => {
    const quorum = { roll: 301, quorum: { part: 1, of: 3 } };
    const missed = count("for against abstain", vote(90, 5, 5), yesNo("simple", quorum));
    expect(missed).toMatchObject({ decision: "no-quorum", winners: [] });
    expect(missed.options[0]?.reason).toEqual({ code: "no-quorum", voters: 100, needed: 101 });
    expect(count("for against abstain", `${vote(90, 5, 5)}; *1`, yesNo("simple", quorum))).toMatchObject({
      decision: "adopted",
      blank: 1,
    });
  });

  test("a threshold asks votes for of the whole roll", () => {
    const rule = yesNo("simple", { roll: 100, threshold: { part: 3, of: 10 } });
    expect(count("for against abstain", vote(29, 1), rule).options[0]?.reason).toEqual({
      code: "below-threshold",
      votes: 29,
      needed: 30,
    });
    expect(count("for against abstain", vote(30, 1), rule).decision).toBe("adopted");
  });

  test("a quorum without a roll, or an option that is not there, is refused", () => {
    expect(() => count("for against abstain", vote(1, 0), yesNo("simple", { quorum: { part: 1, of: 2 } }))).toThrow(RangeError);
    expect(() => count("yes no", "yes*1", yesNo("simple"))).toThrow(RangeError);
  });
});

describe("consent", () => {
  const rule: MarkedRule = { rule: "consent", object: "object" };
  test("goes through when nobody objects", () => {
    expect(count("agree object", "agree*8; *2", rule)).toMatchObject({ decision: "adopted", winners: ["agree"] });
  });
  test("is stopped by a single objection, and says how many there were", () => {
    const election = marked("agree object", "agree*800; object*1");
    const outcome = countMarks(election, rule, [0, 1]);
    expect(outcome).toMatchObject({ decision: "rejected", winners: [] });
    expect(explainMarked(election.options, outcome)[0]?.said).toEqual({
      en: "800 votes: stopped by 1 objection.",
      nl: "800 stemmen: tegengehouden door 1 bezwaar.",
    });
  });
  test("an objection stops it also where objecting is the only option", () => {
    const { decision, options } = count("object", "object*2; *9", rule);
    expect(decision).toBe("rejected");
    expect(options[0]?.reason).toEqual({ code: "objections", objections: 2 });
  });
});

describe("electing", () => {
  test("plurality: most marks win, abstentions only count as turnout", () => {
    const outcome = count("A B none", "A*3; B*4; none*9", { rule: "plurality", abstain: "none" });
    expect(outcome).toMatchObject({ winners: ["B"], ranking: [["B"], ["A"]], voters: 16, votersWithNoWinner: 12 });
  });
  test("equal votes at the last seat go by lot, and the loser is told", () => {
    const election = marked("A B C", "A*3; B*3; C*5");
    const outcome = countMarks(election, { rule: "plurality", seats: 2 }, [1, 0, 2]);
    expect(outcome.winners).toEqual(["C", "B"]);
    expect(outcome.ties).toEqual([{ at: "seat 2", among: ["A", "B"], by: "lot", first: "B" }]);
    expect(outcome.options[0]?.reason).toEqual({ code: "lot", to: "B" });
    expect(explainMarked(election.options, outcome)[0]?.said.en).toBe("3 votes: as many as “B”, lost by lot.");
  });
  test("equal votes that all fit need no lot", () => {
    expect(count("A B C", "A B*3; C*1", { rule: "approval", seats: 2 })).toMatchObject({ winners: ["A", "B"], ties: [] });
  });
  test("nobody wins without a vote, whatever the number of seats", () => {
    expect(count("A B C", "A*1; *4", { rule: "approval", seats: 3 }).winners).toEqual(["A"]);
  });
  test("fewer votes than asked for is no seat", () => {
    const outcome = count("A B", "A*5; B*4", { rule: "approval", seats: 2, leastVotes: 5 });
    expect(outcome.winners).toEqual(["A"]);
    expect(outcome.options[1]?.reason).toEqual({ code: "below-threshold", votes: 4, needed: 5 });
  });
  test("below the quorum nobody is elected", () => {
    expect(count("A B", "A*5", { rule: "approval", roll: 100, quorum: { part: 1, of: 10 } })).toMatchObject({
      decision: "no-quorum",
      winners: [],
      ties: [],
    });
  });
  test("score: the highest sum, options left out get nothing", () => {
    const outcome = count("A B", "A:5 B:4*3; B:5*1; A:1*1", { rule: "score", max: 5 });
    expect(outcome.options.map(({ points, votes }) => [points, votes])).toEqual([
      [16, 4],
      [17, 4],
    ]);
    expect(outcome.winners).toEqual(["B"]);
  });
  test("equal points: the one that more people gave points to", () => {
    const outcome = count("A B", "A:4*1; B:2*2", { rule: "points", total: 10 });
    expect(outcome.winners).toEqual(["B"]);
    expect(outcome.ties).toEqual([{ at: "seat 1", among: ["B", "A"], by: "votes", first: "B" }]);
    expect(outcome.options[0]?.reason).toEqual({ code: "fewer", than: "B", missing: 0 });
  });
  test("duplicating every ballot changes no winner, and permuting ballots nothing at all", () => {
    const ballots = fc.array(fc.tuple(fc.subarray(["A", "B", "C", "D"]), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 3 }), (drawn, seats) => {
        const text = drawn.map(([ids, times]) => `${ids.join(" ")}*${times}`);
        const rule: MarkedRule = { rule: "approval", seats };
        const once = count("A B C D", text.join(";"), rule);
        expect(count("A B C D", [...text].reverse().join(";"), rule)).toEqual(once);
        expect(count("A B C D", [...text, ...text].join(";"), rule).winners).toEqual(once.winners);
      }),
    );
  });
});

describe("ballots that break the rule", () => {
  const multiple: MarkedRule = { rule: "multiple", min: 2, max: 3 };
  const points: MarkedRule = { rule: "points", total: 10, perOption: 6 };
  test.each([
    [multiple, [0], [1], "too-few"],
    [multiple, [0, 1], [1, 1], undefined],
    [multiple, [0, 1, 2, 3], [1, 1, 1, 1], "too-many"],
    [multiple, [], [], undefined],
    [{ rule: "plurality" }, [0, 1], [1, 1], "too-many"],
    [{ rule: "approval" }, [0], [2], "not-a-mark"],
    [{ rule: "approval" }, [0, 0], [1, 1], "twice"],
    [{ rule: "approval" }, [4], [1], "unknown-option"],
    [{ rule: "approval" }, [-1], [1], "unknown-option"],
    [{ rule: "approval" }, [0, 1], [1], "not-a-mark"],
    [{ rule: "score", max: 5 }, [0], [6], "too-many-on-one"],
    [{ rule: "score", max: 5 }, [0], [0.5], "not-a-mark"],
    [points, [0, 1], [6, 4], undefined],
    [points, [0, 1], [6, 5], "too-many-points"],
    [points, [0], [7], "too-many-on-one"],
    [points, [0], [-3], "not-a-mark"],
  ] as const)("under %j, options %j with points %j are %s", (rule, options, given, fault) => {
    expect(ballotFault(rule, { options, points: given }, 4)).toBe(fault);
  });
  test("are voters, and nothing else", () => {
    const outcome = count("A B C", "A B*2; C*5; *1", { rule: "multiple", min: 2, max: 2 });
    expect(outcome).toMatchObject({ voters: 8, invalid: 5, blank: 1, votersWithNoWinner: 6 });
    expect(outcome.options.map(({ votes }) => votes)).toEqual([2, 2, 0]);
  });
});

test("lots of marked ballots decide between equal plans, the same for everybody", () => {
  const election = marked("A B C", "A*2; B*2; C*2");
  const lots = drawLots(election);
  const { winners } = countMarks(election, { rule: "plurality" }, lots);
  expect(winners).toEqual([election.options[lots[0] ?? -1]?.id]);
});
