/** Seals what must not lie open in the database (private keys), under a secret that only the deployment has. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

export interface Vault {
  /** AES-256-GCM; `bound` names what is sealed ("poll-sign-key <poll>"), and must be the same when it is opened. */
  seal(bytes: Uint8Array, bound: string): Buffer;
  /** Throws when sealed under another secret or another name, or changed since. */
  open(sealed: Uint8Array, bound: string): Buffer;
  /** HMAC-SHA256, 32 bytes: whoever has the database but not the secret cannot try out what may stand behind it. */
  fingerprint(text: string, bound: string): Buffer;
}

const nonceBytes = 12;
const tagBytes = 16;

/** `secret`: at least 32 characters that cannot be guessed. */
export function makeVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "kernplein-vault-v1", 32));
  const fingerprintKey = Buffer.from(hkdfSync("sha256", secret, "", "kernplein-fingerprint-v1", 32));
  return {
    seal(bytes, bound) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      cipher.setAAD(Buffer.from(bound));
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, bound) {
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes));
      decipher.setAAD(Buffer.from(bound));
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
    },
    fingerprint: (text, bound) => createHmac("sha256", fingerprintKey).update(`${bound}\n${text}`).digest(),
  };
}
