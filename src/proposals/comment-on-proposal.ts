import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type CommentView, commentOnProposalInput, type ProposalsFact } from "./contract.ts";
import { findComment, findSameComment, insertComment } from "./discussion-store.ts";
import { loadToChange } from "./load.ts";
import { refuseComment } from "./rules.ts";
import { commentView } from "./show.ts";

/**
 * An argument for, against, or a question, by whoever takes part in a kern of the municipality or is officer of this one. The same
 * words by the same person (a second try after a lost answer) give the comment that is there. Refuses what is not published.
 */
export const commentOnProposal = action({
  name: "proposals.comment-on-proposal",
  kind: "change",
  input: commentOnProposalInput,
  async run({ tx, actor, now, announce, concerns }, { proposal, stance, body }): Promise<CommentView> {
    const author = signedIn(actor);
    concerns(`proposal ${proposal}`);
    const { found, asker } = await loadToChange(tx, actor, proposal);
    const refusal = refuseComment(found, asker);
    if (refusal) throw new Refused(refusal);
    const same = await findSameComment(tx, proposal, author, stance, body);
    if (same) return commentView(same, author);
    const comment = newId();
    await insertComment(tx, { municipality: actor.municipality, proposal, comment, author, stance, body, at: now });
    announce({ fact: "proposal-commented", proposal, kern: found.kern } satisfies ProposalsFact);
    const written = await findComment(tx, proposal, comment, author);
    if (!written) throw new Refused("not-found");
    return commentView(written, author);
  },
});
