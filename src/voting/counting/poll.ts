/** A poll as it is frozen and counted: what a ballot may say, and the rule that counts it. See docs/ballot-format.md, 2 and 3. */
import type { Completion, Utility } from "./budget-rules.ts";
import type { RankedRule } from "./ranked-outcome.ts";

/** What one choice may look like. `null` as a maximum: as many as there are options. */
export type BallotForm =
  | { kind: "for-against-abstain" }
  | { kind: "consent" }
  | { kind: "single" }
  | { kind: "multiple"; min: number; max: number }
  | { kind: "approval"; max: number | null }
  /** Together at most the budget. */
  | { kind: "knapsack" }
  | { kind: "ranking"; max: number | null }
  /** Each option gets 0 to `max`. */
  | { kind: "score"; max: number }
  /** `total` to divide ("ten hearts"), at most `perOption` on one. */
  | { kind: "points"; total: number; perOption: number | null };

/** A voter's choice, in the form's own shape; options by id. */
export type Choice =
  | { chosen: readonly string[] }
  | { ranking: readonly string[] }
  | { points: Readonly<Record<string, number>> };

/** Shared by the three rules of a village budget. Money in whole cents. */
export interface BudgetTerms {
  budget: number;
  /** Voters that must have marked a plan; 1 means no threshold. */
  threshold: number;
  /** Points that a plan must have got together; 0 means no minimum. */
  minScore: number;
  /** Most that may go to a theme, for themes that have a cap. */
  themeCaps: Readonly<Record<string, number>>;
  /** Sets of options (ids) of which at most one can win. */
  exclusive: readonly (readonly string[])[];
}

export type CountingRule =
  /**
   * For and against; abstentions count for the quorum only. `share`: more than half, or at least two thirds, of those who chose for or
   * against (`of: "votes"`) or of everybody on the roll. `quorum`: percentage of the roll that must have voted, 0 for none.
   */
  | { rule: "majority"; share: "half" | "two-thirds"; of: "votes" | "roll"; quorum: number }
  /** Carried when nobody objects and at least one consents. */
  | { rule: "consent"; quorum: number }
  | { rule: "plurality" | "approval" | "score" | "points"; seats: number }
  | { rule: RankedRule; seats: number }
  | ({ rule: "most-votes" | "votes-per-cost"; misfit: "skip" | "stop" } & BudgetTerms)
  | ({ rule: "equal-shares"; utility: Utility; completion: Completion } & BudgetTerms);

/** One option as it is frozen. `cost` in cents, 0 without money; `theme` null without. */
export interface DefinedOption {
  id: string;
  label: string;
  summary: string;
  cost: number;
  theme: string | null;
}

/** What is frozen when a secret poll opens. Times are RFC 3339 in UTC with milliseconds. */
export interface PollDefinition {
  format: "kernplein-poll/1";
  poll: string;
  municipality: string;
  kern: string;
  question: string;
  explanation: string;
  level: 1 | 2;
  opensAt: string;
  closesAt: string;
  rollSize: number;
  form: BallotForm;
  count: CountingRule;
  options: readonly DefinedOption[];
  /** Ed25519, 32 bytes, base64url. */
  signKey: string;
  /** RSA public key of the passes, base64url; null at level 1. */
  passKey: { n: string; e: string } | null;
}
