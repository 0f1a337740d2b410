/** The voting pass: RSABSSA-SHA384-PSS-Deterministic (RFC 9474), with Node's own RSA. docs/ballot-format.md, section 5. */
import { constants, type KeyObject, privateDecrypt, publicEncrypt, timingSafeEqual, verify } from "node:crypto";
import { promisify } from "node:util";

const verifyAside = promisify(verify);
const raw = { padding: constants.RSA_NO_PADDING };
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };

const modulusBytes = (key: KeyObject): number => (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;

/**
 * RFC 9474, section 4.3: signs a blinded message without learning what it is. The private operation is OpenSSL's, which blinds it against
 * timing. Gives null for a message that is not as long as the modulus or not smaller than it; throws when the signature does not
 * verify (a fault in the computation would give the key away).
 */
export function blindSign(privateKey: KeyObject, publicKey: KeyObject, blinded: Uint8Array): Buffer | null {
  if (blinded.length !== modulusBytes(publicKey)) return null;
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key: privateKey, ...raw }, blinded);
  } catch {
    return null;
  }
  const back = publicEncrypt({ key: publicKey, ...raw }, signature);
  if (back.length !== blinded.length || !timingSafeEqual(back, blinded))
    throw new Error("A blind signature came out wrong; it is not given out.");
  return signature;
}

/**
 * Whether this pass is the municipality's signature over the caster (32 bytes). RSASSA-PSS, SHA-384, salt of 48 bytes. Found out on
 * another thread: it is most of the work of a ballot.
 */
export function isPass(publicKey: KeyObject, caster: Uint8Array, pass: Uint8Array): Promise<boolean> {
  // The key carries its own options: finding out that an object around it is no key takes Node as long as the check itself.
  return verifyAside("sha384", caster, Object.assign(publicKey, pss), pass);
}
