import { Refused } from "../shared/refused.ts";
import { dateOf } from "../shared/time.ts";
import { action } from "../shared/work.ts";
import { type ProposalView, takeIntoTreatmentInput } from "./contract.ts";
import { treat } from "./treat.ts";
import { mayPromise } from "./treatment-rules.ts";

/**
 * The officer says to everybody who looks at a published proposal and, if she can, by which day an answer is expected; again when
 * that changes, which the history keeps. Refuses a day that has passed ("invalid-input") and what was answered.
 */
export const takeIntoTreatment = action({
  name: "proposals.take-into-treatment",
  kind: "change",
  input: takeIntoTreatmentInput,
  async run(work, { proposal, handledBy, answerDue }): Promise<ProposalView> {
    if (!mayPromise(answerDue, dateOf(work.now)))
      throw new Refused("invalid-input", { fields: [{ path: "answerDue", message: "in-the-past" }] });
    return treat(work, {
      deed: "take",
      proposal,
      change: { treatment: "in-treatment", handledBy, answerDue },
      event: { event: "taken", reason: handledBy, answerDue },
      isRepeat: (found) => found.treatment === "in-treatment" && found.handledBy === handledBy && found.answerDue === answerDue,
      fact: ({ kern, author }, turn) => ({ fact: "proposal-taken", proposal, kern, author, answerDue, turn }),
    });
  },
});
