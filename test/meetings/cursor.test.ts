import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { listMeetingsInput } from "../../src/meetings/contract.ts";
import { type Cursor, decodeCursor, encodeCursor } from "../../src/meetings/cursor.ts";

const cursors: fc.Arbitrary<Cursor> = fc.record({
  when: fc.constantFrom("upcoming", "past"),
  key: fc.integer({ min: 0, max: Date.UTC(2200, 0) * 1000 }),
  meeting: fc.uuid(),
});
const base64url = (text: string) => Buffer.from(text).toString("base64url");

test("a cursor comes back as it went, fits in the contract, and is none of the other list", () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      const text = encodeCursor(cursor);
      expect(decodeCursor(text, cursor)).toEqual(cursor);
      expect(decodeCursor(text, { when: cursor.when === "past" ? "upcoming" : "past" })).toBeNull();
      expect(listMeetingsInput.safeParse({ cursor: text }).success).toBe(true);
    }),
  );
});

test("whatever else is given is null, never an error", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map(base64url)), (text) => {
      expect(decodeCursor(text, { when: "upcoming" })).toBeNull();
    }),
    { numRuns: 1000 },
  );
  const id = "0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11";
  for (const content of [
    ["upcoming", -1, id],
    ["upcoming", 1.5, id],
    ["upcoming", 1e17, id],
    ["upcoming", 1, "' or true --"],
  ])
    expect(decodeCursor(base64url(JSON.stringify(content)), { when: "upcoming" })).toBeNull();
});
