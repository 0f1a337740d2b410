import { allKernen } from "../kernen/index.ts";
import { mayReadOverview, membersAt } from "../members/index.ts";
import { activityByMonth } from "../proposals/index.ts";
import { monthStarts } from "../shared/months.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { turnouts } from "../voting/index.ts";
import { type TrendsView, viewTrendsInput } from "./contract.ts";
import { trendsOf } from "./trend-rules.ts";

export const trendMonths = 12;

/**
 * The last twelve months of all kernen or of one, out of what is on record anyway. For councillors, officers and administrators.
 * Refuses "not-found" for a kern that is not there.
 */
export const viewTrends = action({
  name: "summaries.view-trends",
  kind: "view",
  input: viewTrendsInput,
  async run({ tx, actor, now }, { kern }): Promise<TrendsView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!mayReadOverview(actor)) throw new Refused("not-allowed");
    const kernen = (await allKernen(tx)).filter((one) => kern === undefined || one.kern === kern);
    if (kern !== undefined && kernen.length === 0) throw new Refused("not-found");
    const starts = monthStarts(now, trendMonths);
    const [first = now, ...ends] = starts;
    const counted = {
      activity: await activityByMonth(tx, starts, kern),
      members: await membersAt(tx, [...ends, now], kern),
      polls: await turnouts(tx, first, kern === undefined ? undefined : [kern]),
    };
    return { ...trendsOf(kernen, starts, counted), madeAt: now.toISOString() };
  },
});
