import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type ProposalView, submitProposalInput } from "./contract.ts";
import { faultsBeforeSubmitting } from "./rules.ts";
import { takeStep } from "./take-step.ts";

/**
 * The author hands in a draft or a returned proposal; the officer of the kern decides next. Refuses a title under 3 or a text under 20
 * characters ("invalid-input", all faults at once), and who no longer takes part in the kern.
 */
export const submitProposal = action({
  name: "proposals.submit-proposal",
  kind: "change",
  input: submitProposalInput,
  run: (work, { proposal }): Promise<ProposalView> =>
    takeStep(work, {
      deed: "submit",
      proposal,
      judge(found) {
        const fields = faultsBeforeSubmitting(found);
        if (fields.length > 0) throw new Refused("invalid-input", { fields });
      },
      fact: ({ kern, author }, turn) => ({ fact: "proposal-submitted", proposal, kern, author, turn }),
    }),
});
