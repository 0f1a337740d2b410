/** The front door of the verifier: for the command, the page and whoever wants to check a poll of Kernplein. Pure; runs in a browser. */
export type { ExportFile, KeptHead, KeptReceipt, PublishedResult } from "./export-shape.ts";
export { type FoundNumber, findNumber } from "./find-number.ts";
export { numberOf, readNumber } from "./slip.ts";
export type {
  Brought,
  CheckName,
  CheckResult,
  Fault,
  OnProgress,
  Verdict,
} from "./verdict.ts";
export { verifyExport } from "./verify-export.ts";
export { checkTitle, type Language, sayCheck, sayFault, sayVerdict } from "./words.ts";
