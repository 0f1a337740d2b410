/**
 * The voting pass of level 2: a blind signature (RFC 9474, RSABSSA-SHA384-PSS-Deterministic) over the caster. The server signs what
 * it cannot read; only this device can take the blinding off.
 */
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { base64urlOf, bytesOf } from "./base64url.ts";
import { casterOf } from "./slip.ts";

/** RSA public key in base64url, as in the poll's definition. */
export interface PassKey {
  n: string;
  e: string;
}

/** To be kept before the server is asked: asking again must be with the very same message, or the pass is lost. */
export interface BlindedAsk {
  /** What the server signs, base64url. */
  blinded: string;
  /** What takes the blinding off, base64url; never leaves the device. */
  inverse: string;
}

const suite = RSABSSA.SHA384.PSS.Deterministic();

const keyOf = ({ n, e }: PassKey): Promise<CryptoKey> =>
  crypto.subtle.importKey("jwk", { kty: "RSA", n, e, ext: true }, { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);

/** Takes a tenth of a second or so on a phone. */
export async function blindAsk(seed: string, passKey: PassKey): Promise<BlindedAsk> {
  const { blindedMsg, inv } = await suite.blind(await keyOf(passKey), suite.prepare(casterOf(seed)));
  return { blinded: base64urlOf(blindedMsg), inverse: base64urlOf(inv) };
}

/** The pass, base64url. Throws when what the server gave is no signature of this poll over this seed's caster. */
export async function finishPass(seed: string, passKey: PassKey, ask: BlindedAsk, blindSignature: string): Promise<string> {
  const bytes = Math.floor((passKey.n.length * 3) / 4);
  const pass = await suite.finalize(
    await keyOf(passKey),
    suite.prepare(casterOf(seed)),
    bytesOf(blindSignature, bytes),
    bytesOf(ask.inverse, bytes),
  );
  return base64urlOf(pass);
}

/** Whether a pass that came from elsewhere (a code, another device) is one for this seed. */
export async function isPassFor(seed: string, passKey: PassKey, pass: string): Promise<boolean> {
  try {
    const bytes = Math.floor((passKey.n.length * 3) / 4);
    return await suite.verify(await keyOf(passKey), bytesOf(pass, bytes), suite.prepare(casterOf(seed)));
  } catch {
    return false;
  }
}
