import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { GrowingTree } from "../../src/verifier/tree.ts";
import { planPollInput, type TallyView } from "../../src/voting/contract.ts";
import { countPoll } from "../../src/voting/counting/count-poll.ts";
import type { CountingRule } from "../../src/voting/counting/poll.ts";
import { emptyLog, grown, rootOf } from "../../src/voting/merkle-log.ts";
import { outcomeInWords } from "../../src/voting/outcome-words.ts";
import {
  definedOption,
  faultsOfPlan,
  frozenHash,
  leadingOptions,
  optionsFor,
  stateAt,
  usualLevel,
  usualRule,
} from "../../src/voting/rules.ts";

const at = (time: string) => new Date(`2026-12-01T${time}Z`);
const times = { opensAt: at("10:00:00"), closesAt: at("20:00:00") };

test.each([
  ["planned", "planned", "09:59:59.999", "planned"],
  ["planned", "planned", "10:00:00", "planned"],
  ["open", "open", "19:59:59.999", "open"],
  ["open", "open", "20:00:00", "closed"],
  ["closed", "closed", "12:00:00", "closed"],
] as const)("a %s poll recorded as %s is, at %s, %s", (_, state, now, expected) => {
  expect(stateAt({ ...times, state }, at(now))).toBe(expected);
});

const plan = (part: Record<string, unknown> = {}) =>
  planPollInput.parse({
    kern: "arkel",
    question: "Een bankje?",
    form: { kind: "single" },
    options: [{ label: "Ja" }, { label: "Nee" }],
    opensAt: "2026-12-01T10:00:00Z",
    closesAt: "2026-12-08T20:00:00Z",
    ...part,
  });
const faults = (part: Record<string, unknown>, level: 0 | 1 | 2 = 1) => {
  const given = plan(part);
  const count = given.count ?? usualRule(given.form);
  if (!count) throw new Error("no rule");
  return faultsOfPlan(given, count, level).map(({ path, message }) => `${path} ${message}`);
};
const budget = { rule: "equal-shares", budget: 100_000 };
const plans = [
  { label: "Bankje", cost: 50_000, theme: "Groen" },
  { label: "Boom", cost: 20_000 },
];

describe("a plan", () => {
  test("that is in order has no faults", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ form: { kind: "for-against-abstain" }, options: [] })).toEqual([]);
    expect(faults({ form: { kind: "approval", max: null }, count: budget, options: plans }, 2)).toEqual([]);
  });
  test.each([
    [{ closesAt: "2026-12-01T10:00:00Z" }, "closesAt closes-before-it-opens"],
    [{ options: [{ label: "Ja" }] }, "options two-options-needed"],
    [{ options: [{ label: "Ja" }, { label: "ja" }] }, "options options-must-differ"],
    [{ count: { rule: "irv", seats: 1 } }, "count rule-does-not-fit"],
    [{ form: { kind: "multiple", min: 2, max: 1 } }, "form.max wrong-number"],
    [{ form: { kind: "multiple", min: 1, max: 3 } }, "form.max wrong-number"],
    [{ count: { rule: "plurality", seats: 2 } }, "count.seats wrong-number"],
    [{ options: [{ label: "Ja", cost: 5 }, { label: "Nee" }] }, "options.0.cost cost-without-budget"],
    [{ form: { kind: "knapsack" }, count: budget }, "options.0.cost cost-needed"],
    [
      { form: { kind: "knapsack" }, count: { ...budget, themeCaps: { Water: 1 } }, options: plans },
      "count.themeCaps unknown-theme",
    ],
    [
      { form: { kind: "knapsack" }, count: { ...budget, exclusive: [["option-1", "option-9"]] }, options: plans },
      "count.exclusive unknown-option",
    ],
    [{ showNames: true }, "showNames names-only-in-open-polls"],
  ])("%j has the fault %s", (part, fault) => expect(faults(part)).toContain(fault));
  test("of a budget is secret from us too unless said otherwise, and every other form has its usual rule", () => {
    expect(usualLevel(countOf(budget))).toBe(2);
    expect(usualRule({ kind: "knapsack" })).toBeNull();
    for (const form of [
      { kind: "single" },
      { kind: "consent" },
      { kind: "ranking", max: null },
      { kind: "score", max: 5 },
    ] as const)
      expect(usualLevel(usualRule(form) ?? countOf(budget))).toBe(1);
  });
});

const countOf = (count: unknown): CountingRule =>
  plan({ form: { kind: "knapsack" }, count, options: plans }).count as CountingRule;

test("the frozen hash changes with anything that is frozen", () => {
  const frozen = { question: "Een bankje?", options: [{ id: "option-1", cost: 0 }], rollSize: 12 };
  expect(frozenHash({ ...frozen })).toBe(frozenHash(frozen));
  for (const change of [{ question: "Twee?" }, { rollSize: 13 }, { options: [{ id: "option-1", cost: 1 }] }])
    expect(frozenHash({ ...frozen, ...change })).not.toBe(frozenHash(frozen));
});

test("the log grown in batches has the root of the tree grown leaf by leaf", () => {
  const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(fc.array(fc.array(leaf, { minLength: 1, maxLength: 9 }), { maxLength: 6 }), (batches) => {
      const tree = new GrowingTree();
      let log = emptyLog;
      for (const batch of batches) {
        log = grown(log, batch);
        for (const one of batch) tree.add(one);
        expect(rootOf(log)).toBe(Buffer.from(tree.root()).toString("hex"));
      }
      expect(log.size).toBe(batches.flat().length);
    }),
  );
});

function tallyOf(votes: Record<string, number>, count: CountingRule, form: Parameters<typeof optionsFor>[0]): TallyView {
  const given = Object.keys(votes).map((label) => ({
    label,
    summary: "",
    cost: 10,
    theme: null,
    proposal: null,
    photo: null,
    place: null,
  }));
  const options = optionsFor(form, given);
  const choices = options.flatMap(({ option, label }) =>
    Array.from({ length: votes[option] ?? votes[label] ?? 0 }, () => ({ chosen: [option] })),
  );
  const { outcome } = countPoll({ form, count, options: options.map(definedOption), rollSize: 40 }, choices);
  const counts = options.map(({ option, label }) => ({ option, label, votes: outcome.votes[option] ?? 0 }));
  return {
    countedAt: "2026-12-01T20:00:10.000Z",
    rollSize: 40,
    voters: choices.length,
    spoiled: 0,
    counts,
    leading: leadingOptions({ counts }, outcome.winners, count),
    outcome,
    seed: null,
    beside: null,
    names: null,
  };
}

const majority: CountingRule = { rule: "majority", share: "half", of: "votes", quorum: 0 };
const threeWays = { kind: "for-against-abstain" } as const;

describe("the outcome in one sentence", () => {
  test.each([
    [{ for: 21, against: 12, abstain: 3 }, "Meeste stemmen: Voor (21 van 36).", "Most votes: For (21 of 36)."],
    [{ for: 4, against: 4 }, "Gelijk aantal stemmen voor Voor en Tegen.", "Equal number of votes for For and Against."],
    [{ abstain: 9 }, "Niemand koos iets anders dan onthouding.", "Nobody chose anything but abstention."],
    [{}, "Niemand heeft gestemd.", "Nobody voted."],
  ])("of for and against: %j", (votes, nl, en) => {
    const tally = tallyOf(votes, majority, threeWays);
    expect(outcomeInWords(tally, "nl")).toBe(nl);
    expect(outcomeInWords(tally, "en")).toBe(en);
  });

  test.each<[Record<string, number>, CountingRule, Parameters<typeof optionsFor>[0], string]>([
    [
      { for: 5, against: 4 },
      { ...majority, share: "two-thirds" } as CountingRule,
      threeWays,
      "Niet aangenomen: te weinig stemmen voor (5 van 9).",
    ],
    [{ for: 5 }, { ...majority, quorum: 50 } as CountingRule, threeWays, "Niet aangenomen: er stemden te weinig mensen."],
    [{ consent: 12 }, { rule: "consent", quorum: 0 }, { kind: "consent" }, "Aangenomen: niemand maakt bezwaar."],
    [
      { consent: 12, objection: 1 },
      { rule: "consent", quorum: 0 },
      { kind: "consent" },
      "Niet aangenomen: er is bezwaar (1 keer).",
    ],
    [{ Molen: 4, Anker: 3 }, { rule: "plurality", seats: 1 }, { kind: "single" }, "Meeste stemmen: Molen (4 van 7)."],
    [{ Molen: 4, Anker: 4 }, { rule: "plurality", seats: 1 }, { kind: "single" }, "Gelijk aantal stemmen voor Molen en Anker."],
    [{ Molen: 4, Anker: 3, Brug: 1 }, { rule: "plurality", seats: 2 }, { kind: "single" }, "Gekozen: Molen en Anker."],
    [
      { Molen: 4, Anker: 3 },
      countOf({ ...budget, rule: "most-votes" }),
      { kind: "approval", max: null },
      "2 plannen krijgen geld: Molen en Anker.",
    ],
  ])("%j by %j", (votes, count, form, nl) => expect(outcomeInWords(tallyOf(votes, count, form), "nl")).toBe(nl));

  test("without numbers where so few voted that they could tell how a neighbour did", () => {
    const tally = tallyOf({ for: 2, against: 1 }, majority, threeWays);
    expect(outcomeInWords(tally, "nl", false)).toBe("Meeste stemmen: Voor.");
  });
});

test("an abstention never leads, and whoever leads has the most votes", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (yes, no, abstain) => {
      const { leading, voters } = tallyOf({ for: yes, against: no, abstain }, majority, threeWays);
      expect(voters).toBe(yes + no + abstain);
      const best = Math.max(yes, no);
      expect(leading).toEqual(
        best === 0
          ? []
          : (
              [
                ["for", yes],
                ["against", no],
              ] as const
            )
              .filter(([, n]) => n === best)
              .map(([id]) => id),
      );
    }),
  );
});
