import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type ProposalView, viewProposalInput } from "./contract.ts";
import { loadProposal } from "./load.ts";
import { proposalView } from "./show.ts";

/**
 * One proposal with its discussion and history, for everybody of the municipality who is signed in. Before it is published it exists
 * only for its author and the officers of its kern ("not-found" for others).
 */
export const viewProposal = action({
  name: "proposals.view-proposal",
  kind: "view",
  input: viewProposalInput,
  async run({ tx, actor }, { proposal }): Promise<ProposalView> {
    signedIn(actor);
    const { found } = await loadProposal(tx, actor, proposal);
    return proposalView(tx, actor, found);
  },
});
