/** Pure rules of the desk: what is due when, and in which order it lies there. */

import { after, days, hours } from "../shared/time.ts";
import type { Actor } from "../shared/work.ts";
import { dueAfter, endOfOfficeHours } from "../shared/working-days.ts";
import type { DeskItem } from "./contract.ts";

/** Working days within which the officer decides. */
const workingDaysFor = { proposal: 5, "join-request": 3, answer: 10 } as const satisfies Record<DeskItem["kind"], number>;

/** When a task of this kind that came in at `since` must be done, and whether that has passed. */
export function dueOf(kind: DeskItem["kind"], since: Date, now: Date): { dueAt: string; late: boolean } {
  const dueAt = dueAfter(since, workingDaysFor[kind]);
  return { dueAt: dueAt.toISOString(), late: now > dueAt };
}

interface Owed {
  backedSince: Date | null;
  treatedAt: Date | null;
  /** "2026-12-24" */
  answerDue: string | null;
}

/**
 * The clock of an answer that is owed on `today`. With a promised day that is the clock, and it waits for nobody before; without one it
 * runs from the moment at which enough people backed it. Null when it does not wait for the officer now.
 */
export function answerClock(
  { backedSince, treatedAt, answerDue }: Owed,
  today: string,
  now: Date,
): { since: Date; promised: string | null; dueAt: string; late: boolean } | null {
  if (answerDue !== null) {
    if (answerDue >= today || treatedAt === null) return null;
    return { since: treatedAt, promised: answerDue, dueAt: endOfOfficeHours(answerDue).toISOString(), late: true };
  }
  return backedSince && { since: backedSince, promised: null, ...dueOf("answer", backedSince, now) };
}

/** Oldest first, whatever it is. */
export function inOrder(items: readonly DeskItem[]): DeskItem[] {
  return [...items].sort((a, b) => a.waitingSince.localeCompare(b.waitingSince));
}

/** How many wait in each kern, those without any included. */
export function countPerKern(
  kernen: readonly { kern: string; name: string }[],
  items: readonly DeskItem[],
): { kern: string; name: string; waiting: number }[] {
  const waiting = new Map<string, number>();
  for (const { kern } of items) waiting.set(kern, (waiting.get(kern) ?? 0) + 1);
  return kernen.map(({ kern, name }) => ({ kern, name, waiting: waiting.get(kern) ?? 0 }));
}

/** How many messages one person may report, and in how long. An officer answers each of them; more is a flood, or a quarrel. */
export const reportLimits = [
  { most: 5, within: hours(1) },
  { most: 20, within: days(1) },
] as const;

export const longestCountedMs = days(1);

/** When she may report again, given when she did in the last day (oldest first); null when she may now. */
export function mayReportAgainAt(made: readonly Date[], now: Date): Date | null {
  const waits = reportLimits.flatMap(({ most, within }) => {
    const counted = made.filter((at) => at.getTime() > now.getTime() - within);
    const first = counted.at(-most);
    return first === undefined ? [] : [after(first, within)];
  });
  return waits.reduce<Date | null>((latest, at) => (latest === null || at > latest ? at : latest), null);
}

/** Whoever takes part or works in a kern. Who is blocked holds no role, so a report cannot be used to bother the officer. */
export function mayReport({ person, roles }: Pick<Actor, "person" | "roles">): boolean {
  return person !== null && roles.length > 0;
}
