import { createHash, randomBytes, randomUUID } from "node:crypto";

/** A new identifier for a row: random, so it tells nothing of order or time. */
export function newId(): string {
  return randomUUID();
}

/** A secret for a link, a session or a ballot: 128 random bits as 22 base64url characters. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

/** What is stored of a secret: SHA-256, hexadecimal. A reader of the database cannot use it. */
export function fingerprint(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
