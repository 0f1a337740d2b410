/** Pure rules of the desk: what is due when, and in which order it lies there. */

import { dueAfter } from "../shared/working-days.ts";
import type { DeskItem } from "./contract.ts";

/** Working days within which the officer decides. */
const workingDaysFor = { proposal: 5, "join-request": 3 } as const satisfies Record<DeskItem["kind"], number>;

/** When a task of this kind that came in at `since` must be done, and whether that has passed. */
export function dueOf(kind: DeskItem["kind"], since: Date, now: Date): { dueAt: string; late: boolean } {
  const dueAt = dueAfter(since, workingDaysFor[kind]);
  return { dueAt: dueAt.toISOString(), late: now > dueAt };
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
