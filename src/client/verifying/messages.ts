/** What the page and the worker beside it say to each other. */
import type { CheckName, FoundNumber, KeptReceipt, Verdict } from "../../verifier/index.ts";

export type Asked = { ask: "verify"; bytes: ArrayBuffer; receipts: readonly KeptReceipt[] } | { ask: "find"; number: string };

export type Told =
  | { told: "progress"; check: CheckName; done: number; total: number }
  | { told: "verdict"; verdict: Verdict }
  | { told: "unreadable" }
  | { told: "found"; found: FoundNumber };
