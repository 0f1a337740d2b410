import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type ProposalsFact, type SupportView, supportProposalInput } from "./contract.ts";
import { addSupport } from "./discussion-store.ts";
import { loadToChange } from "./load.ts";
import { refuseSupport } from "./rules.ts";
import { answerOwedFrom } from "./treatment-rules.ts";

/**
 * "I back this": once per person, said again it changes nothing. For everybody who takes part in a kern of the municipality, except
 * the author ("own-proposal"); refuses what is not published, and what was answered ("proposal-answered"). The tenth makes that an
 * answer is owed.
 */
export const supportProposal = action({
  name: "proposals.support-proposal",
  kind: "change",
  input: supportProposalInput,
  async run({ tx, actor, now, announce, concerns }, { proposal }): Promise<SupportView> {
    const person = signedIn(actor);
    concerns(`proposal ${proposal}`);
    const { found, asker } = await loadToChange(tx, actor, proposal);
    const refusal = refuseSupport(found, asker);
    if (refusal) throw new Refused(refusal);
    const fresh = await addSupport(tx, actor.municipality, proposal, person, now);
    const supportCount = found.supportCount + (fresh ? 1 : 0);
    if (fresh) announce({ fact: "proposal-supported", proposal, kern: found.kern } satisfies ProposalsFact);
    if (fresh && supportCount === answerOwedFrom)
      announce({ fact: "proposal-answer-owed", proposal, kern: found.kern } satisfies ProposalsFact);
    return { supported: true, supportCount };
  },
});
