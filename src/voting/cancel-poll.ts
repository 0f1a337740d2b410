import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { cancelPollInput, type VotingFact } from "./contract.ts";
import { deletePlanned, lockPoll } from "./store.ts";

/**
 * Takes away a planned poll, with its letters, as if it had never been. Only the kern's officer, only before it opens: an open poll runs
 * to its end. Does nothing when it is gone already.
 */
export const cancelPoll = action({
  name: "voting.cancel-poll",
  kind: "change",
  input: cancelPollInput,
  async run({ tx, actor, announce, concerns }, { poll }): Promise<{ poll: string }> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`poll ${poll}`);
    const found = await lockPoll(tx, poll);
    if (!found) return { poll };
    if (!isOfficerOf(actor, found.kern)) throw new Refused("not-allowed");
    if (found.state !== "planned") throw new Refused("poll-has-begun");
    await deletePlanned(tx, poll);
    announce({ fact: "poll-cancelled", poll, kern: found.kern } satisfies VotingFact);
    return { poll };
  },
});
