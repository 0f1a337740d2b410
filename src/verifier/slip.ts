/** A slip's fingerprint, its number and its chain of keys: docs/ballot-format.md, sections 4 and 5. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Choice } from "../voting/counting/poll.ts";
import { bytesOfBase64url, signingText } from "./encode.ts";

export interface Slip {
  caster: string;
  version: number;
  key: string;
  salt: string;
  choice: Choice;
}

/** Hex SHA-256. `poll` is the poll's id. */
export function commitmentOf(poll: string, { caster, version, key, salt, choice }: Slip): string {
  return bytesToHex(sha256(signingText("ballot", { poll, caster, version, key, salt, choice })));
}

/** Whether hashing the key `version` times gives the caster. */
export function keyFits({ caster, version, key }: Pick<Slip, "caster" | "version" | "key">): boolean {
  let link: Uint8Array | null = bytesOfBase64url(key);
  const end = bytesOfBase64url(caster);
  if (!link || !end) return false;
  for (let step = 0; step < version; step++) link = sha256(link);
  return bytesToHex(link) === bytesToHex(end);
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The number a voter keeps (*stembewijs*) for a commitment in hex: `K7QF-2MXP-9D4A`. */
export function numberOf(commitment: string): string {
  const bits = BigInt(`0x${commitment.slice(0, 15)}`);
  const signs = Array.from({ length: 12 }, (_, at) => alphabet[Number((bits >> BigInt(55 - 5 * at)) & 31n)] ?? "");
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].map((group) => group.join("")).join("-");
}

/** A number as somebody typed it, in its one spelling; null when it cannot be one. */
export function readNumber(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (signs.length !== 12 || [...signs].some((sign) => !alphabet.includes(sign))) return null;
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`;
}
