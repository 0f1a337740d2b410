/** How many people a meeting still takes, and what it still lacks. Pure. */
import type { MeetingSummary } from "../../meetings/contract.ts";

type Counted = Pick<MeetingSummary, "capacity" | "coming">;

/** Places that are left: 0 when it is full, null when all are welcome. */
export function placesLeft({ capacity, coming }: Counted): number | null {
  return capacity === null ? null : Math.max(capacity - coming, 0);
}

/** Whether it was held and its officer has written nothing down yet. */
export function lacksMinutes({ state, hasMinutes }: Pick<MeetingSummary, "state" | "hasMinutes">): boolean {
  return state === "held" && !hasMinutes;
}

/** Whether who says yes now has to wait. Who waits goes before her, so a place that is free may be somebody's already. */
export function isFull({ capacity, coming, waiting }: Counted & Pick<MeetingSummary, "waiting">): boolean {
  return capacity !== null && coming + waiting >= capacity;
}
