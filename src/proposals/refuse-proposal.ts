import { action } from "../shared/work.ts";
import { type ProposalView, refuseProposalInput } from "./contract.ts";
import { takeStep } from "./take-step.ts";

/** The officer refuses a submitted proposal for good; the author reads why. */
export const refuseProposal = action({
  name: "proposals.refuse-proposal",
  kind: "change",
  input: refuseProposalInput,
  run: (work, { proposal, reason }): Promise<ProposalView> =>
    takeStep(work, {
      deed: "refuse",
      proposal,
      reason,
      fact: ({ kern, author }) => ({ fact: "proposal-refused", proposal, kern, author, reason }),
    }),
});
