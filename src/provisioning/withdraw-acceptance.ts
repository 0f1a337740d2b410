import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { removeAcceptance } from "./acceptance-store.ts";
import { askRun } from "./ask-run.ts";
import { type AcceptanceView, acceptDriftInput } from "./contract.ts";
import { administrator } from "./may-administer.ts";
import { findUnderWay } from "./run-store.ts";

/** What was let be counts as a difference again; a new look follows. Twice changes nothing. */
export const withdrawAcceptance = action({
  name: "provisioning.withdraw-acceptance",
  kind: "change",
  input: acceptDriftInput,
  async run({ tx, actor, now, announce, concerns }, { kern, what }): Promise<AcceptanceView> {
    const person = administrator(actor);
    concerns(`${kern} ${what}`);
    if ((await findUnderWay(tx))?.kind === "apply") throw new Refused("run-under-way");
    await removeAcceptance(tx, actor.municipality, kern, what);
    const asked = await askRun(tx, actor.municipality, { kind: "look", askedBy: person }, now);
    for (const fact of asked?.facts ?? []) announce(fact);
    return { kern, what, accepted: false };
  },
});
