/** Fingerprints and signatures of docs/ballot-format.md, sections 1, 4, 5 and 6. */
import { createHash, createPublicKey, hash, type KeyObject, sign, timingSafeEqual, verify } from "node:crypto";
import { promisify } from "node:util";
import { type Canonical, canonicalJson } from "./counting/canonical.ts";
import type { Choice } from "./counting/poll.ts";

const signAside = promisify(sign);

export type SignedKind = "ballot" | "receipt" | "head" | "extension" | "paper" | "result";

/** What is hashed or signed of a thing. */
export function signingText(kind: SignedKind, thing: Canonical): string {
  return `kernplein-${kind}-v1\n${canonicalJson(thing)}`;
}

/** Ed25519, b64url. */
export function signed(kind: SignedKind, thing: Canonical, key: KeyObject): string {
  return sign(null, Buffer.from(signingText(kind, thing)), key).toString("base64url");
}

/** The same, made on another thread while this one goes on. */
export async function signedAside(kind: SignedKind, thing: Canonical, key: KeyObject): Promise<string> {
  return (await signAside(null, Buffer.from(signingText(kind, thing)), key)).toString("base64url");
}

/** `publicKey`: 32 bytes, b64url. False for anything that is no signature of it. */
export function isSigned(kind: SignedKind, thing: Canonical, signature: string, publicKey: string): boolean {
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
  return verify(null, Buffer.from(signingText(kind, thing)), key, Buffer.from(signature, "base64url"));
}

/** A filled-in ballot as a device made it; bytes as b64url. */
export interface Slip {
  poll: string;
  caster: string;
  version: number;
  key: string;
  salt: string;
  choice: Choice;
}

/** Hex SHA-256 of the slip's signing text. Everything beside the slip's own keys is left out. */
export function commitmentOf({ poll, caster, version, key, salt, choice }: Slip): string {
  return hash("sha256", signingText("ballot", { poll, caster, version, key, salt, choice } as Canonical), "hex");
}

/** Whether the key of this version is in the chain that ends in the caster. Section 4. */
export function keyFits({ caster, version, key }: Pick<Slip, "caster" | "version" | "key">): boolean {
  let link: Buffer = Buffer.from(key, "base64url");
  for (let step = 0; step < version; step++) link = hash("sha256", link, "buffer");
  const wanted = Buffer.from(caster, "base64url");
  return link.length === wanted.length && timingSafeEqual(link, wanted);
}

/** Whether base64url is spelt in its one way: no stray bits at the end. */
export function isExactBase64url(text: string): boolean {
  return Buffer.from(text, "base64url").toString("base64url") === text;
}

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const made = createHash("sha256");
  for (const part of parts) made.update(part);
  return made.digest();
}
