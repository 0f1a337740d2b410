import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { AnswerOutcome, ProposalState, Treatment } from "../../src/proposals/contract.ts";
import { mayPromise, refuseTreatment, type TreatmentDeed, treatmentSteps } from "../../src/proposals/treatment-rules.ts";

const deeds = Object.keys(treatmentSteps) as TreatmentDeed[];
const treatments: Treatment[] = ["none", "in-treatment", "answered", "done"];
const officer = { officer: true };

describe("what the officer may do with a published proposal", () => {
  const ways: [deed: TreatmentDeed, from: Treatment[]][] = [
    ["take", ["none", "in-treatment"]],
    ["answer", ["none", "in-treatment"]],
    ["finish", ["answered"]],
  ];
  test.each(ways.flatMap(([deed, from]) => treatments.map((treatment) => [deed, treatment, from.includes(treatment)] as const)))(
    "%s what is %s: %s",
    (deed, treatment, may) => {
      const outcome = treatment === "answered" || treatment === "done" ? "yes" : null;
      expect(refuseTreatment(deed, { state: "published", treatment, outcome }, officer)).toBe(may ? null : "already-decided");
    },
  );

  test("nobody else may do any of it, and only what is on the square is treated", () => {
    const states: ProposalState[] = ["draft", "submitted", "returned", "refused", "withdrawn"];
    for (const deed of deeds) {
      for (const treatment of treatments) {
        expect(refuseTreatment(deed, { state: "published", treatment, outcome: null }, { officer: false })).toBe("not-allowed");
        for (const state of states)
          expect(refuseTreatment(deed, { state, treatment, outcome: null }, officer)).toBe("not-published");
      }
    }
  });

  test("where the answer was no there is nothing to finish", () => {
    const given = { state: "published", treatment: "answered" } as const;
    const finished = (outcome: AnswerOutcome) => refuseTreatment("finish", { ...given, outcome }, officer);
    expect([finished("yes"), finished("partly"), finished("no")]).toEqual([null, null, "already-decided"]);
  });

  test("whatever is tried in whatever order, an answer is given once and nothing comes after what came of it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ deed: fc.constantFrom(...deeds), outcome: fc.constantFrom("yes", "partly", "no") }), {
          maxLength: 30,
        }),
        (tries) => {
          let treatment: Treatment = "none";
          let outcome: AnswerOutcome | null = null;
          const done: TreatmentDeed[] = [];
          for (const tried of tries) {
            if (refuseTreatment(tried.deed, { state: "published", treatment, outcome }, officer) !== null) continue;
            treatment = treatmentSteps[tried.deed].to;
            if (tried.deed === "answer") outcome = tried.outcome as AnswerOutcome;
            done.push(tried.deed);
          }
          expect(done.filter((deed) => deed === "answer").length).toBeLessThanOrEqual(1);
          if (done.includes("finish")) expect(done.slice(-2)).toEqual(["answer", "finish"]);
          expect(done.join(" ")).toMatch(/^(take ?)*(answer( finish)?)?$/);
        },
      ),
    );
  });
});

test("an answer is promised for today or later, or for no day at all", () => {
  expect(["2026-11-27", "2026-11-28", "2027-01-01", null].map((day) => mayPromise(day, "2026-11-28"))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});
