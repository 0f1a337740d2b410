import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type VotingFact, viewPollInput } from "./contract.ts";
import { closingGraceMs, tallyOf } from "./rules.ts";
import { countBallots, lockPoll, optionsOf, recordTally } from "./store.ts";

/**
 * Counts and publishes: Kernplein itself does, from the job queue, when the closing time and the grace for ballots in flight have
 * passed. Refuses earlier. Does nothing when the poll was counted already.
 */
export const closePoll = action({
  name: "voting.close-poll",
  kind: "change",
  input: viewPollInput,
  async run({ tx, actor, now, announce, concerns }, { poll }): Promise<void> {
    if (actor.channel !== "job") throw new Refused("not-allowed");
    concerns(`poll ${poll}`);
    const found = await lockPoll(tx, poll);
    if (!found) throw new Refused("not-found");
    if (found.state === "closed") return;
    if (now.getTime() < found.closesAt.getTime() + closingGraceMs)
      throw new Refused("poll-not-open", { opensAt: found.opensAt.toISOString() });
    const tally = tallyOf(await optionsOf(tx, poll), await countBallots(tx, poll), found.rollSize ?? 0, now);
    await recordTally(tx, actor.municipality, poll, tally);
    announce({ fact: "poll-closed", poll, kern: found.kern } satisfies VotingFact);
  },
});
