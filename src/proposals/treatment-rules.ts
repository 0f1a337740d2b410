/**
 * Pure rules of what the municipality does with a published proposal: who looks at it, what the answer is, what came of it. An answer
 * is given once, as in Decidim: everybody who backed the proposal was told of it. It may be put right afterwards, where all can see it. It
 * ends the support, so that the number beside the answer is the one that was answered; the discussion goes on.
 */
import type { AnswerOutcome, ProposalState, Treatment } from "./contract.ts";

export type TreatmentDeed = "take" | "answer" | "finish";

/** From how many supporters on a proposal is owed an answer by the municipality. */
export const answerOwedFrom = 10;

/** In treatment it may be taken again, with another sentence or date: a promise that cannot be kept is changed where all can see it. */
export const treatmentSteps: Readonly<Record<TreatmentDeed, { from: readonly Treatment[]; to: Treatment }>> = {
  take: { from: ["none", "in-treatment"], to: "in-treatment" },
  answer: { from: ["none", "in-treatment"], to: "answered" },
  finish: { from: ["answered"], to: "done" },
};

export interface Handled {
  state: ProposalState;
  treatment: Treatment;
  outcome: AnswerOutcome | null;
}

export const isAnswered = ({ treatment }: Pick<Handled, "treatment">): boolean =>
  treatment === "answered" || treatment === "done";

/** Only the officer of its kern, only on the square, in this order; where the answer was no there is nothing to finish. */
export function refuseTreatment(
  deed: TreatmentDeed,
  { state, treatment, outcome }: Handled,
  { officer }: { officer: boolean },
): "not-allowed" | "not-published" | "already-decided" | null {
  if (!officer) return "not-allowed";
  if (state !== "published") return "not-published";
  if (!treatmentSteps[deed].from.includes(treatment)) return "already-decided";
  return deed === "finish" && outcome === "no" ? "already-decided" : null;
}

/** Only the officer of its kern puts an answer right, on the square, once there is one; "not-found" when there is none. */
export function refuseCorrection(
  { state, treatment }: Pick<Handled, "state" | "treatment">,
  { officer }: { officer: boolean },
): "not-allowed" | "not-published" | "not-found" | null {
  if (!officer) return "not-allowed";
  if (state !== "published") return "not-published";
  return isAnswered({ treatment }) ? null : "not-found";
}

/** Dates as "2026-12-24", in the Netherlands. A promise for a day that has passed is none. */
export function mayPromise(answerDue: string | null, today: string): boolean {
  return answerDue === null || answerDue >= today;
}
