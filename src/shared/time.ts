/** Dates and times in words, always in Dutch local time (Europe/Amsterdam), 24-hour clock. */
import type { Language } from "./work.ts";

const zone = "Europe/Amsterdam";
const locale = (language: Language) => (language === "nl" ? "nl-NL" : "en-GB");

/** "22 november 2026" · "22 November 2026" */
export function dateInWords(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { timeZone: zone, day: "numeric", month: "long", year: "numeric" }).format(at);
}

/** "zondag 22 november 2026 om 20:00" · "Sunday 22 November 2026 at 20:00" */
export function dateTimeInWords(at: Date, language: Language): string {
  const day = new Intl.DateTimeFormat(locale(language), {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(at);
  return `${day} ${language === "nl" ? "om" : "at"} ${timeOfDay(at)}`;
}

/** "nov" and "november 2026" */
export function monthInWords(at: Date, language: Language): { short: string; long: string } {
  const say = (format: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale(language), { timeZone: zone, ...format }).format(at);
  return { short: say({ month: "short" }), long: say({ month: "long", year: "numeric" }) };
}

/** "20:00" */
export function timeOfDay(at: Date): string {
  return new Intl.DateTimeFormat("nl-NL", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
}

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(60 * count);
export const days = (count: number): number => hours(24 * count);

/** The moment `ms` milliseconds after `at` (before it when negative). */
export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The moments at which the last `count` calendar months began in Amsterdam, oldest first; the last one is the month `now` is in. */
export function monthStarts(now: Date, count: number): Date[] {
  const [year = 0, month = 0] = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit" })
    .format(now)
    .split("-")
    .map(Number);
  return Array.from({ length: count }, (_, at) => midnight(Date.UTC(year, month - count + at, 1)));
}

/** Amsterdam is one or two hours ahead, and never changes its clock on the first of a month. */
function midnight(utc: number): Date {
  const ahead = Number(
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" }).format(new Date(utc)),
  );
  return new Date(utc - hours(ahead));
}
