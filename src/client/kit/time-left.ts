import { dateOf } from "../../shared/time.ts";

export type TimeUnit = "days" | "hours" | "minutes" | "moments" | "past";

export interface TimeLeft {
  unit: TimeUnit;
  /** 0 for "moments" and "past". */
  count: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const inDays = 42 * hour;

/**
 * How long from `now` until `until` (both in milliseconds since 1970). From 42 hours on the nearest number of days (the exact time
 * stands beside it), below that whole hours or minutes, rounded down: never more than there is.
 */
export function timeLeft(now: number, until: number): TimeLeft {
  const left = until - now;
  if (left <= 0) return { unit: "past", count: 0 };
  if (left >= inDays) return { unit: "days", count: Math.round(left / day) };
  if (left >= hour) return { unit: "hours", count: Math.floor(left / hour) };
  if (left >= minute) return { unit: "minutes", count: Math.floor(left / minute) };
  return { unit: "moments", count: 0 };
}

/** How many milliseconds the words stay true: how often a countdown should look again. */
export function staysTrueFor(now: number, until: number): number {
  const left = until - now;
  if (left <= 0) return Number.POSITIVE_INFINITY;
  const unit = left >= inDays ? hour : left >= hour ? minute : 1000;
  return Math.max(500, (left % unit) + 50);
}

/** Whole days between two moments by the calendar of the Netherlands: 0 is today, 1 yesterday. */
export function daysAgo(now: number, then: number): number {
  const at = (moment: number) => Date.parse(`${dateOf(new Date(moment))}T00:00:00Z`);
  return Math.round((at(now) - at(then)) / day);
}
