import { action } from "../shared/work.ts";
import { type ProposalView, publishProposalInput } from "./contract.ts";
import { takeStep } from "./take-step.ts";

/** The officer of the kern puts a submitted proposal on the square. An officer may publish her own; the history shows that she did. */
export const publishProposal = action({
  name: "proposals.publish-proposal",
  kind: "change",
  input: publishProposalInput,
  run: (work, { proposal }): Promise<ProposalView> =>
    takeStep(work, {
      deed: "publish",
      proposal,
      fact: ({ kern, author }) => ({ fact: "proposal-published", proposal, kern, author }),
    }),
});
