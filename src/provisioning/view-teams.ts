import { allKernen, municipalityOf, themePrefix } from "../kernen/index.ts";
import { action } from "../shared/work.ts";
import { loadAcceptances } from "./acceptance-store.ts";
import { noInput, type TeamsView } from "./contract.ts";
import { withoutAccepted } from "./found.ts";
import { loadUses } from "./limit-store.ts";
import { limitsShown } from "./limits-shown.ts";
import { administrator } from "./may-administer.ts";
import { findUnderWay, listEnded } from "./run-store.ts";
import { runView } from "./run-view.ts";
import { driftFound } from "./sayings.ts";

const mostHistory = 20;

/** What the newest look found, what is under way, and what was done before. Asks nothing of Microsoft. */
export const viewTeams = action({
  name: "provisioning.view-teams",
  kind: "view",
  input: noInput,
  async run({ tx, actor, now }): Promise<TeamsView> {
    administrator(actor);
    const accepted = await loadAcceptances(tx);
    const [look] = await listEnded(tx, "look", 1);
    const underWay = await findUnderWay(tx);
    const { found = null, checks = [] } = look?.outcome ?? {};
    // Theme teams have no name in the database: the look tells it.
    const names = new Map([...(await allKernen(tx)), ...(found?.kernen ?? [])].map(({ kern, name }) => [kern, name]));
    return {
      municipalityName: (await municipalityOf(tx)).name,
      look: look ? { run: runView(look), found: found && withoutAccepted(found, accepted), checks } : null,
      underWay: underWay ? runView(underWay) : null,
      history: (await listEnded(tx, "apply", mostHistory)).map(runView),
      accepted: accepted.map(({ kern, what, by, at }) => ({ kern, what, found: driftFound(what), by, at: at.toISOString() })),
      limits: limitsShown(await loadUses(tx), (kern) => names.get(kern) ?? kern.replace(themePrefix, "")),
      serverTime: now.toISOString(),
    };
  },
});
