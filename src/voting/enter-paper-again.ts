import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { enterPaperAgainInput, type PaperView } from "./contract.ts";
import { numbered, paperPoll, refuseBallots, stackOf } from "./paper-desk.ts";
import { insertEntry } from "./paper-store.ts";
import { paperViewOf } from "./show-paper.ts";

/** Enters a stack for the second time, without having seen the first entry. Refuses whoever entered it first, and a third time. */
export const enterPaperAgain = action({
  name: "voting.enter-paper-again",
  kind: "change",
  input: enterPaperAgainInput,
  async run({ tx, actor, now, concerns }, { poll, stack, code, ballots }): Promise<PaperView> {
    concerns(`poll ${poll}, paper stack ${stack}`);
    const { found, person } = await paperPoll(tx, actor, poll);
    const { entries } = await stackOf(tx, poll, stack);
    if (entries.some((entry) => entry.person === person)) throw new Refused("paper-same-person");
    if (entries.length > 1) throw new Refused("already-decided");
    await refuseBallots(tx, found, code, numbered(ballots));
    await insertEntry(tx, poll, stack, { round: 2, person, ballots });
    return paperViewOf(tx, actor, found, now);
  },
});
