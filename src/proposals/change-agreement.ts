import { Refused } from "../shared/refused.ts";
import type { Work } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import type { AgreementView, ProposalsFact } from "./contract.ts";
import { type Agreement, findComment } from "./discussion-store.ts";
import { loadToChange } from "./load.ts";
import { refuseComment } from "./rules.ts";

/** What agreeing and no longer agreeing share: lock, rule, change, count. Refuses one's own comment ("not-allowed"). */
export async function changeAgreement(
  { tx, actor, announce, concerns }: Work,
  { proposal, comment }: { proposal: string; comment: string },
  change: (agreement: Agreement) => Promise<void>,
): Promise<AgreementView> {
  const person = signedIn(actor);
  concerns(`comment ${comment}`);
  const { found, asker } = await loadToChange(tx, actor, proposal);
  const refusal = refuseComment(found, asker);
  if (refusal) throw new Refused(refusal);
  const said = await findComment(tx, proposal, comment, person);
  if (!said) throw new Refused("not-found");
  if (said.author === person) throw new Refused("not-allowed");
  await change({ municipality: actor.municipality, proposal, comment, person });
  const { agreed, agreeCount } = (await findComment(tx, proposal, comment, person)) ?? said;
  if (agreed !== said.agreed) announce({ fact: "comment-agreed", proposal, kern: found.kern } satisfies ProposalsFact);
  return { agreed, agreeCount };
}
