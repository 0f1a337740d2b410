import { municipalityOf } from "../kernen/index.ts";
import { mayReadOverview } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type OverviewView, viewOverviewInput } from "./contract.ts";
import { figuresOf, totalOf } from "./figures.ts";

/** All kernen at a glance. For councillors, officers and administrators of the municipality. */
export const viewOverview = action({
  name: "summaries.view-overview",
  kind: "view",
  input: viewOverviewInput,
  async run({ tx, actor, now }): Promise<OverviewView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!mayReadOverview(actor)) throw new Refused("not-allowed");
    const kernen = await figuresOf(tx, actor.language, now);
    return { municipalityName: (await municipalityOf(tx)).name, madeAt: now.toISOString(), kernen, total: totalOf(kernen) };
  },
});
