/**
 * Blinding a message for a voting pass (RFC 9474, section 4.2) with the random values drawn from the device's seed, so that another device
 * with the same seed asks the very same thing and gets the very same pass. For who does not know the seed they are random all the same.
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha384, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

const saltBytes = 48;
const hashBytes = 48;

/** Takes the seed's 32 bytes, the message, and the RSA modulus with its exponent; gives what the server signs and what takes the blinding off. */
export function blind(
  seed: Uint8Array,
  message: Uint8Array,
  modulus: Uint8Array,
  exponent: Uint8Array,
): { blinded: Uint8Array; inverse: Uint8Array } {
  const n = numberOf(modulus);
  const random = (use: string, bytes: number) => hkdf(sha512, seed, modulus, utf8ToBytes(`kernplein-pass-${use}-v1`), bytes);
  const encoded = numberOf(pssEncoded(message, n.toString(2).length - 1, random("salt", saltBytes)));
  // 16 bytes more than the modulus: what is left of the division favours no number by more than 2^-128.
  const factor = (numberOf(random("factor", modulus.length + 16)) % (n - 1n)) + 1n;
  const blinded = (encoded * power(factor, numberOf(exponent), n)) % n;
  return { blinded: bytesOfNumber(blinded, modulus.length), inverse: bytesOfNumber(inverseOf(factor, n), modulus.length) };
}

/** EMSA-PSS-ENCODE of RFC 8017, section 9.1.1, with SHA-384 and MGF1-SHA-384. */
function pssEncoded(message: Uint8Array, bits: number, salt: Uint8Array): Uint8Array {
  const length = Math.ceil(bits / 8);
  const hash = sha384(concatBytes(new Uint8Array(8), sha384(message), salt));
  const block = concatBytes(new Uint8Array(length - saltBytes - hashBytes - 2), Uint8Array.of(1), salt);
  const mask = maskOf(hash, block.length);
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concatBytes(masked, hash, Uint8Array.of(0xbc));
}

/** MGF1 of RFC 8017, appendix B.2.1. */
function maskOf(seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / hashBytes) }, (_, count) =>
    sha384(concatBytes(seed, Uint8Array.of(0, 0, count >> 8, count & 255))),
  );
  return concatBytes(...blocks).slice(0, length);
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${bytesToHex(bytes)}`);
const bytesOfNumber = (number: bigint, length: number): Uint8Array => hexToBytes(number.toString(16).padStart(length * 2, "0"));

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let [result, square] = [1n, base % n];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}

/** By Euclid's extended algorithm. Throws where there is none: then the number shares a factor with the modulus, which nobody meets. */
function inverseOf(number: bigint, n: bigint): bigint {
  let [r, next] = [n, number];
  let [t, following] = [0n, 1n];
  while (next > 0n) {
    const times = r / next;
    [r, next] = [next, r - times * next];
    [t, following] = [following, t - times * following];
  }
  if (r !== 1n) throw new RangeError("This number has no inverse.");
  return t < 0n ? t + n : t;
}
