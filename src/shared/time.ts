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
  return `${dayInWords(at, language)} ${language === "nl" ? "om" : "at"} ${timeOfDay(at)}`;
}

/** "zondag 22 november 2026" · "Sunday 22 November 2026" */
function dayInWords(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(at);
}

/** "20:00" */
export function timeOfDay(at: Date): string {
  return new Intl.DateTimeFormat("nl-NL", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
}

/**
 * To begin a line with: "Donderdag 3 december 2026 van 20:00 tot 22:00 uur" · "Thursday 3 December 2026 from 20:00 to 22:00". Over
 * midnight: "Donderdag 3 december 2026 om 20:00 tot vrijdag 4 december 2026 om 00:30".
 */
export function spanInWords(from: Date, to: Date, language: Language): string {
  const dutch = language === "nl";
  const oneDay = dateOf(from) === dateOf(to);
  const begins = oneDay ? dayInWords(from, language) : dateTimeInWords(from, language);
  const line = begins.charAt(0).toUpperCase() + begins.slice(1);
  if (!oneDay) return `${line} ${dutch ? "tot" : "to"} ${dateTimeInWords(to, language)}`;
  return dutch
    ? `${line} van ${timeOfDay(from)} tot ${timeOfDay(to)} uur`
    : `${line} from ${timeOfDay(from)} to ${timeOfDay(to)}`;
}

/** The day it is there: "2026-11-22". */
export function dateOf(at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
}

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(60 * count);
export const days = (count: number): number => hours(24 * count);

/** The moment `ms` milliseconds after `at` (before it when negative). */
export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
