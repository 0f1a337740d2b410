/** Pure: when something must be done, counted in working days of a Dutch municipality. */
import { dateOf, hourOf } from "./time.ts";

const dayMs = 86_400_000;
/** Due by the end of office hours, so that "vrijdag" means a Friday on which somebody is there. */
const closingHour = 17;

/**
 * 17:00 Dutch time on the `count`-th working day after the day on which it came in. Working days are Monday to Friday, except the
 * days that the Algemene termijnenwet (article 3) treats as Sundays.
 */
export function dueAfter(since: Date, count: number): Date {
  let day = localDay(since);
  for (let left = count; left > 0; ) {
    day += dayMs;
    if (isWorkingDay(new Date(day))) left--;
  }
  return localHour(new Date(day), closingHour);
}

/** The end of office hours, 17:00 Dutch time, on a date ("2026-12-24"). */
export function endOfOfficeHours(date: string): Date {
  return localHour(new Date(`${date}T00:00:00Z`), closingHour);
}

/** `day`: midnight UTC of the calendar date meant. */
export function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** New Year, Good Friday, Easter Monday, King's Day, Liberation Day, Ascension, Whit Monday, Christmas. */
function isHoliday(day: Date): boolean {
  const year = day.getUTCFullYear();
  const fromEaster = Math.round((day.getTime() - easter(year)) / dayMs);
  if ([-2, 1, 39, 50].includes(fromEaster)) return true;
  const kingsDay = new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0 ? "4-26" : "4-27";
  return ["1-1", kingsDay, "5-5", "12-25", "12-26"].includes(`${day.getUTCMonth() + 1}-${day.getUTCDate()}`);
}

/** Easter Sunday, midnight UTC in ms. Meeus, Astronomical Algorithms, chapter 8; the letters are his. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

/** Midnight UTC of the date it is in the Netherlands, in ms. */
function localDay(at: Date): number {
  return Date.parse(`${dateOf(at)}T00:00:00Z`);
}

/** The moment at which it is `hour` o'clock there on that date; never within the hour that summer time skips or repeats. */
export function localHour(day: Date, hour: number): Date {
  const guess = new Date(day.getTime() + hour * 3_600_000);
  const shown = hourOf(guess);
  return new Date(guess.getTime() - (shown - hour) * 3_600_000);
}
