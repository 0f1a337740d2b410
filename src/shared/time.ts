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
