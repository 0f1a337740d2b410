import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type SimilarProposals, similarProposalsInput } from "./contract.ts";
import { findSimilar } from "./similar-store.ts";

const most = 5;

/** Published proposals like the text being written: of that kern first, then of the rest of the municipality; at most 5. */
export const similarProposals = action({
  name: "proposals.similar-proposals",
  kind: "view",
  input: similarProposalsInput,
  async run({ tx, actor }, { kern, text }): Promise<SimilarProposals> {
    signedIn(actor);
    const near = await findSimilar(tx, text, { kern, limit: most });
    if (near.length === most) return { similar: near };
    const known = new Set(near.map(({ proposal }) => proposal));
    const everywhere = await findSimilar(tx, text, { kern: undefined, limit: most + near.length });
    return { similar: [...near, ...everywhere.filter(({ proposal }) => !known.has(proposal))].slice(0, most) };
  },
});
