import { action } from "../shared/work.ts";
import { finishProposalInput, type ProposalView } from "./contract.ts";
import { treat } from "./treat.ts";

/** The officer tells everybody what came of a proposal that the municipality said yes to, wholly or in part. */
export const finishProposal = action({
  name: "proposals.finish-proposal",
  kind: "change",
  input: finishProposalInput,
  run: (work, { proposal, text }): Promise<ProposalView> =>
    treat(work, {
      deed: "finish",
      proposal,
      change: { treatment: "done", finish: text },
      event: { event: "finished", reason: text },
      isRepeat: (found) => found.treatment === "done" && found.finish === text,
      fact: ({ kern, author }) => ({ fact: "proposal-finished", proposal, kern, author }),
    }),
});
