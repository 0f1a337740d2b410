/** What to do when Graph does not say yes. Pure: an outcome and how often it was tried in, a decision out. */

export interface Traits {
  /**
   * "harmless": doing it twice does no more than once. "once": a second time would make a second thing, so when the outcome is
   * not certain the caller must look first.
   */
  repeat: "harmless" | "once";
  /** Statuses that only mean "not yet" for something made a moment ago, how long that may last, and the first (1 s if left out) and longest pause. */
  settling?: { statuses: readonly number[]; forMs: number; firstMs?: number; longestMs?: number };
  /** Attempts must be at least this far apart, in milliseconds. */
  apartMs?: number;
  /** Error statuses that are an answer to this call (409 "already installed"). */
  accept?: readonly number[];
}

export interface Attempt {
  /** HTTP status, or null when no answer came. */
  status: number | null;
  /** True when the request certainly never reached Graph (name not found, connection refused). */
  neverSent: boolean;
  /** What Retry-After asks, in milliseconds. */
  retryAfterMs: number | null;
  /** 1 for the first. */
  number: number;
  /** Since the first attempt, in milliseconds. */
  elapsedMs: number;
  /** 0 up to 1. */
  chance: number;
}

export type Decision = { kind: "answer" } | { kind: "wait"; ms: number } | { kind: "unknown" } | { kind: "give-up" };

export const mostAttempts = 7;
const longestWaitMs = 30_000;
const longestRetryAfterMs = 10 * 60_000;

/** Statuses after which the work may or may not have been done. */
const uncertain = [500, 502, 503, 504];
/** Statuses that say the work was not done now, and that it may be later. */
const later = [429, 412];

/** 1, 2, 4 … 30 seconds, shortened by up to a half so that many clients do not come back together. */
function backoff(attempt: Attempt, firstMs = 1000, longestMs = longestWaitMs): number {
  return Math.min(longestMs, firstMs * 2 ** (attempt.number - 1)) * (1 - attempt.chance / 2);
}

export function decide(traits: Traits, attempt: Attempt): Decision {
  const { status, number } = attempt;
  if (status !== null && (status < 400 || traits.accept?.includes(status))) return { kind: "answer" };
  if (status !== null && traits.settling?.statuses.includes(status)) {
    const { forMs, firstMs, longestMs } = traits.settling;
    return attempt.elapsedMs < forMs ? { kind: "wait", ms: backoff(attempt, firstMs, longestMs) } : { kind: "give-up" };
  }
  const mayBeDone = status === null ? !attempt.neverSent : uncertain.includes(status) || status === 409;
  if (mayBeDone && traits.repeat === "once") return { kind: "unknown" };
  const worthwhile = mayBeDone || status === null || later.includes(status);
  // Waiting for something to settle takes many attempts by itself; a fault in between must not end it.
  const patient = traits.settling !== undefined && attempt.elapsedMs < traits.settling.forMs;
  if (!worthwhile || (number >= mostAttempts && !patient)) return { kind: "give-up" };
  const least = traits.apartMs ?? 0;
  if (attempt.retryAfterMs === null) return { kind: "wait", ms: Math.max(least, backoff(attempt)) };
  if (attempt.retryAfterMs > longestRetryAfterMs) return { kind: "give-up" };
  return { kind: "wait", ms: Math.max(least, attempt.retryAfterMs + attempt.chance * 500) };
}

/** Retry-After as milliseconds: seconds or a date. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
