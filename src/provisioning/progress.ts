/** How long it may still take. Pure. */
import type { Progress, Step } from "./contract.ts";

/** How much longer than a channel a step takes, roughly; writing down what is there costs next to nothing. */
const weights: Partial<Record<Step["do"], number>> = { "make-team": 20, "await-team": 15, note: 0.02, "add-member": 2 };

function weightOf(step: Step): number {
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

export interface Amount {
  /** A kern was looked at, and this is to be done there. */
  planned(steps: readonly Step[]): void;
  did(step: Step): void;
  /** All that was planned for a kern is done. */
  kernDone(): void;
  shown(now: number): Pick<Progress, "total" | "kernenDone" | "kernenTotal" | "remainingMs">;
}

/**
 * How much there is to do and how much of it is done. What kernen need that were not looked at yet is estimated from the others.
 * `begun`: milliseconds since 1970.
 */
export function makeAmount(kernenTotal: number, begun: number): Amount {
  let looked = 0;
  let steps = 0;
  let kernenDone = 0;
  const weight = { total: 0, done: 0 };
  return {
    planned(more) {
      looked += 1;
      steps += more.length;
      weight.total += more.reduce((sum, step) => sum + weightOf(step), 0);
    },
    did(step) {
      weight.done += weightOf(step);
    },
    kernDone() {
      kernenDone += 1;
    },
    shown(now) {
      const share = kernenTotal / Math.max(1, looked);
      const unknown = looked < kernenTotal && weight.total === 0;
      const left = unknown ? null : remainingMs(weight.done, weight.total * share, now - begun);
      return { total: Math.round(steps * share), kernenDone, kernenTotal, remainingMs: left };
    },
  };
}
