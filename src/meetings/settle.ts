import type { Work } from "../shared/work.ts";
import { countLine, letIn } from "./attendee-store.ts";
import type { MeetingsFact } from "./contract.ts";
import { placesFree } from "./rules.ts";
import { type StoredMeeting, saveLine } from "./store.ts";

export interface Line {
  coming: number;
  waiting: number;
}

/**
 * After somebody came, went or waits, or the capacity changed: lets those who wait longest come where there are places, tells them, and
 * writes down the new counts. Once it has begun nobody is let in any more: a mail would come too late. The caller holds the meeting's lock.
 */
export async function settle({ tx, now, announce }: Work, found: StoredMeeting, nextPlace = found.nextPlace): Promise<Line> {
  const { meeting, kern, capacity } = found;
  const before = await countLine(tx, meeting);
  const places = now < found.startsAt ? placesFree({ capacity, ...before }) : 0;
  const promoted = places > 0 ? await letIn(tx, meeting, places) : [];
  const line = { coming: before.coming + promoted.length, waiting: before.waiting - promoted.length };
  await saveLine(tx, meeting, { ...line, nextPlace });
  announce({ fact: "meeting-answered", meeting, kern } satisfies MeetingsFact);
  const people = promoted.flatMap((person) => person ?? []);
  if (people.length > 0) announce({ fact: "place-freed", meeting, kern, people, turn: nextPlace } satisfies MeetingsFact);
  return line;
}
