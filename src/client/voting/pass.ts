/**
 * The voting pass of level 2: a blind signature (RFC 9474, RSABSSA-SHA384-PSS-Deterministic) over the caster. The server signs what
 * it cannot read; only this device can take the blinding off.
 */
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { base64urlOf, bytesOf } from "./base64url.ts";
import { blind } from "./blinding.ts";
import { casterOf } from "./slip.ts";

/** RSA public key in base64url, as in the poll's definition. */
export interface PassKey {
  n: string;
  e: string;
}

/** The same for the same seed and key, on whatever device. */
export interface BlindedAsk {
  /** What the server signs, base64url. */
  blinded: string;
  /** What takes the blinding off, base64url; never leaves the device. */
  inverse: string;
}

const suite = RSABSSA.SHA384.PSS.Deterministic();

const bytesIn = (text: string): number => Math.floor((text.length * 3) / 4);

const keyOf = ({ n, e }: PassKey): Promise<CryptoKey> =>
  crypto.subtle.importKey("jwk", { kty: "RSA", n, e, ext: true }, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);

/** Asked again, on this device or with the store code on another, it is the very same question and gives the same pass. */
export function blindAsk(seed: string, { n, e }: PassKey): BlindedAsk {
  const { blinded, inverse } = blind(bytesOf(seed, 32), casterOf(seed), bytesOf(n, bytesIn(n)), bytesOf(e, bytesIn(e)));
  return { blinded: base64urlOf(blinded), inverse: base64urlOf(inverse) };
}

/** The pass, base64url. Throws when what the server gave is no signature of this poll over this seed's caster. */
export async function finishPass(seed: string, passKey: PassKey, ask: BlindedAsk, blindSignature: string): Promise<string> {
  const bytes = bytesIn(passKey.n);
  const pass = await suite.finalize(
    await keyOf(passKey),
    suite.prepare(casterOf(seed)),
    bytesOf(blindSignature, bytes),
    bytesOf(ask.inverse, bytes),
  );
  return base64urlOf(pass);
}
