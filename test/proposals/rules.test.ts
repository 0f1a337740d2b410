import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ProposalState } from "../../src/proposals/contract.ts";
import {
  type Asker,
  type Deed,
  faultsBeforeSubmitting,
  isRepeat,
  isVisible,
  mayOpenPoll,
  refuseComment,
  refuseDeed,
  refuseEdit,
  refusePosting,
  refuseSupport,
  shownHistory,
  steps,
} from "../../src/proposals/rules.ts";

const nobody: Asker = { author: false, officer: false, member: false, resident: false };
const author: Asker = { ...nobody, author: true, member: true, resident: true };
const officer: Asker = { ...nobody, officer: true };
const neighbour: Asker = { ...nobody, member: true, resident: true };
const fromElsewhere: Asker = { ...nobody, resident: true };

const states: ProposalState[] = ["draft", "submitted", "returned", "refused", "published", "withdrawn"];
const deeds = Object.keys(steps) as Deed[];
const at = new Date("2026-11-22T12:00:00Z");

describe("the way of a proposal", () => {
  const ways: [deed: Deed, by: Asker, from: ProposalState[]][] = [
    ["submit", author, ["draft", "returned"]],
    ["publish", officer, ["submitted"]],
    ["return", officer, ["submitted"]],
    ["refuse", officer, ["submitted"]],
    ["withdraw", author, ["draft", "submitted", "returned", "published"]],
  ];

  test.each(ways.flatMap(([deed, by, from]) => states.map((state) => [deed, state, from.includes(state), by] as const)))(
    "to %s what is %s: %s",
    (deed, state, may, by) => {
      expect(refuseDeed(deed, { state, treatment: "none" }, by)).toBe(may ? null : "already-decided");
    },
  );

  test.each(deeds)("nobody else may %s it, in whatever state", (deed) => {
    for (const state of states) {
      for (const asker of [nobody, neighbour, fromElsewhere, steps[deed].by === "author" ? officer : author]) {
        expect(refuseDeed(deed, { state, treatment: "none" }, asker)).toBe("not-allowed");
      }
    }
  });

  test("an author who left the kern cannot submit, but can withdraw", () => {
    const gone: Asker = { ...nobody, author: true };
    expect(refuseDeed("submit", { state: "draft", treatment: "none" }, gone)).toBe("not-a-member");
    expect(refuseDeed("withdraw", { state: "published", treatment: "none" }, gone)).toBeNull();
  });

  const anybody = fc.record({ author: fc.boolean(), officer: fc.boolean(), member: fc.boolean(), resident: fc.boolean() });
  const journey = fc.array(fc.record({ deed: fc.constantFrom(...deeds), asker: anybody }), { maxLength: 40 });

  test("no path leads to the square past the officer, nor without a submission by the author", () => {
    fc.assert(
      fc.property(journey, (path) => {
        let state: ProposalState = "draft";
        const walked: { deed: Deed; asker: Asker }[] = [];
        for (const { deed, asker } of path) {
          if (refuseDeed(deed, { state, treatment: "none" }, asker) !== null) continue;
          walked.push({ deed, asker });
          state = steps[deed].to;
          if (state !== "published") continue;
          expect(walked.at(-1)).toMatchObject({ deed: "publish", asker: { officer: true } });
          expect(walked.at(-2)).toMatchObject({ deed: "submit", asker: { author: true } });
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("refused and withdrawn are final", () => {
    fc.assert(
      fc.property(journey, fc.constantFrom<ProposalState>("refused", "withdrawn"), (path, end) => {
        for (const { deed, asker } of path) expect(refuseDeed(deed, { state: end, treatment: "none" }, asker)).not.toBeNull();
      }),
    );
  });

  test("a repeat counts as one for the author's own steps only", () => {
    expect(isRepeat("submit", { state: "submitted" }, author)).toBe(true);
    expect(isRepeat("withdraw", { state: "withdrawn" }, author)).toBe(true);
    expect(isRepeat("submit", { state: "submitted" }, officer)).toBe(false);
    expect(isRepeat("publish", { state: "published" }, { ...officer, author: true })).toBe(false);
  });
});

describe("who may do what", () => {
  test("before publication only the author and the officer know of it; afterwards everybody does", () => {
    for (const asker of [nobody, neighbour, fromElsewhere]) {
      expect(isVisible({ publishedAt: null }, asker)).toBe(false);
      expect(isVisible({ publishedAt: at }, asker)).toBe(true);
    }
    for (const asker of [author, officer]) expect(isVisible({ publishedAt: null }, asker)).toBe(true);
  });

  test("members and the officer bring proposals to a kern, others do not", () => {
    expect([author, neighbour, officer, fromElsewhere, nobody].map(refusePosting)).toEqual([
      null,
      null,
      null,
      "not-a-member",
      "not-a-member",
    ]);
  });

  test.each(states)("what is %s is edited by its author as draft or when returned", (state) => {
    const open = state === "draft" || state === "returned";
    expect(refuseEdit({ state }, author)).toBe(open ? null : "already-decided");
    expect(refuseEdit({ state }, officer)).toBe("not-allowed");
  });

  test.each(states)("support and comments on what is %s", (state) => {
    const open = state === "published";
    expect(refuseSupport({ state, treatment: "none" }, neighbour)).toBe(open ? null : "not-published");
    expect(refuseSupport({ state, treatment: "none" }, fromElsewhere)).toBe(open ? null : "not-published");
    expect(refuseSupport({ state, treatment: "none" }, author)).toBe(open ? "own-proposal" : "not-published");
    expect(refuseSupport({ state, treatment: "none" }, officer)).toBe(open ? "not-a-member" : "not-published");
    expect(refuseComment({ state }, author)).toBe(open ? null : "not-published");
    expect(refuseComment({ state }, officer)).toBe(open ? null : "not-published");
    expect(refuseComment({ state }, nobody)).toBe(open ? "not-a-member" : "not-published");
    expect(mayOpenPoll({ state }, officer)).toBe(open);
    expect(mayOpenPoll({ state }, author)).toBe(false);
  });

  test("once it was answered the support is closed and its author cannot take it back; people go on talking", () => {
    for (const treatment of ["answered", "done"] as const) {
      expect(refuseSupport({ state: "published", treatment }, neighbour)).toBe("proposal-answered");
      expect(refuseDeed("withdraw", { state: "published", treatment }, author)).toBe("proposal-answered");
      expect(refuseComment({ state: "published" }, neighbour)).toBeNull();
    }
    expect(refuseSupport({ state: "published", treatment: "in-treatment" }, neighbour)).toBeNull();
    expect(refuseDeed("withdraw", { state: "published", treatment: "in-treatment" }, author)).toBeNull();
  });

  test("who looks at it and what came of it was written for everybody", () => {
    const events = [
      { event: "taken", at: "1", reason: "De wijkbeheerder kijkt.", answerDue: "2027-01-15" },
      { event: "answered", at: "2", reason: null },
      { event: "finished", at: "3", reason: "Het bankje staat er." },
    ] as const;
    expect(shownHistory(events, nobody)).toEqual(events);
  });

  test("what passed between author and officer is not shown to others", () => {
    const events = [
      { event: "created", at: "1", reason: null },
      { event: "submitted", at: "2", reason: null },
      { event: "returned", at: "3", reason: "Noem de plek." },
      { event: "submitted", at: "4", reason: null },
      { event: "published", at: "5", reason: null },
    ] as const;
    expect(shownHistory(events, neighbour)).toEqual([{ event: "published", at: "5", reason: null }]);
    expect(shownHistory(events, author)).toEqual(events);
    expect(shownHistory(events, officer)).toEqual(events);
  });
});

describe("before submitting", () => {
  test.each([
    ["", "", ["title", "body"]],
    ["Ei", "Een steiger aan de Linge", ["title"]],
    ["Eik", "Te kort.            ", ["body"]],
    ["  Ei  ", "Een steiger aan de Linge", ["title"]],
    ["Eik", "Een steiger aan de Linge", []],
    ["🚲🚲", "🚲".repeat(10), ["title", "body"]],
    ["🚲🚲🚲", "🚲".repeat(20), []],
    ["a".repeat(140), "b".repeat(4000), []],
  ])("title %p and text %p lack %p", (title, body, lacking) => {
    expect(faultsBeforeSubmitting({ title, body }).map(({ path }) => path)).toEqual(lacking);
  });
});
