import { Problem } from "../problem.ts";

/**
 * Milliseconds until the next try. A server that stopped sends everybody away at once, so nobody comes back at the same moment:
 * `chance` is 0 to 1. Who is refused for lack of room waits a minute.
 */
export function pauseAfter(fault: unknown, failures: number, chance: number): number {
  const full = fault instanceof Problem && (fault.status === 429 || fault.status === 503);
  const longest = full ? 60_000 : Math.min(60_000, 2000 * 2 ** failures);
  return longest * (0.5 + chance / 2);
}
