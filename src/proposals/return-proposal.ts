import { action } from "../shared/work.ts";
import { type ProposalView, returnProposalInput } from "./contract.ts";
import { takeStep } from "./take-step.ts";

/** The officer gives a submitted proposal back to its author, who reads the reason, may change it and submit it again. */
export const returnProposal = action({
  name: "proposals.return-proposal",
  kind: "change",
  input: returnProposalInput,
  run: (work, { proposal, reason }): Promise<ProposalView> =>
    takeStep(work, {
      deed: "return",
      proposal,
      reason,
      fact: ({ kern, author }, turn) => ({ fact: "proposal-returned", proposal, kern, author, reason, turn }),
    }),
});
