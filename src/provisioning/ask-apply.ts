import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { loadAcceptances } from "./acceptance-store.ts";
import { askRun } from "./ask-run.ts";
import { askApplyInput, type RunView } from "./contract.ts";
import { inScope, withoutAccepted } from "./found.ts";
import { administrator } from "./may-administer.ts";
import { findRun, findUnderWay, listEnded } from "./run-store.ts";
import { runView } from "./run-view.ts";

/**
 * Asks for what the look showed to be done: for all kernen or some, all of it or one part. What takes something away is done only when
 * the asker said so, and only as far as she saw it. Refuses while another run is under way, when the look is not the newest one any
 * more, and when there is nothing to do.
 */
export const askApply = action({
  name: "provisioning.ask-apply",
  kind: "change",
  input: askApplyInput,
  async run({ tx, actor, now, announce, concerns }, { look, kernen = null, part = null, takeAway }): Promise<RunView> {
    const person = administrator(actor);
    const underWay = await findUnderWay(tx);
    if (underWay) throw new Refused("run-under-way", { name: underWay.askedBy });
    const [newest] = await listEnded(tx, "look", 1);
    if (newest?.run !== look || !newest.outcome?.found) throw new Refused("look-again");
    const { steps } = withoutAccepted(newest.outcome.found, await loadAcceptances(tx));
    const wanted = inScope(steps, { kernen, part }).filter(({ sign }) => takeAway || sign !== "-");
    if (wanted.length === 0) throw new Refused("look-again");
    const agreed = wanted.filter(({ sign }) => sign === "-").map(({ identity }) => identity);
    const asked = await askRun(tx, actor.municipality, { kind: "apply", askedBy: person, kernen, part, agreed }, now);
    if (!asked) throw new Refused("run-under-way");
    for (const fact of asked.facts) announce(fact);
    concerns(`apply ${asked.run}: ${kernen?.join(", ") ?? "all kernen"}${part ? `, ${part}` : ""}`);
    const row = await findRun(tx, asked.run);
    if (!row) throw new Refused("not-found");
    return runView(row);
  },
});
