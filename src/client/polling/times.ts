/** When a poll best closes: at a moment at which somebody can be called. Pure; Dutch local times as they stand in fields. */
import { isWorkingDay } from "../../shared/working-days.ts";
import { localInput } from "../voting/amsterdam-time.ts";

const dayMs = 86_400_000;
/** An hour before the town hall closes, so that a caller is still helped. */
const closingTime = "16:00";

const dayOf = (local: string): Date => new Date(`${local.slice(0, 10)}T00:00:00Z`);

/** Four in the afternoon of the first working day that is at least so many days after `now` (milliseconds since 1970). */
export function usualClosing(now: number, days = 10): string {
  for (let at = now + days * dayMs; ; at += dayMs) {
    const local = localInput(at);
    if (isWorkingDay(dayOf(local))) return `${local.slice(0, 10)}T${closingTime}`;
  }
}

/** Nine in the morning, so many days after `now`. */
export function usualOpening(now: number, days = 1): string {
  return `${localInput(now + days * dayMs).slice(0, 10)}T09:00`;
}

/** Why this is no good moment to close: nobody answers the telephone. Null when it is. */
export function closingDoubt(local: string): "night" | "day-off" | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}/.test(local)) return null;
  if (!isWorkingDay(dayOf(local))) return "day-off";
  const hour = Number(local.slice(11, 13));
  return hour < 9 || hour >= 17 ? "night" : null;
}
