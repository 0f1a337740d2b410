/**
 * The one expected error. Everything Kernplein declines to do is a `Refused` with a code out of this closed list; each edge
 * translates the code once (HTTP: adapters/web/problems.ts; sentences for people: shared/sentences.ts).
 */
export const refusalCodes = [
  "invalid-input",
  "not-signed-in",
  "not-allowed",
  "not-found",
  "not-a-member",
  "already-a-member",
  "address-refused",
  "link-expired",
  "link-used",
  "already-decided",
  "reason-required",
  "not-published",
  "own-proposal",
  "proposal-answered",
  "poll-not-open",
  "poll-closed",
  "poll-has-begun",
  "not-on-the-roll",
  "already-voted",
  "voted-on-paper",
  "pass-taken",
  "version-behind",
  "voted-with-help",
  "household-voted",
  "letter-needed",
  "letter-unknown",
  "letter-used",
  "letters-made",
  "age-to-declare",
  "paper-entered",
  "paper-same-person",
  "paper-not-agreed",
  "paper-exceeds-marks",
  "poll-still-open",
  "already-counted",
  "poll-not-counted",
  "photo-too-large",
  "photo-unreadable",
  "meeting-cancelled",
  "meeting-begun",
  "meeting-over",
  "meeting-not-begun",
  "changed-meanwhile",
  "too-many-requests",
  "too-many-reports",
  "run-under-way",
  "look-again",
  "not-configured",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Values for the sentence ("closedAt", "phone") or, under `fields`, one message code per wrong input field. */
export interface RefusalDetails {
  fields?: { path: string; message: string }[];
  [name: string]: unknown;
}

export class Refused extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = "Refused";
    this.code = code;
    this.details = details;
  }
}
