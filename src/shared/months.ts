/** Calendar months in Dutch local time (Europe/Amsterdam). */
import { dateOf, hourOf, hours, shownAs } from "./time.ts";
import type { Language } from "./work.ts";

/** "nov", "november" and "november 2026" */
export function monthInWords(at: Date, language: Language): { short: string; name: string; long: string } {
  const say = (form: Intl.DateTimeFormatOptions) => shownAs(at, language, form);
  // "Sept" is the one short name of four letters; below a chart there is room for three.
  return {
    short: say({ month: "short" }).slice(0, 3),
    name: say({ month: "long" }),
    long: say({ month: "long", year: "numeric" }),
  };
}

/** The moments at which the last `count` calendar months began in Amsterdam, oldest first; the last one is the month `now` is in. */
export function monthStarts(now: Date, count: number): Date[] {
  const [year = 0, month = 0] = dateOf(now).split("-").map(Number);
  return Array.from({ length: count }, (_, at) => midnight(Date.UTC(year, month - count + at, 1)));
}

/** Amsterdam is one or two hours ahead, and never changes its clock on the first of a month. */
function midnight(utc: number): Date {
  return new Date(utc - hours(hourOf(new Date(utc))));
}
