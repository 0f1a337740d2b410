/** When an officer is left in peace. Pure; all times of day are minutes after midnight in Amsterdam. */
import { after, days, minutes } from "../shared/time.ts";

export interface QuietHours {
  quietFrom: number;
  quietUntil: number;
}

/** 21:00 to 8:00. */
export const usualQuietHours: QuietHours = { quietFrom: 21 * 60, quietUntil: 8 * 60 };

const amsterdam = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export function minuteOfDay(at: Date): number {
  const [hour = 0, minute = 0] = amsterdam.format(at).split(":").map(Number);
  return hour * 60 + minute;
}

export function isQuiet({ quietFrom, quietUntil }: QuietHours, at: Date): boolean {
  const now = minuteOfDay(at);
  if (quietFrom === quietUntil) return false;
  return quietFrom < quietUntil ? now >= quietFrom && now < quietUntil : now >= quietFrom || now < quietUntil;
}

/** The next end of her quiet hours after `at`; right too over the nights when the clock is changed. */
export function nextMorning({ quietUntil }: QuietHours, at: Date): Date {
  const minute = Math.floor(at.getTime() / 60_000) * 60_000;
  const ahead = (quietUntil - minuteOfDay(at) + 1440) % 1440 || 1440;
  const guess = after(new Date(minute), minutes(ahead));
  const off = ((minuteOfDay(guess) - quietUntil + 720 + 1440) % 1440) - 720;
  const morning = after(guess, -minutes(off));
  return morning > at ? morning : after(morning, days(1));
}
