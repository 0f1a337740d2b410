/** The spellings of docs/ballot-format.md, section 1: each value has one, every other is refused. */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { type Canonical, canonicalJson } from "../voting/counting/canonical.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values = new Map([...letters].map((letter, value) => [letter, value]));

/** Takes base64url without padding (RFC 4648 section 5). Null for any other text, also when unused bits at the end are not 0. */
export function bytesOfBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [held, bits, at] = [0, 0, 0];
  for (const letter of text) {
    const value = values.get(letter);
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  return bits < 6 && (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}

/** SHA-256 of a thing's canonical JSON. */
export const hashOf = (thing: Canonical): Uint8Array => sha256(utf8ToBytes(canonicalJson(thing)));

/** What is signed or hashed of a thing of this kind, as bytes. */
export function signingText(
  kind: "ballot" | "receipt" | "head" | "extension" | "paper" | "result",
  thing: Canonical,
): Uint8Array {
  return utf8ToBytes(`kernplein-${kind}-v1\n${canonicalJson(thing)}`);
}
