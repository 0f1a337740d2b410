import { nothing } from "../members/contract.ts";
import { after, days } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import type { MyMeetingsView } from "./contract.ts";
import { listed } from "./list-store.ts";
import { summaryOf } from "./show.ts";

const mostOfEach = 100;
const pastMs = days(366);

/** What the asker comes to or waits for, cancelled ones too so that she sees it; and what she said yes to in the last year. Refuses visitors. */
export const listMyMeetings = action({
  name: "meetings.list-my-meetings",
  kind: "view",
  input: nothing,
  async run({ tx, actor, now }): Promise<MyMeetingsView> {
    const person = signedIn(actor);
    const common = { person, now, limit: mostOfEach };
    const upcoming = await listed(tx, { ...common, when: "upcoming", mine: ["coming", "waiting"] });
    const past = await listed(tx, { ...common, when: "past", mine: ["coming"], stands: true, edge: after(now, -pastMs) });
    return {
      upcoming: upcoming.map((row) => summaryOf(row, actor, now)),
      past: past.map((row) => summaryOf(row, actor, now)),
    };
  },
});
