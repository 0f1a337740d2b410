import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PollExport, viewPollInput } from "./contract.ts";
import { findPoll } from "./store.ts";
import { exportOf } from "./tally-store.ts";

/** The file with which anybody can count again, once the poll has been counted. docs/ballot-format.md, section 8. */
export const viewExport = action({
  name: "voting.view-export",
  kind: "view",
  input: viewPollInput,
  async run({ tx }, { poll }): Promise<PollExport> {
    const found = await findPoll(tx, poll);
    if (!found || found.level === 0) throw new Refused("not-found");
    const gzip = await exportOf(tx, poll);
    if (!gzip) throw new Refused("poll-not-open", { opensAt: found.opensAt.toISOString() });
    return { gzip };
  },
});
