/** The keys of one poll: made at the opening, sealed in the database, destroyed when their work is done. */
import { createPrivateKey, createPublicKey, generateKeyPair, generateKeyPairSync, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Vault } from "../shared/vault.ts";
import type { PollDefinition } from "./counting/poll.ts";

export interface PublicKeys {
  signKey: PollDefinition["signKey"];
  passKey: PollDefinition["passKey"];
}

/** What is stored: private halves sealed. */
export interface SealedKeys {
  signPrivate: Buffer;
  passPrivate: Buffer | null;
}

const signName = (poll: string) => `poll-sign-key ${poll}`;
const passName = (poll: string) => `poll-pass-key ${poll}`;
const der = { type: "pkcs8", format: "der" } as const;

/** Level 2 makes an RSA key of 2048 bits besides, off the main thread; it takes a good part of a second. */
export async function makePollKeys(poll: string, level: 1 | 2, vault: Vault): Promise<PublicKeys & SealedKeys> {
  const sign = generateKeyPairSync("ed25519");
  const pass = level === 2 ? await promisify(generateKeyPair)("rsa", { modulusLength: 2048 }) : null;
  const passKey = pass?.publicKey.export({ format: "jwk" });
  return {
    signKey: sign.publicKey.export({ format: "jwk" }).x ?? "",
    passKey: passKey ? { n: passKey.n ?? "", e: passKey.e ?? "" } : null,
    signPrivate: vault.seal(sign.privateKey.export(der), signName(poll)),
    passPrivate: pass && vault.seal(pass.privateKey.export(der), passName(poll)),
  };
}

export function openSignKey(poll: string, sealed: Uint8Array, vault: Vault): KeyObject {
  return createPrivateKey({ key: vault.open(sealed, signName(poll)), ...der });
}

export function openPassKey(poll: string, sealed: Uint8Array, vault: Vault): KeyObject {
  return createPrivateKey({ key: vault.open(sealed, passName(poll)), ...der });
}

/** `n` and `e` in base64url, as in a JWK (RFC 7518, 6.3.1). */
export function publicPassKey({ n, e }: { n: string; e: string }): KeyObject {
  return createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" });
}
