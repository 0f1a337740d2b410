/** How long it may still take. Pure. */
import type { Step } from "./contract.ts";

/** How much longer than a channel a step takes, roughly; writing down what is there costs next to nothing. */
const weights: Partial<Record<Step["do"], number>> = { "make-team": 20, "await-team": 15, note: 0.02, "add-member": 2 };

export function weightOf(step: Step): number {
  return weights[step.do] ?? 1;
}

/**
 * From what the steps so far took. Null until a tenth is done and two seconds have passed: earlier it would be a guess.
 * `elapsedMs` since the first step.
 */
export function remainingMs(done: number, total: number, elapsedMs: number): number | null {
  if (total === 0 || done >= total) return 0;
  if (done / total < 0.1 || elapsedMs < 2000) return null;
  return Math.round((elapsedMs / done) * (total - done));
}
