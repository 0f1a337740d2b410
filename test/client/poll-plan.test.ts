/** The wizard's fields: what they lack, what is sent, and that a planned poll comes back as it was filled in. */
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { centsOf, typedCents } from "../../src/client/polling/money.ts";
import { emptyOption, emptyPlan, kinds, type PlanFields, type PlanOption, readPlan } from "../../src/client/polling/plan.ts";
import { type FaultCode, faultsOfStep, firstLacking, type Step, stepsOf } from "../../src/client/polling/plan-faults.ts";
import { planForm } from "../../src/client/polling/plan-form.ts";
import { planOf } from "../../src/client/polling/plan-of.ts";
import { previewPoll } from "../../src/client/polling/preview-poll.ts";
import { closingDoubt, usualClosing } from "../../src/client/polling/times.ts";
import { planPollInput } from "../../src/voting/contract.ts";
import { faultsOfPlan, optionsFor } from "../../src/voting/rules.ts";

const now = Date.parse("2026-11-22T12:00:00Z");
const kern = { municipality: "molenlanden", kern: "arkel", name: "Arkel" };

const plan = (key: string, more: Partial<PlanOption> = {}): PlanOption => ({
  ...emptyOption(key),
  label: `Plan ${key}`,
  cost: "1.200",
  ...more,
});
const fields = (more: Partial<PlanFields> = {}): PlanFields => ({
  ...emptyPlan,
  question: "Welke plannen krijgen geld?",
  budget: "2.500",
  options: [plan("a"), plan("b"), plan("c", { cost: "800" })],
  closesAt: "2026-12-04T16:00",
  ...more,
});

test.each([
  ["25.000", 2_500_000],
  ["€ 4.500,50", 450_050],
  ["4500,5", 450_050],
  ["4500.50", 450_050],
  ["0", 0],
  ["", null],
  ["4.50.0", null],
  ["vier", null],
  ["-3", null],
])("%s typed is %p cents", (typed, cents) => expect(centsOf(typed)).toBe(cents));

test("an amount comes back as it was", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e10 }), (cents) => expect(centsOf(typedCents(cents))).toBe(cents)));
});

test.each(kinds)("what the wizard sends for '%s' is what the server takes", (kind) => {
  const full = fields({ kind, ...(kind === "one" ? { options: [plan("a"), plan("b")] } : {}) });
  expect(firstLacking(full, now)).toBeUndefined();
  const sent = planPollInput.parse(planForm(full, "arkel", now));
  expect(faultsOfPlan(sent, sent.count ?? { rule: "consent", quorum: 0 }, sent.level ?? 1)).toEqual([]);
});

test("a budget is of equal shares and secret from us too, unless the officer says otherwise", () => {
  const { count, level, form } = planForm(fields({ kind: "budget" }), "arkel", now);
  expect([count.rule, level, form]).toEqual(["equal-shares", 2, { kind: "approval", max: null }]);
  expect(planForm(fields({ kind: "one" }), "arkel", now).level).toBe(1);
});

test("a plan that cannot be done is told with its reason and is not on the ballot, and pairs and caps follow the plans", () => {
  const sent = planForm(
    fields({
      kind: "budget",
      judging: true,
      options: [
        plan("x", { feasible: "no", reason: "De grond is van het waterschap.", by: "Team Ruimte" }),
        plan("a", { theme: "Groen" }),
        plan("b"),
      ],
      exclusive: [
        ["a", "b"],
        ["a", "x"],
      ],
      caps: { Groen: "1.000", Weg: "500" },
    }),
    "arkel",
    now,
  );
  expect(sent.options.map(({ label }) => label)).toEqual(["Plan a", "Plan b"]);
  expect(sent.background.leftOff).toEqual([
    { label: "Plan x", reason: "De grond is van het waterschap.", by: "Team Ruimte", proposal: null },
  ]);
  expect(sent.count).toMatchObject({ exclusive: [["option-1", "option-2"]], themeCaps: { Groen: 100_000 } });
});

const lacks = (step: Step, more: Partial<PlanFields>) =>
  faultsOfStep(step, fields(more), now, (code) => code).map(({ field, sentence }) => [field, sentence]);

const cases: [Step, Partial<PlanFields>, string, FaultCode][] = [
  ["question", { question: "?" }, "question", "question-short"],
  ["question", { kind: "budget", budget: "veel" }, "budget", "budget-needed"],
  ["question", { quorum: "120" }, "quorum", "number-wrong"],
  ["plans", { options: [plan("a")] }, "plans", "two-needed"],
  ["plans", { options: [plan("a"), plan("b", { label: "PLAN A" })] }, "plans", "differ"],
  ["plans", { kind: "budget", options: [plan("a"), plan("b", { cost: "" })] }, "cost-b", "cost-needed"],
  [
    "plans",
    { judging: true, options: [plan("a"), plan("b"), plan("x", { feasible: "no", by: "Wij" })] },
    "reason-x",
    "reason-needed",
  ],
  ["who", { level: "0", assurance: "letter" }, "level", "level-needs-secret"],
  ["who", { per: "household" }, "per", "household-needs-address"],
  ["who", { minAge: "3" }, "minAge", "age-wrong"],
  ["when", { closesAt: "" }, "closesAt", "time-needed"],
  ["when", { closesAt: "2026-11-01T16:00" }, "closesAt", "past"],
  ["when", { atOnce: false, opensAt: "2026-12-05T09:00" }, "closesAt", "order"],
  ["when", { assurance: "letter" }, "atOnce", "letters-later"],
  ["when", { judgedUntil: "2026-11-30" }, "judgedUntil", "phase-late"],
];
test.each(cases)("step %s with %j is told at %s: %s", (step, more, field, code) => {
  expect(lacks(step, { kind: "several", ...more })).toEqual([[field, code]]);
});

test("questions that bring their own options have no step for plans", () => {
  expect(stepsOf({ kind: "for-against" })).not.toContain("plans");
  expect(stepsOf({ kind: "budget" })).toContain("plans");
});

test("a planned poll opened in the wizard again would be sent as it was", () => {
  const kindsAndMore: Partial<PlanFields>[] = [
    { kind: "for-against", share: "two-thirds", of: "roll", quorum: "30" },
    { kind: "consent", quorum: "10" },
    { kind: "one" },
    { kind: "several", seats: "2" },
    { kind: "several", min: "2", max: "3", seats: "2" },
    { kind: "order", ranked: "stv", seats: "2", max: "3" },
    { kind: "scores", top: "10" },
    { kind: "budget", ballot: "points", exclusive: [["a", "b"]], threshold: "3" },
    { kind: "budget", ballot: "knapsack", budgetRule: "most-votes", misfit: "stop" },
  ];
  for (const more of kindsAndMore) {
    const given = fields({ ...more, atOnce: false, opensAt: "2026-11-25T09:00", minAge: "12", decidedBy: "2026-12-20" });
    const sent = planForm(given, "arkel", now);
    const poll = {
      ...previewPoll(given, kern, now),
      options: optionsFor(sent.form, planPollInput.parse(sent).options),
      level: sent.level,
      opensAt: sent.opensAt,
    };
    expect(planForm(planOf(poll), "arkel", now)).toEqual(sent);
  }
});

test("a draft of an older or a broken version opens with what can be read", () => {
  expect(readPlan({})).toEqual(emptyPlan);
  const read = readPlan({
    fields: { kind: "tombola", question: 7, options: [{ label: "Bank" }, null], caps: { a: 1 }, exclusive: [1] },
  });
  expect([read.kind, read.question, read.options.map(({ label }) => label)]).toEqual(["for-against", "", ["Bank", ""]]);
  expect([read.caps, read.exclusive]).toEqual([{}, []]);
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => expect(() => readPlan({ fields: given })).not.toThrow()),
  );
  expect(readPlan({ fields: JSON.parse(JSON.stringify(fields())) })).toEqual(fields());
});

test("the usual closing is in office hours of a working day: past Christmas, past a weekend", () => {
  expect(usualClosing(Date.parse("2026-12-15T12:00:00Z"))).toBe("2026-12-28T16:00");
  expect(usualClosing(Date.parse("2026-11-25T12:00:00Z"))).toBe("2026-12-07T16:00");
  expect(closingDoubt("2026-12-25T15:00")).toBe("day-off");
  expect(closingDoubt("2026-12-02T23:00")).toBe("night");
  expect(closingDoubt("2026-12-02T16:00")).toBeNull();
});
