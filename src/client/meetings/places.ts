/** How many people a meeting still takes. Pure. */
import type { MeetingSummary } from "../../meetings/contract.ts";

type Counted = Pick<MeetingSummary, "capacity" | "coming">;

/** Places that are left: 0 when it is full, null when all are welcome. */
export function placesLeft({ capacity, coming }: Counted): number | null {
  return capacity === null ? null : Math.max(capacity - coming, 0);
}

/** Whether who says yes now has to wait. Who waits goes first, so a free place may be somebody's already. */
export function isFull(meeting: Counted & Pick<MeetingSummary, "waiting">): boolean {
  return placesLeft(meeting) === 0 || meeting.waiting > 0;
}
