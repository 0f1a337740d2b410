import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { type Decision, keepDecisions, undoMs } from "../../src/client/moderation/decisions.ts";
import { filtered, filterIn, searchOf } from "../../src/client/moderation/desk-filter.ts";
import { meaningOf } from "../../src/client/moderation/desk-keys.ts";
import type { DeskItem } from "../../src/moderation/contract.ts";

const task = (proposal: string, more: Partial<DeskItem> = {}): DeskItem =>
  ({ kind: "proposal", proposal, title: proposal, kern: "arkel", kernName: "Arkel", late: false, ...more }) as DeskItem;
const yes = (proposal: string): Decision => ({ item: task(proposal), deed: "accept", reason: "" });

describe("a decision on the desk", () => {
  const sent: string[] = [];
  const refused: string[] = [];
  const desk = (wrong: string[] = []) =>
    keepDecisions({
      async send({ item }) {
        const id = item.kind === "proposal" ? item.proposal : "";
        if (wrong.includes(id)) throw new Error("no");
        sent.push(id);
      },
      changed: () => undefined,
      async done(failed) {
        refused.push(...failed.map(({ decision }) => (decision.item.kind === "proposal" ? decision.item.proposal : "")));
      },
    });
  beforeEach(() => {
    jest.useFakeTimers();
    sent.length = 0;
    refused.length = 0;
  });
  afterEach(() => void jest.useRealTimers());

  test("is carried out after ten seconds, not before", async () => {
    const decisions = desk();
    decisions.make([yes("a"), yes("b")]);
    await jest.advanceTimersByTimeAsync(undoMs - 1);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent.sort()).toEqual(["a", "b"]);
    expect(decisions.batches()).toEqual([]);
  });

  test("that was undone in time was never sent; too late it is not undone", async () => {
    const decisions = desk();
    decisions.make([yes("a")]);
    const first = decisions.batches()[0]?.batch ?? 0;
    expect(decisions.undo(first)).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(2 * undoMs);
    expect(sent).toEqual([]);
    decisions.make([yes("b")]);
    await jest.advanceTimersByTimeAsync(undoMs);
    expect(decisions.undo(2)).toEqual([]);
    expect(sent).toEqual(["b"]);
  });

  test("is carried out once and at once when the page is left, whatever the timer does afterwards", async () => {
    const decisions = desk();
    decisions.make([yes("a")]);
    await Promise.all([decisions.carryOutAll(), decisions.carryOutAll()]);
    await jest.advanceTimersByTimeAsync(2 * undoMs);
    expect(sent).toEqual(["a"]);
  });

  test("that the server refuses does not stop the others, and is told", async () => {
    const decisions = desk(["b"]);
    decisions.make(["a", "b", "c", "d", "e"].map(yes));
    await decisions.carryOutAll();
    expect(sent.sort()).toEqual(["a", "c", "d", "e"]);
    expect(refused).toEqual(["b"]);
  });
});

describe("the filters of the desk", () => {
  test("come out of the address as they went in", () => {
    fc.assert(
      fc.property(
        fc.record({
          kern: fc.constantFrom("", "arkel"),
          kind: fc.constantFrom("", "proposal", "join-request") as fc.Arbitrary<"" | DeskItem["kind"]>,
          lateOnly: fc.boolean(),
        }),
        (filter) => expect(filterIn(searchOf(filter))).toEqual(filter),
      ),
    );
    expect(filterIn({ soort: "onzin", laat: "misschien" })).toEqual({ kern: "", kind: "", lateOnly: false });
  });

  test("leave what fits all of them", () => {
    const items = [task("a"), task("b", { late: true }), task("c", { late: true, kern: "hoornaar" })];
    expect(filtered(items, { kern: "arkel", kind: "proposal", lateOnly: true })).toEqual([items[1]]);
  });
});

test("a key does nothing where one types, or together with another", () => {
  const pressed = { key: "a", ctrlKey: false, metaKey: false, altKey: false };
  expect(meaningOf(pressed, false)).toBe("accept");
  expect(meaningOf(pressed, true)).toBeNull();
  expect(meaningOf({ ...pressed, ctrlKey: true }, false)).toBeNull();
  expect(meaningOf({ ...pressed, key: "q" }, false)).toBeNull();
});
