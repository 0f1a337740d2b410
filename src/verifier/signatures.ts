/** The two kinds of signature: Ed25519 (RFC 8032) of the poll's key, and RSA passes (RFC 9474). */
import { ed25519 } from "@noble/curves/ed25519.js";
import type { Canonical } from "../voting/counting/canonical.ts";
import { bytesOfBase64url, signingText } from "./encode.ts";

/** Whether `signature` (b64url) by `signKey` (b64url) fits the signing text of this thing. By the strict rules of RFC 8032. */
export function isSigned(
  signKey: string,
  kind: Exclude<Parameters<typeof signingText>[0], "ballot">,
  thing: Canonical,
  signature: string,
): boolean {
  const [key, bytes] = [bytesOfBase64url(signKey), bytesOfBase64url(signature)];
  if (key?.length !== 32 || bytes?.length !== 64) return false;
  try {
    return ed25519.verify(bytes, signingText(kind, thing), key, { zip215: false });
  } catch {
    // The key is no point of the curve.
    return false;
  }
}

export type PassJudge = (message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;

/**
 * Judges RSABSSA-SHA384-PSS signatures (RFC 9474, section 5): RSASSA-PSS with SHA-384, MGF1-SHA-384, salt of 48 bytes. Takes the public key,
 * b64url. Null when this is no RSA key.
 */
export async function passJudge({ n, e }: { n: string; e: string }): Promise<PassJudge | null> {
  try {
    const key = await crypto.subtle.importKey("jwk", { kty: "RSA", n, e }, { name: "RSA-PSS", hash: "SHA-384" }, false, [
      "verify",
    ]);
    return (message, signature) => crypto.subtle.verify({ name: "RSA-PSS", saltLength: 48 }, key, signature, message);
  } catch {
    return null;
  }
}
