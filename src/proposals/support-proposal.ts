import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type ProposalsFact, type SupportView, supportProposalInput } from "./contract.ts";
import { addSupport } from "./discussion-store.ts";
import { loadToChange } from "./load.ts";
import { refuseSupport } from "./rules.ts";

/**
 * "I back this": once per person, said again it changes nothing. For everybody who takes part in a kern of the municipality, except
 * the author ("own-proposal"); refuses what is not published.
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
    if (fresh) announce({ fact: "proposal-supported", proposal, kern: found.kern } satisfies ProposalsFact);
    return { supported: true, supportCount: found.supportCount + (fresh ? 1 : 0) };
  },
});
