/** Time that runs many times as fast as the machine's, the same in every process that is told when it began. */
import type { Time } from "../../../src/adapters/graph/index.ts";

export interface Pace {
  /** Milliseconds since 1970 at which both clocks agree. */
  began: number;
  /** How many times as fast. */
  factor: number;
}

export function fastTime({ began, factor }: Pace): Time {
  return {
    now: () => began + (performance.timeOrigin + performance.now() - began) * factor,
    sleep: (ms) => new Promise((wake) => setTimeout(wake, ms / factor)),
    random: Math.random,
  };
}
