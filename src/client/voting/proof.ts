/** Characters of base64url, RFC 4648 section 5. */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** 16 bytes as 22 characters of base64url, without padding. Refuses any other number of bytes. */
export function proofOf(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError(`A proof has 16 bytes, not ${bytes.length}`);
  let proof = "";
  for (let bit = 0; bit < 128; bit += 6) {
    const at = bit >> 3;
    const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    proof += alphabet[(pair >> (10 - (bit & 7))) & 63];
  }
  return proof;
}

/** The secret that goes with one voter's ballot: 128 random bits, made on this device before the ballot is first sent. */
export function makeProof(): string {
  return proofOf(crypto.getRandomValues(new Uint8Array(16)));
}
