/** Dates and times in words, always in Dutch local time (Europe/Amsterdam), 24-hour clock. */
import type { Language } from "./work.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as clocks in the Netherlands show it, in the form that is asked. Each formatter is made once: making one takes a slow phone
 * several milliseconds, and a list needs three for every row.
 */
export function shownAs(at: Date, locale: Language | "en-CA", form: Omit<Intl.DateTimeFormatOptions, "timeZone"> = {}): string {
  const name = locale + JSON.stringify(form);
  const known = formats.get(name);
  if (known) return known.format(at);
  const tag = { nl: "nl-NL", en: "en-GB", "en-CA": "en-CA" }[locale];
  const made = new Intl.DateTimeFormat(tag, { timeZone: "Europe/Amsterdam", ...form });
  formats.set(name, made);
  return made.format(at);
}

/** "22 november 2026" · "22 November 2026" */
export function dateInWords(at: Date, language: Language): string {
  return shownAs(at, language, { day: "numeric", month: "long", year: "numeric" });
}

/** "zondag 22 november 2026 om 20:00" · "Sunday 22 November 2026 at 20:00" */
export function dateTimeInWords(at: Date, language: Language): string {
  return `${dayInWords(at, language)} ${language === "nl" ? "om" : "at"} ${timeOfDay(at)}`;
}

/** "zondag 22 november 2026" · "Sunday 22 November 2026" */
function dayInWords(at: Date, language: Language): string {
  return shownAs(at, language, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** The hour that clocks show, 0 to 23. */
export function hourOf(at: Date): number {
  return Number(shownAs(at, "en", { hour: "2-digit", hourCycle: "h23" }));
}

/** "20:00" */
export function timeOfDay(at: Date): string {
  return shownAs(at, "nl", { hour: "2-digit", minute: "2-digit" });
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
  return shownAs(at, "en-CA");
}

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(60 * count);
export const days = (count: number): number => hours(24 * count);

/** The moment `ms` milliseconds after `at` (before it when negative). */
export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
