/** What every list that is read page by page does with its cursor. */
import { Refused } from "../shared/refused.ts";
import type { Actor } from "../shared/work.ts";
import type { MeetingsView } from "./contract.ts";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor.ts";
import type { ListedMeeting } from "./list-store.ts";
import { summaryOf } from "./show.ts";

/** Null for the first page. Refuses ("invalid-input") a cursor that is not of this list. */
export function cursorOf(given: string | undefined, when: Cursor["when"]): Cursor | null {
  if (given === undefined) return null;
  const cursor = decodeCursor(given, { when });
  if (cursor === null) throw new Refused("invalid-input", { fields: [{ path: "cursor", message: "invalid" }] });
  return cursor;
}

interface Page {
  when: Cursor["when"];
  limit: number;
  actor: Actor;
  now: Date;
}

/** `rows`: one more than `limit` when there are, which tells that there is a next page. */
export function pageOf(rows: readonly ListedMeeting[], { when, limit, actor, now }: Page): MeetingsView {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    meetings: page.map((row) => summaryOf(row, actor, now)),
    next: last && rows.length > limit ? encodeCursor({ when, key: last.key, meeting: last.meeting }) : null,
  };
}
