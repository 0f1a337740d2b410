import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PaperView, viewPaperInput } from "./contract.ts";
import { refuseHelper } from "./helped-voter.ts";
import { paperViewOf } from "./show-paper.ts";
import { findPoll } from "./store.ts";

/** The paper ballots of a secret poll: what was handed out, what came back, what still differs. For helpers of the kern. */
export const viewPaper = action({
  name: "voting.view-paper",
  kind: "view",
  input: viewPaperInput,
  async run({ tx, actor, now }, { poll }): Promise<PaperView> {
    const found = await findPoll(tx, poll);
    if (!found || found.level === 0) throw new Refused("not-found");
    refuseHelper(actor, found);
    return paperViewOf(tx, actor, found, now);
  },
});
