import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type RunView, viewRunInput } from "./contract.ts";
import { administrator } from "./may-administer.ts";
import { findRun } from "./run-store.ts";
import { runView } from "./run-view.ts";

/** How far a look or an apply is. An older look is forgotten once there is a newer one. */
export const viewRun = action({
  name: "provisioning.view-run",
  kind: "view",
  input: viewRunInput,
  async run({ tx, actor }, { run }): Promise<RunView> {
    administrator(actor);
    const row = await findRun(tx, run);
    if (!row) throw new Refused("not-found");
    return runView(row);
  },
});
