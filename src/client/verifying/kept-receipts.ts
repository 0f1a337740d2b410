import type { KeptReceipt } from "../../verifier/index.ts";
import { keptBallot } from "../voting/device.ts";

/** The receipts that this device keeps of a poll: what the server promised when a ballot was cast. */
export function keptReceipts(poll: string): KeptReceipt[] {
  const receipts = keptBallot(poll)?.receipts ?? [];
  return receipts.map(({ commitment, receipt }) => ({ poll, commitment, signature: receipt }));
}
