/** What this device keeps of one poll, and how it changes. Pure; where it is kept is outside (kit/device-memory.ts). */
import type { Choice } from "../../voting/contract.ts";
import { type Chance, chance, fingerprintOf, makeSeed, makeSlip, type Slip } from "./slip.ts";

/** A slip the server has: its number, and the receipt that proves it. Not what was chosen, so that nobody reads it here. */
export interface KeptReceipt {
  version: number;
  commitment: string;
  /** `K7QF-2MXP-9D4A` */
  number: string;
  receipt: string;
}

export interface KeptBallot {
  seed: string;
  /** Highest version used, whether the server answered or not. */
  version: number;
  /** A slip that was sent and not yet answered; the very same one goes again. */
  unsent: Slip | null;
  receipts: KeptReceipt[];
  /** Level 2: the voting pass, once it is there. */
  pass: string | null;
}

export function newBallot(random: Chance = chance): KeptBallot {
  return ballotFrom(makeSeed(random));
}

/** A ballot that goes on from another device's seed: what that device has cast is found out when this one casts. */
export function ballotFrom(seed: string): KeptBallot {
  return { seed, version: 0, unsent: null, receipts: [], pass: null };
}

/** A slip for this choice, to be kept before it is sent: the one under way when it says the same, otherwise the next version. */
export function withSlip(kept: KeptBallot, choice: Choice, random: Chance = chance): KeptBallot & { unsent: Slip } {
  const { unsent } = kept;
  if (unsent && JSON.stringify(unsent.choice) === JSON.stringify(choice)) return { ...kept, unsent };
  const version = kept.version + 1;
  return { ...kept, version, unsent: makeSlip(kept.seed, version, choice, random) };
}

/** The server has the slip under way. */
export function withReceipt(kept: KeptBallot, poll: string, receipt: string): KeptBallot {
  const { unsent } = kept;
  if (!unsent) return kept;
  const made = { version: unsent.version, ...fingerprintOf(poll, unsent), receipt };
  const others = kept.receipts.filter(({ version }) => version !== made.version);
  return { ...kept, unsent: null, receipts: [...others, made] };
}

/** The server has a higher version of this caster (another device with the same pass): the slip goes again under a higher one. */
export function afterHighest(kept: KeptBallot, highest: number, random: Chance = chance): KeptBallot {
  const { unsent } = kept;
  if (!unsent) return { ...kept, version: Math.max(kept.version, highest) };
  const version = Math.max(kept.version, highest) + 1;
  return { ...kept, version, unsent: makeSlip(kept.seed, version, unsent.choice, random) };
}

/** The server does not want the slip under way. */
export function withoutSlip(kept: KeptBallot): KeptBallot {
  return { ...kept, unsent: null };
}

const isText = (value: unknown): value is string => typeof value === "string";
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** A kept ballot out of the device's memory; null for anything else. */
export function readKept(text: string | null): KeptBallot | null {
  if (!text) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read)) return null;
    const { seed, version, unsent, receipts, pass } = read;
    if (!isText(seed) || !/^[A-Za-z0-9_-]{43}$/.test(seed) || !Number.isInteger(version) || !Array.isArray(receipts)) return null;
    return {
      seed,
      version: Number(version),
      unsent: isSlip(unsent) ? unsent : null,
      receipts: receipts.filter(isKeptReceipt),
      pass: isText(pass) ? pass : null,
    };
  } catch {
    return null;
  }
}

function isSlip(value: unknown): value is Slip {
  if (!isRecord(value)) return false;
  return (
    isText(value["caster"]) &&
    isText(value["key"]) &&
    isText(value["salt"]) &&
    Number.isInteger(value["version"]) &&
    isRecord(value["choice"])
  );
}

function isKeptReceipt(value: unknown): value is KeptReceipt {
  if (!isRecord(value)) return false;
  return isText(value["commitment"]) && isText(value["number"]) && isText(value["receipt"]) && Number.isInteger(value["version"]);
}
