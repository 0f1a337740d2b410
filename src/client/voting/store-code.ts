/**
 * The store code (*bewaarcode*): the device's seed of one poll in 56 letters and digits, to go on with on another device. Pure. Crockford's
 * base32, as the number of a vote: the 32 bytes in 52 characters, then 4 that find a typing error (20 bits: one in a million passes).
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { base64urlOf, bytesOf } from "./base64url.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const seedCharacters = 52;
const checkCharacters = 4;

/** Takes the seed (b64url, 32 bytes); gives groups of four with hyphens. The check characters belong to this poll alone. */
export function storeCodeOf(poll: string, seed: string): string {
  const bytes = bytesOf(seed, 32);
  const code = spelled(bytes, seedCharacters) + checkOf(poll, bytes);
  return (code.match(/.{4}/g) ?? []).join("-");
}

/** The seed in a code as somebody typed it, small letters, spaces and O for 0 included; null when it is none of this poll. */
export function readStoreCode(poll: string, typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (code.length !== seedCharacters + checkCharacters) return null;
  const bytes = read(code.slice(0, seedCharacters));
  return bytes && checkOf(poll, bytes) === code.slice(seedCharacters) ? base64urlOf(bytes) : null;
}

function checkOf(poll: string, seed: Uint8Array): string {
  return spelled(sha256(concatBytes(utf8ToBytes(`kernplein-store-code-v1\n${poll}\n`), seed)), checkCharacters);
}

/** The first characters of these bytes; bits that are missing at the end are 0. */
function spelled(bytes: Uint8Array, characters: number): string {
  return Array.from({ length: characters }, (_, at) => {
    const bit = at * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return alphabet[(pair >> (11 - (bit & 7))) & 31];
  }).join("");
}

function read(code: string): Uint8Array | null {
  const bytes = new Uint8Array(32);
  let [held, bits, at] = [0, 0, 0];
  for (const sign of code) {
    const value = alphabet.indexOf(sign);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}
