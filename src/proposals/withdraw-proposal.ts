import { action } from "../shared/work.ts";
import { type ProposalView, withdrawProposalInput } from "./contract.ts";
import { takeStep } from "./take-step.ts";

/** The author takes a proposal back, in every state but refused and until it is answered. What was published stays readable as withdrawn, support and all. */
export const withdrawProposal = action({
  name: "proposals.withdraw-proposal",
  kind: "change",
  input: withdrawProposalInput,
  run: (work, { proposal }): Promise<ProposalView> =>
    takeStep(work, {
      deed: "withdraw",
      proposal,
      fact: ({ kern, author, state }) =>
        state === "draft" ? null : { fact: "proposal-withdrawn", proposal, kern, author, published: state === "published" },
    }),
});
