/** Bytes as base64url without padding (RFC 4648 section 5), the same in every browser. */
import { bytesOfBase64url } from "../../verifier/encode.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function base64urlOf(bytes: Uint8Array): string {
  let text = "";
  for (let bit = 0; bit < bytes.length * 8; bit += 6) {
    const at = bit >> 3;
    const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    text += alphabet[(pair >> (10 - (bit & 7))) & 63];
  }
  return text;
}

/** Refuses what is no base64url of so many bytes. */
export function bytesOf(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = bytesOfBase64url(text);
  if (bytes?.length !== length) throw new RangeError(`${length} bytes were expected`);
  return bytes;
}
