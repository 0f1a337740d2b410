import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { listMeetingsInput, type MeetingsView } from "./contract.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { listed } from "./list-store.ts";
import { summaryOf } from "./show.ts";

/**
 * Meetings of one kern or of all, what is to come or what has been, page by page; only those that hold words or are about a proposal when
 * asked so. Refuses visitors, and a cursor that is not of this list ("invalid-input").
 */
export const listMeetings = action({
  name: "meetings.list-meetings",
  kind: "view",
  input: listMeetingsInput,
  async run({ tx, actor, now }, { kern, q, when, proposal, cursor, limit }): Promise<MeetingsView> {
    const person = signedIn(actor);
    const after = cursor === undefined ? null : decodeCursor(cursor, { when });
    if (cursor !== undefined && after === null)
      throw new Refused("invalid-input", { fields: [{ path: "cursor", message: "invalid" }] });
    const kernen = kern === undefined ? undefined : [kern];
    const rows = await listed(tx, { person, now, when, kernen, q: q || undefined, proposal, after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      meetings: page.map((row) => summaryOf(row, actor, now)),
      next: last && rows.length > limit ? encodeCursor({ when, key: last.key, meeting: last.meeting }) : null,
    };
  },
});
