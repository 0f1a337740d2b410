import { allKernen } from "../kernen/index.ts";
import { officerKernen } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type LedMeetingsView, listLedMeetingsInput } from "./contract.ts";
import { countLed, listed } from "./list-store.ts";
import { cursorOf, pageOf } from "./pages.ts";

/**
 * The meetings of all kernen of an officer or of one of them, page by page: what is to come, what has been, or what was held and has no
 * minutes yet. Refuses who is no officer (of that kern), and a cursor that is not of this list ("invalid-input").
 */
export const listLedMeetings = action({
  name: "meetings.list-led-meetings",
  kind: "view",
  input: listLedMeetingsInput,
  async run({ tx, actor, now }, { kern, show, cursor, limit }): Promise<LedMeetingsView> {
    const person = signedIn(actor);
    const all = await allKernen(tx);
    const hers = officerKernen(
      actor,
      all.map((one) => one.kern),
    );
    if (hers.length === 0 || (kern !== undefined && !hers.includes(kern))) throw new Refused("not-allowed");
    const kernen = kern === undefined ? hers : [kern];
    const when = show === "upcoming" ? "upcoming" : "past";
    const missing = show === "without-minutes" || undefined;
    const wish = { person, now, when, kernen, stands: missing, lacksMinutes: missing, after: cursorOf(cursor, when) } as const;
    const rows = await listed(tx, { ...wish, limit: limit + 1 });
    return {
      ...pageOf(rows, { when, limit, actor, now }),
      counts: await countLed(tx, kernen, now),
      kernen: all.filter((one) => hers.includes(one.kern)).map(({ kern: id, name }) => ({ kern: id, name })),
    };
  },
});
