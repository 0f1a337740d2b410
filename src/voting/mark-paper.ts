import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { markPaperInput, type PaperMarked } from "./contract.ts";
import { namedVoter, refuseHelper } from "./helped-voter.ts";
import { refuseUndeclaredAge } from "./issue-pass.ts";
import { markForPaper, placesOf } from "./roll-store.ts";
import { findPoll } from "./store.ts";
import { whyRefused } from "./why-refused.ts";

/**
 * Marks that somebody on the roll votes on paper, when the ballot is handed to her. Only officers and volunteers of the kern, while the
 * poll is open, in secret polls. Refuses, with the reason, who has voted by another way.
 */
export const markPaper = action({
  name: "voting.mark-paper",
  kind: "change",
  input: markPaperInput,
  async run({ tx, actor, now, concerns }, { poll, oldEnough, ...voter }): Promise<PaperMarked> {
    concerns(`poll ${poll}, ${voter.person ? `person ${voter.person}` : `letter ${voter.letter}`}`);
    const found = await findPoll(tx, poll);
    if (!found || found.level === 0) throw new Refused("not-found");
    refuseHelper(actor, found, voter);
    refuseUndeclaredAge(found, oldEnough);
    const asker = await namedVoter(tx, poll, voter, null);
    const [place = null] = await placesOf(tx, poll, [asker]);
    const refusal = await whyRefused(tx, found, asker, await markForPaper(tx, poll, place, now));
    if (refusal) throw refusal;
    return { marked: true };
  },
});
