import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { base64urlOf, bytesOf } from "../../src/client/voting/base64url.ts";
import {
  afterHighest,
  type KeptBallot,
  newBallot,
  readKept,
  withoutSlip,
  withReceipt,
  withSlip,
} from "../../src/client/voting/kept.ts";
import { casterOf, fingerprintOf, isReceipt, makeSeed, makeSlip, mostVersions } from "../../src/client/voting/slip.ts";
import { commitmentOf, keyFits, signed } from "../../src/voting/signing.ts";

const poll = "6a1f3c52-8f0e-4e7b-9a65-0d4f1f7c2b11";
const choice = { chosen: ["for"] };
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(base64urlOf);
const versions = fc.integer({ min: 1, max: mostVersions });

test("bytes are written as Node writes them, and read back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(base64urlOf(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(Buffer.from(bytesOf(base64urlOf(bytes), bytes.length))).toEqual(Buffer.from(bytes));
    }),
  );
  expect(() => bytesOf("AAAA", 4)).toThrow(RangeError);
  expect(() => bytesOf("AA==", 1)).toThrow(RangeError);
});

test("the server finds the key of every version in its chain, and the fingerprint the device shows", () => {
  fc.assert(
    fc.property(seeds, versions, (seed, version) => {
      const slip = makeSlip(seed, version, choice);
      expect(keyFits(slip)).toBe(true);
      expect(slip.caster).toBe(Buffer.from(casterOf(seed)).toString("base64url"));
      expect(keyFits({ ...slip, version: version === 1 ? 2 : version - 1 })).toBe(false);
      expect(fingerprintOf(poll, slip).commitment).toBe(commitmentOf({ poll, ...slip }));
    }),
    { numRuns: 25 },
  );
});

test("nobody who has seen the key of one version has the key of the next", () => {
  const seed = makeSeed();
  const [one, two] = [makeSlip(seed, 1, choice), makeSlip(seed, 2, choice)];
  expect(keyFits({ caster: one.caster, version: 2, key: one.key })).toBe(false);
  // The other way round the chain is walked with one hash: what is older can be made from what is newer.
  expect(keyFits({ caster: one.caster, version: 2, key: two.key })).toBe(true);
});

test.each([0, 1000, 1.5])("version %d is refused", (version) => {
  expect(() => makeSlip(makeSeed(), version, choice)).toThrow(RangeError);
});

test("a receipt is believed when the poll's key signed this very fingerprint", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const signKey = publicKey.export({ format: "jwk" }).x ?? "";
  const { commitment } = fingerprintOf(poll, makeSlip(makeSeed(), 1, choice));
  const receipt = signed("receipt", { poll, commitment }, privateKey);
  expect(isReceipt(poll, commitment, receipt, signKey)).toBe(true);
  expect(isReceipt(crypto.randomUUID(), commitment, receipt, signKey)).toBe(false);
  expect(isReceipt(poll, commitment, "A".repeat(86), signKey)).toBe(false);
  expect(isReceipt(poll, commitment, "", "")).toBe(false);
});

test("a slip under way goes again as it is; another choice is the next version", () => {
  const first = withSlip(newBallot(), choice);
  expect(withSlip(first, choice).unsent).toEqual(first.unsent);
  const second = withSlip(first, { chosen: ["against"] });
  expect(second.unsent.version).toBe(2);
  const received = withReceipt(second, poll, "receipt");
  expect(received).toMatchObject({ unsent: null, version: 2, receipts: [{ version: 2, receipt: "receipt" }] });
  // The same choice once more after the answer is a new slip.
  expect(withSlip(received, { chosen: ["against"] }).unsent.version).toBe(3);
  expect(withoutSlip(second).unsent).toBeNull();
  expect(withReceipt(received, poll, "again")).toBe(received);
});

test("a device that is behind goes on after the highest version", () => {
  const kept = withSlip(newBallot(), choice);
  expect(afterHighest(kept, 7)).toMatchObject({ version: 8, unsent: { version: 8, choice } });
  expect(afterHighest(withoutSlip(kept), 7)).toMatchObject({ version: 7, unsent: null });
});

test("what a device kept is read back, and anything else is no ballot", () => {
  const kept: KeptBallot = {
    ...withReceipt(withSlip(newBallot(), choice), poll, "receipt"),
    pass: "pass",
  };
  expect(readKept(JSON.stringify(kept))).toEqual(kept);
  const underWay = withSlip(newBallot(), { points: { "option-1": 10 } });
  expect(readKept(JSON.stringify(underWay))).toEqual(underWay);
  // Of a ballot that was received the device does not know what was chosen.
  expect(JSON.stringify(kept)).not.toContain("for");
  for (const other of [null, "", "{", "[]", "null", '{"seed":"short"}', '{"proof":"q8mZ4rT1vXw2yB7nK0pLdA","option":"for"}'])
    expect(readKept(other)).toBeNull();
});
