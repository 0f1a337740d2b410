import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { correctAnswerInput, type ProposalsFact, type ProposalView } from "./contract.ts";
import { addEvent } from "./event-store.ts";
import { loadToChange } from "./load.ts";
import { proposalView } from "./show.ts";
import { findProposal } from "./store.ts";
import { refuseCorrection } from "./treatment-rules.ts";
import { saveCorrection } from "./treatment-store.ts";

/**
 * Puts the municipality's answer right, in the open: what stood there stays readable in the history, with the day and the reason. The
 * author gets a mail, and who backs it when the outcome is another. Refuses who is no officer of its kern, a proposal without an answer
 * ("not-found"), and "no" to what is finished; the very same answer changes nothing.
 */
export const correctAnswer = action({
  name: "proposals.correct-answer",
  kind: "change",
  input: correctAnswerInput,
  async run({ tx, actor, now, announce, concerns }, { proposal, reason, ...answer }): Promise<ProposalView> {
    const person = signedIn(actor);
    concerns(`proposal ${proposal}`);
    const { found, asker } = await loadToChange(tx, actor, proposal);
    const refusal = refuseCorrection(found, asker);
    if (refusal) throw new Refused(refusal);
    if (found.treatment === "done" && answer.outcome === "no")
      throw new Refused("invalid-input", { fields: [{ path: "outcome", message: "finished-already" }] });
    const { answer: text, outcome, signedBy } = found;
    if (text === null || outcome === null || signedBy === null) throw new Refused("not-found");
    if (outcome === answer.outcome && text === answer.text && signedBy === answer.signedBy) return proposalView(tx, actor, found);
    await saveCorrection(tx, proposal, answer, now);
    const former = { outcome, text, signedBy };
    const turn = await addEvent(tx, actor.municipality, proposal, { event: "corrected", at: now, person, reason, former });
    const otherOutcome = outcome !== answer.outcome;
    announce({ fact: "proposal-corrected", proposal, kern: found.kern, turn, otherOutcome } satisfies ProposalsFact);
    return proposalView(tx, actor, (await findProposal(tx, proposal)) ?? found);
  },
});
