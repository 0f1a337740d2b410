import { nothing } from "../members/contract.ts";
import { after, days } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import type { InvitationsView } from "./contract.ts";
import { listed } from "./list-store.ts";
import { summaryOf } from "./show.ts";

const aheadMs = days(21);
const most = 20;

/** "Do you come?": what begins within three weeks in the asker's kernen and she did not answer, soonest first. Refuses visitors. */
export const listInvitations = action({
  name: "meetings.list-invitations",
  kind: "view",
  input: nothing,
  async run({ tx, actor, now }): Promise<InvitationsView> {
    const person = signedIn(actor);
    const kernen = actor.roles.flatMap(({ role, kern }) => (role === "resident" && kern !== null ? [kern] : []));
    if (kernen.length === 0) return { meetings: [] };
    const wish = { when: "upcoming", mine: null, stands: true, edge: after(now, aheadMs) } as const;
    const rows = await listed(tx, { ...wish, person, now, kernen, limit: most });
    const meetings = rows.map((row) => summaryOf(row, actor, now)).filter(({ can }) => can.answer);
    return { meetings };
  },
});
