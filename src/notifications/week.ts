/** When a week begins for the square: Monday 08:00 in the Netherlands. Pure; a Monday is written as its date, "2026-11-30". */
import { after, dateOf, days, hours } from "../shared/time.ts";
import { localHour } from "../shared/working-days.ts";

const beginsAt = 8;
/** An overview that could not be made on Monday is made on Tuesday, and after that no more. */
const latestAfterMs = hours(36);

export function weekBegins(monday: string): Date {
  return localHour(new Date(`${monday}T00:00:00Z`), beginsAt);
}

/** The next Monday whose 08:00 lies after `at`. */
export function mondayAfter(at: Date): string {
  const today = new Date(`${dateOf(at)}T00:00:00Z`);
  const monday = dateOf(after(today, days((8 - today.getUTCDay()) % 7)));
  return weekBegins(monday) > at ? monday : dateOf(after(new Date(`${monday}T00:00:00Z`), days(7)));
}

/** Whether the overview of that week may still be posted. */
export function isTimely(monday: string, now: Date): boolean {
  const late = now.getTime() - weekBegins(monday).getTime();
  return late >= -hours(1) && late <= latestAfterMs;
}
