import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { type ProposalsFact, type SupportView, supportProposalInput } from "./contract.ts";
import { removeSupport } from "./discussion-store.ts";
import { loadToChange } from "./load.ts";
import { refuseSupportChange } from "./rules.ts";

/** Takes support back, also by who has left her kern since; without support it changes nothing. Refuses what is not published or was answered. */
export const withdrawSupport = action({
  name: "proposals.withdraw-support",
  kind: "change",
  input: supportProposalInput,
  async run({ tx, actor, announce, concerns }, { proposal }): Promise<SupportView> {
    const person = signedIn(actor);
    concerns(`proposal ${proposal}`);
    const { found } = await loadToChange(tx, actor, proposal);
    const refusal = refuseSupportChange(found);
    if (refusal) throw new Refused(refusal);
    const removed = await removeSupport(tx, proposal, person);
    if (removed) announce({ fact: "proposal-support-withdrawn", proposal, kern: found.kern } satisfies ProposalsFact);
    return { supported: false, supportCount: found.supportCount - (removed ? 1 : 0) };
  },
});
