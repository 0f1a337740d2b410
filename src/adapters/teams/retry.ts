/** Patience with the Bot Connector: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
import { setTimeout as sleep } from "node:timers/promises";
import { ConnectorFailure } from "./engine.ts";

/** What Microsoft says to try again: precondition failed, throttled, bad gateway, gateway timeout. */
const passing: ReadonlySet<number | null> = new Set([412, 429, 502, 504]);

export interface Patience {
  tries: number;
  /** Longest time all pauses together may take, in milliseconds. */
  totalMs: number;
  /** Whether a turn is waited for that keeps to Microsoft's limits. */
  waitsForTurn: boolean;
}

/** For what is sent on our own initiative, and for an answer somebody is waiting for (Teams gives a turn 15 seconds). */
export const patient: Patience = { tries: 5, totalMs: 45_000, waitsForTurn: true };
export const prompt: Patience = { tries: 3, totalMs: 6_000, waitsForTurn: false };

/** True when the same request should be tried again in a moment; never when it may have been carried out without an answer. */
export function isPassing(error: unknown): boolean {
  return error instanceof ConnectorFailure && (passing.has(error.status) || (error.status === null && !error.mayBeDone));
}

/**
 * Milliseconds to wait after the `failures`th failure: what the connector asked, or 1, 2, 4, 8 … seconds (30 at most) of which a
 * random half, so that many who were refused together do not come back together. `random`: 0 up to 1.
 */
export function pauseMs(failures: number, retryAfterMs: number | null, random: number): number {
  const usual = Math.min(30_000, 1000 * 2 ** (failures - 1));
  return Math.max(retryAfterMs ?? 0, 0) + Math.round(usual / 2 + (usual / 2) * random);
}

/** Runs `attempt` until it succeeds, fails for good, or `patience` is used up; then throws the last failure. */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  patience: Patience,
  random: () => number = Math.random,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<T> {
  let waited = 0;
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      const pause = pauseMs(failures, error instanceof ConnectorFailure ? error.retryAfterMs : null, random());
      if (!isPassing(error) || failures >= patience.tries || waited + pause > patience.totalMs) throw error;
      waited += pause;
      await wait(pause);
    }
  }
}
