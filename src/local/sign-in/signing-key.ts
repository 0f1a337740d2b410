/** The key with which the local Entra signs. Kept in the local folder, so that tokens survive a restart. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  /** What everybody may see. */
  publicJwk: JWK;
}

const fileName = "signing-key.json";

/** Reads the key in `folder`, or makes one there, readable for its owner only. A file that is no key is replaced. */
export async function signingKey(folder: string): Promise<SigningKey> {
  const path = join(folder, fileName);
  const kept = await readFile(path, "utf8").then(fromText, () => undefined);
  if (kept) return kept;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  await mkdir(folder, { recursive: true });
  // Written beside and moved: a start that is killed halfway leaves no half key.
  await writeFile(`${path}.new`, JSON.stringify(jwk), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return fromJwk(jwk);
}

async function fromText(text: string): Promise<SigningKey | undefined> {
  try {
    return await fromJwk(JSON.parse(text) as JWK);
  } catch {
    return undefined;
  }
}

async function fromJwk(jwk: JWK): Promise<SigningKey> {
  const { kty, n, e } = jwk;
  if (kty !== "RSA" || !n || !e || !jwk.d) throw new Error("This is no RSA key.");
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const publicJwk: JWK = { kty, n, e, kid, use: "sig", alg: "RS256" };
  return {
    kid,
    privateKey: (await importJWK({ ...jwk, alg: "RS256" }, "RS256")) as CryptoKey,
    publicKey: (await importJWK(publicJwk, "RS256")) as CryptoKey,
    publicJwk,
  };
}
