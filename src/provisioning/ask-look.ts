import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { askRun } from "./ask-run.ts";
import { noInput, type RunView } from "./contract.ts";
import { administrator } from "./may-administer.ts";
import { findRun, findUnderWay } from "./run-store.ts";
import { runView } from "./run-view.ts";

/** Asks how Microsoft 365 is now. While something is under way already, gives that: after an apply there is a look by itself. */
export const askLook = action({
  name: "provisioning.ask-look",
  kind: "change",
  input: noInput,
  async run({ tx, actor, now, announce, concerns }): Promise<RunView> {
    const person = administrator(actor);
    const asked = await askRun(tx, actor.municipality, { kind: "look", askedBy: person }, now);
    for (const fact of asked?.facts ?? []) announce(fact);
    const row = asked ? await findRun(tx, asked.run) : await findUnderWay(tx);
    if (!row) throw new Refused("changed-meanwhile");
    concerns(`look ${row.run}`);
    return runView(row);
  },
});
