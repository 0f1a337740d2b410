/** When a meeting is, in words and in the order of a calendar. Pure; days and hours as clocks in the Netherlands show them. */
import { dateOf, shownAs, timeOfDay } from "../../shared/time.ts";
import { daysAgo } from "../kit/time-left.ts";
import type { Language } from "../language.ts";

/** A meeting's beginning and end, ISO 8601. */
export interface Span {
  startsAt: string;
  endsAt: string;
}

export type Nearness = { is: "over" | "now" | "today" | "tomorrow" } | { is: "days"; count: number };

/** How near a meeting is at `now` (milliseconds since 1970), in days of the calendar: what starts after midnight is tomorrow. */
export function nearnessOf({ startsAt, endsAt }: Span, now: number): Nearness {
  const starts = Date.parse(startsAt);
  if (now >= Date.parse(endsAt)) return { is: "over" };
  if (now >= starts) return { is: "now" };
  const count = -daysAgo(now, starts);
  if (count === 0) return { is: "today" };
  return count === 1 ? { is: "tomorrow" } : { is: "days", count };
}

/** "donderdag 3 december 2026" · "Thursday 3 December 2026" */
export function dayInWords(at: string, language: Language): string {
  // British English has a comma after the weekday in some browsers and none in others.
  return shownAs(new Date(at), language, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");
}

/** The month as a heading, "december 2026". */
export function monthInWords(at: string, language: Language): string {
  return shownAs(new Date(at), language, { month: "long", year: "numeric" });
}

/** The day on a leaf of a calendar: "do" above "3", below it "dec". */
export function leafOf(at: string, language: Language): { weekday: string; day: string; month: string } {
  const part = (part: Intl.DateTimeFormatOptions) => shownAs(new Date(at), language, part).replace(".", "");
  return { weekday: part({ weekday: "short" }), day: part({ day: "numeric" }), month: part({ month: "short" }) };
}

/** Begin and end: "20:00" and "22:00", the latter with its day in words before it when that is another one. */
export function hoursOf({ startsAt, endsAt }: Span, language: Language): { from: string; until: string } {
  const day = dayInWords(endsAt, language);
  const until = timeOfDay(new Date(endsAt));
  return { from: timeOfDay(new Date(startsAt)), until: day === dayInWords(startsAt, language) ? until : `${day} ${until}` };
}

export interface Month<Row> {
  /** "2026-12" */
  key: string;
  rows: Row[];
}

/** Rows by the month in which they begin, in the order they came in; each month once. */
export function byMonth<Row extends { startsAt: string }>(rows: readonly Row[]): Month<Row>[] {
  const months = new Map<string, Row[]>();
  for (const row of rows) {
    const key = dateOf(new Date(row.startsAt)).slice(0, 7);
    months.set(key, [...(months.get(key) ?? []), row]);
  }
  return [...months].map(([key, within]) => ({ key, rows: within }));
}
