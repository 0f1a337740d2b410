/** The appendix of docs/ballot-format.md, read from the document itself; RFC 9162 trees; RFC 9474 signatures. */
import { constants, createHash, createPublicKey, generateKeyPairSync, type KeyObject, privateDecrypt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bytesOfBase64url } from "../../src/verifier/encode.ts";
import { isSigned, passJudge } from "../../src/verifier/signatures.ts";
import { commitmentOf, keyFits, numberOf, readNumber, type Slip } from "../../src/verifier/slip.ts";
import { GrowingTree } from "../../src/verifier/tree.ts";
import { makeDevice, treeRoot } from "../support/make-export.ts";
import { pssDeterministic } from "./rfc9474.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

interface Appendix {
  poll: string;
  chain: { seed: string; link999: string; caster: string };
  slip: Slip;
  commitment: string;
  number: string;
  roots: string[];
  leaves: string[];
  receipt: { publicKey: string; signature: string };
}

async function appendix(): Promise<Appendix> {
  const document = await readFile(new URL("../../docs/ballot-format.md", import.meta.url), "utf8");
  return JSON.parse(/```json\n(\{[\s\S]*?\n\})\n```/.exec(document)?.[1] ?? "null") as Appendix;
}

test("the document's vectors come out: chain, commitment, number, receipt", async () => {
  const { poll, chain, slip, commitment, number, receipt } = await appendix();
  let link = Buffer.from(chain.seed, "base64url");
  for (let step = 0; step < 999; step++) link = createHash("sha256").update(link).digest();
  expect(link.toString("base64url")).toBe(chain.link999);
  expect(createHash("sha256").update(link).digest("base64url")).toBe(chain.caster);
  expect(slip.caster).toBe(chain.caster);
  expect(keyFits(slip)).toBe(true);
  expect(commitmentOf(poll, slip)).toBe(commitment);
  expect(numberOf(commitment)).toBe(number);
  expect(isSigned(receipt.publicKey, "receipt", { poll, commitment }, receipt.signature)).toBe(true);
});

test("the document's trees come out at every size, and agree with RFC 9162 as it is written", async () => {
  const { leaves, roots } = await appendix();
  const tree = new GrowingTree();
  const found = [hex(tree.root())];
  for (const leaf of leaves) {
    tree.add(Buffer.from(leaf, "hex"));
    found.push(hex(tree.root()));
  }
  expect(found).toEqual(roots);
  expect(roots).toEqual(roots.map((_, size) => hex(treeRoot(leaves.slice(0, size).map((leaf) => Buffer.from(leaf, "hex"))))));
});

test("a tree that grows leaf by leaf has the root of RFC 9162 at every size", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 }), (leaves) => {
      const tree = new GrowingTree();
      for (const leaf of leaves) tree.add(leaf);
      expect(hex(tree.root())).toBe(hex(treeRoot(leaves.map((leaf) => Buffer.from(leaf)))));
    }),
  );
});

test("base64url has one spelling: what is written reads back, and no other text gives the same bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat(), fc.constantFrom(..."ABZaz09-_=+/ "), (bytes, at, sign) => {
      const text = Buffer.from(bytes).toString("base64url");
      expect(bytesOfBase64url(text)).toEqual(new Uint8Array(bytes));
      const place = at % (text.length + 1);
      const changed = text.slice(0, place) + sign + text.slice(place + 1);
      if (changed !== text) expect(bytesOfBase64url(changed)).not.toEqual(new Uint8Array(bytes));
    }),
  );
});

test("a number is read however it is typed", () => {
  expect(readNumber(" k7qf 2mxp-9d4a ")).toBe("K7QF-2MXP-9D4A");
  expect(readNumber("OIL0-0000-0000")).toBe("0110-0000-0000");
  expect([readNumber("K7QF-2MXP"), readNumber("K7QF-2MXP-9D4U")]).toEqual([null, null]);
});

test("a key of one version fits that version alone", () => {
  const { caster, key } = makeDevice("x");
  for (const version of [1, 2, 500, 999])
    expect([version - 1, version, version + 1].map((each) => keyFits({ caster, key: key(version), version: each }))).toEqual([
      false,
      true,
      false,
    ]);
});

test("the signature of RFC 9474, appendix A.3 (RSABSSA-SHA384-PSS-Deterministic) is valid, and no changed one", async () => {
  const { n, e, msg, sig } = pssDeterministic;
  const b64url = (text: string) => Buffer.from(text, "hex").toString("base64url");
  const judge = await passJudge({ n: b64url(n), e: b64url(e) });
  const message = new Uint8Array(Buffer.from(msg, "hex"));
  const signature = new Uint8Array(Buffer.from(sig, "hex"));
  expect(await judge?.(message, signature)).toBe(true);
  await fc.assert(
    fc.asyncProperty(fc.nat(signature.length * 8 - 1), async (bit) => {
      const changed = signature.with(bit >> 3, (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
      expect(await judge?.(message, changed)).toBe(false);
    }),
    { numRuns: 50 },
  );
});

/** Raw RSA: what the signer does with a blinded message. */
const rawSign = (key: KeyObject, blinded: Uint8Array): Uint8Array =>
  privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);

test("a pass signed blinded, by a signer who never saw the caster, is valid for that caster alone", async () => {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = pair.publicKey.export({ format: "jwk" });
  const publicKey = await crypto.subtle.importKey(
    "spki",
    createPublicKey(pair.privateKey).export({ type: "spki", format: "der" }),
    { name: "RSA-PSS", hash: "SHA-384" },
    true,
    ["verify"],
  );
  const caster = new Uint8Array(Buffer.from(makeDevice("blind").caster, "base64url"));
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const { blindedMsg, inv } = await suite.blind(publicKey, caster);
  const signature = new Uint8Array(
    await suite.finalize(publicKey, caster, new Uint8Array(rawSign(pair.privateKey, blindedMsg)), inv),
  );
  const judge = await passJudge({ n: jwk.n ?? "", e: jwk.e ?? "" });
  expect(await judge?.(caster, signature)).toBe(true);
  expect(await judge?.(caster.with(0, (caster[0] ?? 0) ^ 1), signature)).toBe(false);
});
