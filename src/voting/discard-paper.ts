import { action } from "../shared/work.ts";
import { type PaperView, paperStackInput } from "./contract.ts";
import { paperPoll, stackOf } from "./paper-desk.ts";
import { deleteStack } from "./paper-store.ts";
import { paperViewOf } from "./show-paper.ts";

/** Throws away what was entered of a stack that is not published, to begin it anew; the paper itself stays. For helpers of the kern. */
export const discardPaper = action({
  name: "voting.discard-paper",
  kind: "change",
  input: paperStackInput,
  async run({ tx, actor, now, concerns }, { poll, stack }): Promise<PaperView> {
    concerns(`poll ${poll}, paper stack ${stack}`);
    const { found } = await paperPoll(tx, actor, poll);
    await stackOf(tx, poll, stack);
    await deleteStack(tx, poll, stack);
    return paperViewOf(tx, actor, found, now);
  },
});
