/**
 * A ballot as this device makes it: docs/ballot-format.md, sections 4 to 6. Pure; chance is handed in. The seed is the one secret: who has
 * it can replace this voter's slips, and at level 2 it is what the voting pass was made out to.
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { signingText } from "../../verifier/encode.ts";
import { commitmentOf, numberOf } from "../../verifier/slip.ts";
import type { Choice } from "../../voting/contract.ts";
import { base64urlOf, bytesOf } from "./base64url.ts";

export interface Slip {
  caster: string;
  version: number;
  key: string;
  salt: string;
  choice: Choice;
}

const seedBytes = 32;
const saltBytes = 16;
const chainLength = 1000;
export const mostVersions = chainLength - 1;

export type Chance = (bytes: number) => Uint8Array;

/** The browser's own. */
export const chance: Chance = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

/** 32 random bytes, base64url. */
export function makeSeed(random: Chance = chance): string {
  return base64urlOf(random(seedBytes));
}

function link(seed: string, steps: number): Uint8Array {
  let at: Uint8Array = bytesOf(seed, seedBytes);
  for (let step = 0; step < steps; step++) at = sha256(at);
  return at;
}

/** By which the box knows which slips replace one another; 32 bytes. */
export function casterOf(seed: string): Uint8Array {
  return link(seed, chainLength);
}

/** The slip of this version, 1 to 999. Refuses any other. */
export function makeSlip(seed: string, version: number, choice: Choice, random: Chance = chance): Slip {
  if (!Number.isInteger(version) || version < 1 || version > mostVersions)
    throw new RangeError(`A slip has a version from 1 to ${mostVersions}, not ${version}`);
  const key = link(seed, chainLength - version);
  let caster = key;
  for (let step = 0; step < version; step++) caster = sha256(caster);
  return {
    caster: base64urlOf(caster),
    version,
    key: base64urlOf(key),
    salt: base64urlOf(random(saltBytes)),
    choice,
  };
}

/** The slip's fingerprint (hex) and the number a voter keeps of it (`K7QF-2MXP-9D4A`). */
export function fingerprintOf(poll: string, slip: Slip): { commitment: string; number: string } {
  const commitment = commitmentOf(poll, slip);
  return { commitment, number: numberOf(commitment) };
}

/** Whether the server's receipt for this commitment is the poll's own signature. `signKey` and `receipt` in base64url. */
export function isReceipt(poll: string, commitment: string, receipt: string, signKey: string): boolean {
  try {
    return ed25519.verify(bytesOf(receipt, 64), signingText("receipt", { poll, commitment }), bytesOf(signKey, 32));
  } catch {
    return false;
  }
}
