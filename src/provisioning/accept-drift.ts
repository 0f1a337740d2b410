import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { saveAcceptance } from "./acceptance-store.ts";
import { askRun } from "./ask-run.ts";
import { type AcceptanceView, acceptDriftInput } from "./contract.ts";
import { isAcceptable } from "./found.ts";
import { administrator } from "./may-administer.ts";
import { findUnderWay, listEnded } from "./run-store.ts";

/**
 * Lets a change that somebody made by hand be as it is; a new look follows. Refuses a difference that the newest look does not show,
 * and one that Kernplein cannot do without. Twice changes nothing.
 */
export const acceptDrift = action({
  name: "provisioning.accept-drift",
  kind: "change",
  input: acceptDriftInput,
  async run({ tx, actor, now, announce, concerns }, { kern, what }): Promise<AcceptanceView> {
    const person = administrator(actor);
    concerns(`${kern} ${what}`);
    if (!isAcceptable(what)) throw new Refused("invalid-input", { fields: [{ path: "what", message: "not-in-the-list" }] });
    if ((await findUnderWay(tx))?.kind === "apply") throw new Refused("run-under-way");
    const [look] = await listEnded(tx, "look", 1);
    const shown = look?.outcome?.found?.steps.some((step) => step.kern === kern && step.drift?.what === what);
    if (!shown) throw new Refused("look-again");
    await saveAcceptance(tx, actor.municipality, { kern, what, person, now });
    const asked = await askRun(tx, actor.municipality, { kind: "look", askedBy: person }, now);
    for (const fact of asked?.facts ?? []) announce(fact);
    return { kern, what, accepted: true };
  },
});
