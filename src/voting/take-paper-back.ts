import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PaperMarked, takePaperBackInput } from "./contract.ts";
import { namedVoter, refuseHelper } from "./helped-voter.ts";
import { placesOf, unmarkPaper } from "./roll-store.ts";
import { findPoll } from "./store.ts";
import { whyRefused } from "./why-refused.ts";

/**
 * A paper ballot that was handed out came back unused: its voter may vote by another way again. Only while the poll is open and no paper
 * ballot of it has been entered ("paper-entered"): from then on nobody can say which of them lie in the stack.
 */
export const takePaperBack = action({
  name: "voting.take-paper-back",
  kind: "change",
  input: takePaperBackInput,
  async run({ tx, actor, now, concerns }, { poll, ...voter }): Promise<PaperMarked> {
    concerns(`poll ${poll}, ${voter.person ? `person ${voter.person}` : `letter ${voter.letter}`}`);
    const found = await findPoll(tx, poll);
    if (!found || found.level === 0) throw new Refused("not-found");
    refuseHelper(actor, found, voter);
    const asker = await namedVoter(tx, poll, voter, null);
    const [place = null] = await placesOf(tx, poll, [asker]);
    const refusal = await whyRefused(tx, found, asker, await unmarkPaper(tx, poll, place, now));
    if (refusal) throw refusal;
    return { marked: false };
  },
});
