import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { listProposalsInput } from "../../src/proposals/contract.ts";
import { type Cursor, decodeCursor, encodeCursor } from "../../src/proposals/cursor.ts";

const cursors: fc.Arbitrary<Cursor> = fc.record({
  sort: fc.constantFrom("newest", "most-supported", "most-discussed"),
  show: fc.constantFrom("published", "mine"),
  key: fc.nat({ max: 2 ** 31 - 1 }),
  proposal: fc.uuid(),
});

test("a cursor comes back as it went, and fits in the contract", () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      const text = encodeCursor(cursor);
      expect(decodeCursor(text, cursor)).toEqual(cursor);
      expect(listProposalsInput.safeParse({ cursor: text }).success).toBe(true);
    }),
  );
});

test("a cursor of another list or order is no cursor", () => {
  fc.assert(
    fc.property(cursors, cursors, (cursor, other) => {
      fc.pre(cursor.sort !== other.sort || cursor.show !== other.show);
      expect(decodeCursor(encodeCursor(cursor), other)).toBeNull();
    }),
  );
});

test("whatever else is given is null, never an error", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map(base64url)), (text) => {
      expect(decodeCursor(text, { sort: "newest", show: "published" })).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["a count that no counter reaches", ["most-supported", "published", 2 ** 31, "0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11"]],
  ["a time before 1970", ["newest", "published", -1, "0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11"]],
  ["SQL for an id", ["newest", "published", 1, "' or true --"]],
  ["half a number", ["newest", "published", 1.5, "0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11"]],
])("%s is refused", (_, content) => {
  const sort = content[0] === "newest" ? "newest" : "most-supported";
  expect(decodeCursor(base64url(JSON.stringify(content)), { sort, show: "published" })).toBeNull();
});

function base64url(text: string): string {
  return Buffer.from(text).toString("base64url");
}
