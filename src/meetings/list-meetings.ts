import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { listMeetingsInput, type MeetingsView } from "./contract.ts";
import { listed } from "./list-store.ts";
import { cursorOf, pageOf } from "./pages.ts";

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
    const kernen = kern === undefined ? undefined : [kern];
    const wish = { person, now, when, kernen, q: q || undefined, proposal, after: cursorOf(cursor, when) };
    return pageOf(await listed(tx, { ...wish, limit: limit + 1 }), { when, limit, actor, now });
  },
});
