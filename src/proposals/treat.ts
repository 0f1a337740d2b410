import { Refused } from "../shared/refused.ts";
import type { Work } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import type { ProposalsFact, ProposalView } from "./contract.ts";
import { addEvent, type NewEvent } from "./event-store.ts";
import { loadToChange } from "./load.ts";
import { proposalView } from "./show.ts";
import { findProposal, type StoredProposal } from "./store.ts";
import { refuseTreatment, type TreatmentDeed } from "./treatment-rules.ts";
import { saveTreatment, type TreatmentChange } from "./treatment-store.ts";

export interface TreatmentStep {
  deed: TreatmentDeed;
  proposal: string;
  change: TreatmentChange;
  event: Pick<NewEvent, "event" | "reason" | "answerDue">;
  /** Whether the very same was said before: a second try after a lost answer. */
  isRepeat(found: StoredProposal): boolean;
  /** `turn`: its number in the history. */
  fact(found: StoredProposal, turn: number): ProposalsFact;
}

/**
 * Brings a published proposal one step further in the municipality's hands: lock, rule, record, history, fact. Refuses who is no
 * officer of its kern ("not-allowed"), what is not published, and what is past this step ("already-decided"); the same words said
 * again change nothing.
 */
export async function treat(work: Work, step: TreatmentStep): Promise<ProposalView> {
  const { tx, actor, now, announce, concerns } = work;
  const person = signedIn(actor);
  concerns(`proposal ${step.proposal}`);
  const { found, asker } = await loadToChange(tx, actor, step.proposal);
  if (asker.officer && step.isRepeat(found)) return proposalView(tx, actor, found);
  const refusal = refuseTreatment(step.deed, found, asker);
  if (refusal) throw new Refused(refusal, refusal === "already-decided" ? { state: found.treatment } : {});
  await saveTreatment(tx, found.proposal, step.change, now);
  const turn = await addEvent(tx, actor.municipality, found.proposal, { ...step.event, at: now, person });
  announce(step.fact(found, turn));
  return proposalView(tx, actor, (await findProposal(tx, found.proposal)) ?? found);
}
