import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PollLogView, viewPollInput } from "./contract.ts";
import { headsOf, leavesOf } from "./log-store.ts";
import { findPoll } from "./store.ts";

/** The public log of a secret poll as far as it has been signed, for anybody. Before the count it holds fingerprints only. */
export const viewLog = action({
  name: "voting.view-log",
  kind: "view",
  input: viewPollInput,
  async run({ tx }, { poll }): Promise<PollLogView> {
    const found = await findPoll(tx, poll);
    if (!found || found.level === 0) throw new Refused("not-found");
    return { poll, heads: await headsOf(tx, poll), log: await leavesOf(tx, poll) };
  },
});
