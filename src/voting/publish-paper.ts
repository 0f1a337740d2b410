import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PaperView, paperStackInput, type VotingFact } from "./contract.ts";
import { paperPoll, stackOf } from "./paper-desk.ts";
import { countWaits, sorted } from "./paper-rules.ts";
import { paperStanding, publishStack } from "./paper-store.ts";
import { stateAt } from "./rules.ts";
import { agreedBallots, paperViewOf } from "./show-paper.ts";

/**
 * Makes a stack on which both agree a batch of its own in the poll's file (docs/ballot-format.md, section 8); it is signed and counted with the rest
 * after closing. Only the kern's officer. Refuses more paper ballots than were handed out, with both numbers. When all paper is in after
 * the closing time, the count begins.
 */
export const publishPaper = action({
  name: "voting.publish-paper",
  kind: "change",
  input: paperStackInput,
  async run({ tx, actor, now, announce, concerns }, { poll, stack }): Promise<PaperView> {
    concerns(`poll ${poll}, paper stack ${stack}`);
    const { found } = await paperPoll(tx, actor, poll);
    const { kern, closesAt } = found;
    if (!isOfficerOf(actor, kern)) throw new Refused("not-allowed");
    const ballots = agreedBallots(await stackOf(tx, poll, stack));
    if (!ballots) throw new Refused("paper-not-agreed");
    const before = await paperStanding(tx, poll);
    const together = before.published + ballots.length;
    if (together > before.handedOut) throw new Refused("paper-exceeds-marks", { ballots: together, handedOut: before.handedOut });
    const batch = await publishStack(tx, poll, stack, sorted(ballots));
    concerns(`poll ${poll}, paper stack ${stack} as batch ${batch}, ${ballots.length} ballots`);
    if (stateAt(found, now) === "closed" && !countWaits(await paperStanding(tx, poll)))
      announce({ fact: "poll-paper-finished", poll, kern, closesAt: closesAt.toISOString() } satisfies VotingFact);
    return paperViewOf(tx, actor, found, now);
  },
});
