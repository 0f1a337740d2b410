import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { holdStill } from "../../src/client/kit/hold-still.ts";

const itself = (row: string) => row;
const ids = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnop"), { maxLength: 12 });

test("new rows on top wait, and those that follow are added below", () => {
  expect(holdStill(["b", "c"], ["a", "b", "c", "d"], itself)).toEqual({ rows: ["b", "c", "d"], waiting: ["a"] });
});

test("what was pushed off the end of a short list stays until the new ones are asked for", () => {
  expect(holdStill(["b", "c", "d"], ["a", "b", "c"], itself)).toEqual({ rows: ["b", "c", "d"], waiting: ["a"] });
  expect(holdStill(["b", "c", "d"], ["b", "c"], itself)).toEqual({ rows: ["b", "c"], waiting: [] });
});

test("an empty list shows the first rows at once, and a list of which all is gone is empty", () => {
  expect(holdStill([], ["a"], itself)).toEqual({ rows: ["a"], waiting: [] });
  expect(holdStill(["a"], [], itself)).toEqual({ rows: [], waiting: [] });
});

test("rows are shown with what they say now", () => {
  const rows = [{ id: "a", count: 1 }];
  expect(holdStill(rows, [{ id: "a", count: 2 }], ({ id }) => id).rows).toEqual([{ id: "a", count: 2 }]);
});

test("no row that is shown ever changes places, none is shown twice, and every fresh row is shown or waits", () => {
  fc.assert(
    fc.property(ids, ids, (shown, fresh) => {
      const { rows, waiting } = holdStill(shown, fresh, itself);
      const before = shown.filter((row) => rows.includes(row));
      expect(rows.slice(0, before.length)).toEqual(before);
      expect(new Set([...rows, ...waiting]).size).toBe(rows.length + waiting.length);
      for (const row of fresh) expect([...rows, ...waiting]).toContain(row);
      expect(holdStill(rows, fresh, itself)).toEqual({ rows, waiting });
    }),
  );
});
