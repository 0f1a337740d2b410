/** The receipts that this device keeps of a poll: what the server promised when a ballot was cast. */
import type { KeptReceipt } from "../../verifier/index.ts";
import { remember, remembered } from "../kit/device-memory.ts";

const memoryOf = (poll: string): string => `ontvangst.${poll}`;

/** Anything else that stands there is left aside. */
export function keptReceipts(poll: string): KeptReceipt[] {
  try {
    const kept: unknown = JSON.parse(remembered(memoryOf(poll)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isReceipt) : [];
  } catch {
    return [];
  }
}

/** Adds one; earlier ones stay, also when a later ballot replaces theirs. True when it was really kept. */
export function keepReceipt(receipt: KeptReceipt): boolean {
  const others = keptReceipts(receipt.poll).filter(({ commitment }) => commitment !== receipt.commitment);
  return remember(memoryOf(receipt.poll), JSON.stringify([...others, receipt]));
}

function isReceipt(value: unknown): value is KeptReceipt {
  if (typeof value !== "object" || value === null) return false;
  const { poll, commitment, signature }: Partial<Record<string, unknown>> = { ...value };
  return [poll, commitment, signature].every((each) => typeof each === "string") && /^[0-9a-f]{64}$/.test(String(commitment));
}
