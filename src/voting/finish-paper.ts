import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { finishPaperInput, type PaperView, type VotingFact } from "./contract.ts";
import { paperPoll } from "./paper-desk.ts";
import { markPaperFinished, paperStanding } from "./paper-store.ts";
import { stateAt } from "./rules.ts";
import { paperViewOf } from "./show-paper.ts";

/**
 * Says that no more paper will come, so that the count can begin though some of the ballots handed out did not come back. Only the kern's
 * officer, only after the closing time, and only when every stack that was entered is published or thrown away.
 */
export const finishPaper = action({
  name: "voting.finish-paper",
  kind: "change",
  input: finishPaperInput,
  async run({ tx, actor, now, announce, concerns }, { poll }): Promise<PaperView> {
    const { found } = await paperPoll(tx, actor, poll);
    const { kern, closesAt } = found;
    const { handedOut, published, unpublished } = await paperStanding(tx, poll);
    concerns(`poll ${poll}, paper finished: ${published} of ${handedOut} ballots came back`);
    if (!isOfficerOf(actor, kern)) throw new Refused("not-allowed");
    if (stateAt(found, now) !== "closed") throw new Refused("poll-still-open", { closesAt: closesAt.toISOString() });
    if (unpublished > 0) throw new Refused("paper-not-agreed");
    await markPaperFinished(tx, poll);
    announce({ fact: "poll-paper-finished", poll, kern, closesAt: closesAt.toISOString() } satisfies VotingFact);
    return paperViewOf(tx, actor, found, now);
  },
});
