/** What a verifier says. Codes and figures only; the sentences are in words.nl.ts and words.en.ts. */
import type { ChoiceFault } from "../voting/counting/choices.ts";
import type { PollOutcome } from "../voting/counting/poll-outcome.ts";
import type { ExportFile, KeptHead, KeptReceipt, PublishedResult } from "./export-shape.ts";
import type { Expected, Path } from "./shape.ts";

/** The checks of docs/ballot-format.md, section 11, in their order. */
export const checkNames = [
  "form",
  "definition",
  "log",
  "commitments",
  "keys",
  "passes",
  "choices",
  "roll",
  "paper",
  "result",
  "brought",
] as const;
export type CheckName = (typeof checkNames)[number];

/** Where in the file (or among what was brought along) a fault is. Entries count from 1; `number` is the *stembewijs*. */
export type Place =
  | { part: "file"; path: Path }
  | { part: "definition" }
  | { part: "extension" | "head" | "brought-head"; entry: number }
  | { part: "leaf" | "slip" | "receipt"; entry: number; number: string }
  | { part: "brought-receipt"; entry: number }
  | { part: "paper"; entry: number; choice?: number }
  | { part: "result"; path: Path };

export type FaultDetail =
  | { code: "wrong-form"; expected: Expected }
  | {
      code:
        | "level-and-pass-key"
        | "form-and-rule"
        | "options-of-form"
        | "option-twice"
        | "unknown-in-exclusive"
        | "min-above-max";
    }
  | { code: "closes-before-opening" }
  | { code: "frozen-hash"; stated: string; found: string }
  | { code: "not-later" | "not-signed" | "not-sorted" | "leaf-twice" | "batch-empty" }
  | { code: "batch-number"; stated: number; expected: number }
  | { code: "size-not-growing"; stated: number; before: number }
  | { code: "beyond-log"; stated: number; log: number }
  | { code: "batch-small"; leaves: number }
  | { code: "root"; stated: string; found: string }
  | { code: "log-not-closed"; heads: number; log: number }
  | { code: "slips-and-log"; slips: number; log: number }
  | { code: "commitment"; found: string }
  | { code: "key" }
  | { code: "version-twice"; version: number; other: number }
  | { code: "version-too-early"; version: number; other: number }
  | { code: "pass-missing" | "pass-at-level-1" | "pass" | "pass-key" }
  | { code: "choice"; fault: ChoiceFault }
  | { code: "withheld"; ballots: number }
  | { code: "not-withheld"; ballots: number }
  | { code: "figure"; stated: string; found: string }
  | { code: "more-than-marked"; found: number; marked: number }
  | { code: "not-as-marked"; found: number; marked: number }
  | { code: "choices-number"; stated: number; found: number }
  | { code: "head-not-in-file" }
  | { code: "other-poll" }
  | { code: "not-in-log" }
  | { code: "not-kept-form" };

export interface Fault {
  check: CheckName;
  place: Place;
  detail: FaultDetail;
}

/** Why something could not be checked. */
export type WhyNot = "fewer-than-ten" | "earlier-fault" | "level-1" | "nothing-brought";

export type Figures = Readonly<Record<string, number>>;

export type CheckResult =
  | { check: CheckName; state: "passed"; figures: Figures; partly?: "fewer-than-ten" }
  | { check: CheckName; state: "failed"; fault: Fault }
  | { check: CheckName; state: "not-checked"; why: WhyNot };

export interface Verdict {
  /** No fault was found in what could be checked. */
  sound: boolean;
  checks: CheckResult[];
  /** The first fault; what comes after it was not looked at. */
  fault: Fault | null;
  /** Null when the file has not the form of an export. */
  poll: ExportFile["definition"] | null;
  published: PublishedResult | null;
  /** Null when the count could not be done again. */
  recounted: { outcome: PollOutcome; seed: string | null; ballots: number } | null;
}

/** What the person checking brings along, as read from files or typed; each of any shape. */
export interface Brought {
  heads?: readonly unknown[];
  receipts?: readonly unknown[];
}
export type Kept = { heads: KeptHead[]; receipts: KeptReceipt[] };

/** Told now and then: how far the check under way is. */
export type OnProgress = (progress: { check: CheckName; done: number; total: number }) => void;

/** Thrown inside the verifier by the first thing that is wrong; never leaves it. */
export class Found extends Error {
  readonly place: Place;
  readonly detail: FaultDetail;

  constructor(place: Place, detail: FaultDetail) {
    super(detail.code);
    this.place = place;
    this.detail = detail;
  }
}
