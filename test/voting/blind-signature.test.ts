/** Against the test vectors of RFC 9474, appendix A, for the variants with a salt of 48 bytes. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { blindSign, isPass } from "../../src/voting/blind-signature.ts";

type Vector = Record<"name" | "p" | "q" | "n" | "e" | "d" | "input_msg" | "inv" | "blinded_msg" | "blind_sig" | "sig", string>;
const vectors = JSON.parse(readFileSync(new URL("./rfc9474-vectors.json", import.meta.url), "utf8")) as Vector[];

const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/^0x/, "").padStart(hex.length + (hex.length % 2), "0"), "hex");
const number = (hex: string): bigint => BigInt(`0x${hex.replace(/^0x/, "")}`);
const b64 = (value: bigint): string => bytes(value.toString(16)).toString("base64url");

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}

function keysOf(vector: Vector): { privateKey: KeyObject; publicKey: KeyObject } {
  const [p, q, n, e, d] = [vector.p, vector.q, vector.n, vector.e, vector.d].map(number) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const crt = { dp: b64(d % (p - 1n)), dq: b64(d % (q - 1n)), qi: b64(inverse(q, p)) };
  const jwk = { kty: "RSA", n: b64(n), e: b64(e), d: b64(d), p: b64(p), q: b64(q), ...crt };
  const privateKey = createPrivateKey({ key: jwk, format: "jwk" });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

describe.each(vectors)("$name", (vector) => {
  const { privateKey, publicKey } = keysOf(vector);

  test("the blind signature is the one of the standard", () => {
    expect(blindSign(privateKey, publicKey, bytes(vector.blinded_msg))?.toString("hex")).toBe(
      bytes(vector.blind_sig).toString("hex"),
    );
  });

  test("with the blinding taken off it is the standard's signature", () => {
    const plain = (number(vector.blind_sig) * number(vector.inv)) % number(vector.n);
    expect(plain).toBe(number(vector.sig));
  });

  test("the signature is a valid pass over the message, and over no other", async () => {
    expect(await isPass(publicKey, bytes(vector.input_msg), bytes(vector.sig))).toBe(true);
    expect(await isPass(publicKey, randomBytes(32), bytes(vector.sig))).toBe(false);
    const changed = bytes(vector.sig);
    changed.writeUInt8(changed.readUInt8(9) ^ 1, 9);
    expect(await isPass(publicKey, bytes(vector.input_msg), changed)).toBe(false);
  });
});

test("the two variants are there", () => {
  expect(vectors.map(({ name }) => name)).toEqual(["RSABSSA-SHA384-PSS-Randomized", "RSABSSA-SHA384-PSS-Deterministic"]);
});

test("a message of another length, or not smaller than the modulus, is not signed", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  for (const message of [Buffer.alloc(0), Buffer.alloc(255, 1), Buffer.alloc(257, 1), Buffer.alloc(256, 255)])
    expect(blindSign(privateKey, publicKey, message)).toBeNull();
  expect(await isPass(publicKey, randomBytes(32), randomBytes(255))).toBe(false);
});
