import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { castWithPassInput } from "../../src/voting/contract.ts";
import { plainSlip } from "../../src/voting/plain-slip.ts";

const bytes = (count: number) =>
  fc.uint8Array({ minLength: count, maxLength: count }).map((all) => Buffer.from(all).toString("base64url"));
const option = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const choice = fc.oneof(
  fc.record({ chosen: fc.array(option, { maxLength: 100 }) }),
  fc.record({ ranking: fc.array(option, { maxLength: 100 }) }),
  fc.record({ points: fc.dictionary(option, fc.integer({ min: 0, max: 100 })) }),
);
const slip = fc.record({
  municipality: fc.stringMatching(/^[a-z-]{1,60}$/),
  poll: fc.uuid(),
  caster: bytes(32),
  version: fc.integer({ min: 1, max: 999 }),
  key: bytes(32),
  salt: bytes(16),
  choice,
  pass: fc.constantFrom(256, 384, 512).chain(bytes),
});

/** What somebody might put in the place of any field. */
const strange = fc.oneof(
  fc.anything({ withNullPrototype: true }),
  fc.string({ maxLength: 700 }),
  fc.double(),
  fc.constantFrom("", "a\n", "A".repeat(43), `${"A".repeat(43)}\n`, "é".repeat(22), 0, 1000, 1.5, -0, null, [], {}, [["for"]]),
  fc.array(fc.oneof(option, fc.string(), fc.integer()), { maxLength: 101 }).map((chosen) => ({ chosen })),
  fc.record({ chosen: fc.array(option, { maxLength: 2 }), ranking: fc.array(option, { maxLength: 2 }) }),
  fc.record({ chosen: fc.array(option, { maxLength: 2 }), note: fc.string() }),
);
const fields = ["municipality", "poll", "caster", "version", "key", "salt", "choice", "pass", "more"] as const;

const onTheWire = (given: unknown): unknown => JSON.parse(JSON.stringify(given));
const hasPoints = (given: unknown): boolean => "points" in (bySchema(given)?.choice ?? {});
const bySchema = (given: unknown) => castWithPassInput.safeParse(given).data;

test("a slip that is right is read without the schema, and is what the schema makes of it", () => {
  fc.assert(
    fc.property(slip.map(onTheWire), (given) => {
      if (hasPoints(given)) expect(plainSlip(given)).toBeUndefined();
      else expect(plainSlip(given)).toStrictEqual(bySchema(given));
      expect(bySchema(given)).toBeDefined();
    }),
  );
});

test("whatever is read without the schema, the schema reads in the same way; it refuses whatever the schema refuses", () => {
  fc.assert(
    fc.property(slip, fc.constantFrom(...fields), strange, fc.boolean(), (right, field, value, leftOut) => {
      const given = onTheWire({ ...right, [field]: leftOut ? undefined : value });
      const plain = plainSlip(given);
      if (plain) expect(plain).toStrictEqual(bySchema(given));
    }),
    { numRuns: 2000 },
  );
  for (const given of [undefined, null, [], "slip", 3]) expect(plainSlip(given)).toBeUndefined();
});

test("a list of a hundred and one options and a version of a thousand are left to the schema", () => {
  const right = {
    municipality: "molenlanden",
    poll: randomUUID(),
    caster: randomBytes(32).toString("base64url"),
    version: 999,
    key: randomBytes(32).toString("base64url"),
    salt: randomBytes(16).toString("base64url"),
    choice: { chosen: Array.from({ length: 100 }, (_, n) => `o-${n}`) },
    pass: randomBytes(256).toString("base64url"),
  };
  expect(plainSlip(right)).toBeDefined();
  expect(plainSlip({ ...right, version: 1000 })).toBeUndefined();
  expect(plainSlip({ ...right, choice: { chosen: [...right.choice.chosen, "o-100"] } })).toBeUndefined();
});
