import { action } from "../shared/work.ts";
import { enterPaperInput, type PaperView } from "./contract.ts";
import { numbered, paperPoll, refuseBallots } from "./paper-desk.ts";
import { insertEntry, insertStack } from "./paper-store.ts";
import { paperViewOf } from "./show-paper.ts";

/**
 * Enters a new stack of paper ballots in the order in which it lies there. Somebody else enters it again. During the vote or after it,
 * until the poll is counted; nothing of it counts before it is published. Refuses ballots with another poll's letters, or that break the form.
 */
export const enterPaper = action({
  name: "voting.enter-paper",
  kind: "change",
  input: enterPaperInput,
  async run({ tx, actor, now, concerns }, { poll, code, ballots }): Promise<PaperView> {
    concerns(`poll ${poll}`);
    const { found, person } = await paperPoll(tx, actor, poll);
    await refuseBallots(tx, found, code, numbered(ballots));
    const stack = await insertStack(tx, poll);
    concerns(`poll ${poll}, paper stack ${stack}`);
    await insertEntry(tx, poll, stack, { round: 1, person, ballots });
    return paperViewOf(tx, actor, found, now);
  },
});
