/** Passes and store codes as a device makes them, judged by the server's own code and Node's RSA. */
import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { blindAsk, finishPass } from "../../src/client/voting/pass.ts";
import { casterOf, makeSeed } from "../../src/client/voting/slip.ts";
import { readStoreCode, storeCodeOf } from "../../src/client/voting/store-code.ts";
import { blindSign, isPass } from "../../src/voting/blind-signature.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const { n = "", e = "" } = publicKey.export({ format: "jwk" });
const key = { n, e };
const poll = "3f0c6f1e-6a0e-4b8e-9d5e-0a6f6f3f7c21";
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("base64url"));

const signed = (blinded: string): string =>
  blindSign(privateKey, publicKey, Buffer.from(blinded, "base64url"))?.toString("base64url") ?? "";

test("what the server signs without reading it becomes a pass for this seed's caster", async () => {
  for (let round = 0; round < 8; round++) {
    const seed = makeSeed();
    const ask = blindAsk(seed, key);
    const pass = Buffer.from(await finishPass(seed, key, ask, signed(ask.blinded)), "base64url");
    expect(await isPass(publicKey, casterOf(seed), pass)).toBe(true);
    expect(await isPass(publicKey, casterOf(makeSeed()), pass)).toBe(false);
  }
});

test("another device with the same seed asks the very same question; every other seed asks another", () => {
  const seed = makeSeed();
  expect(blindAsk(seed, key)).toEqual(blindAsk(seed, key));
  const asked = Array.from({ length: 20 }, () => blindAsk(makeSeed(), key).blinded);
  expect(new Set(asked).size).toBe(20);
});

test("an answer that is no signature of this poll is refused", async () => {
  const seed = makeSeed();
  const ask = blindAsk(seed, key);
  await expect(finishPass(seed, key, ask, signed(blindAsk(makeSeed(), key).blinded))).rejects.toThrow();
});

test("a store code brings every seed over, however it is typed", () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom("-", " ", "", " - "), fc.boolean(), (seed, between, small) => {
      const code = storeCodeOf(poll, seed);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
      const typed = code.replaceAll("-", between).replaceAll("0", "O").replaceAll("1", "l");
      return readStoreCode(poll, small ? typed.toLowerCase() : typed) === seed;
    }),
  );
});

test("a typing error in a store code is found, and the code of another poll is none", () => {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const code = storeCodeOf(poll, makeSeed());
  expect(readStoreCode("7c1f3b52-93b7-4a55-9d3b-5a4f6a7f9e10", code)).toBeNull();
  expect(readStoreCode(poll, code.slice(0, -1))).toBeNull();
  for (const [at, sign] of [...code].entries()) {
    if (sign === "-") continue;
    const other = alphabet[(alphabet.indexOf(sign) + 7) % 32] ?? "";
    expect(readStoreCode(poll, code.slice(0, at) + other + code.slice(at + 1))).toBeNull();
  }
});
