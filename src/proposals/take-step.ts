import { Refused } from "../shared/refused.ts";
import type { Work } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import type { ProposalsFact, ProposalView } from "./contract.ts";
import { addEvent } from "./event-store.ts";
import { type Loaded, loadToChange } from "./load.ts";
import { type Deed, isRepeat, refuseDeed, steps } from "./rules.ts";
import { proposalView } from "./show.ts";
import { findProposal, type StateChange, type StoredProposal, saveState } from "./store.ts";

export interface Step {
  deed: Deed;
  proposal: string;
  /** What the officer wrote to the author. */
  reason?: string;
  /** Throws when something else stands in the way. */
  judge?(found: StoredProposal): void;
  /** What others should hear; nothing when it concerns nobody else. `turn`: its number in the history. */
  fact(found: StoredProposal, turn: number): ProposalsFact | null;
}

const eventOf = {
  submit: "submitted",
  publish: "published",
  return: "returned",
  refuse: "refused",
  withdraw: "withdrawn",
} as const satisfies Record<Deed, string>;

/**
 * Brings a proposal from one state to the next: lock, rule, state, history, fact. Refuses who may not ("not-allowed"; "not-found" when
 * she may not even know of it) and a proposal in another state ("already-decided"). An author's repeated step changes nothing.
 */
export async function takeStep(work: Work, step: Step): Promise<ProposalView> {
  const { tx, actor, now, announce, concerns } = work;
  const person = signedIn(actor);
  concerns(`proposal ${step.proposal}`);
  const { found, asker }: Loaded = await loadToChange(tx, actor, step.proposal);
  if (isRepeat(step.deed, found, asker)) return proposalView(tx, actor, found);
  const refusal = refuseDeed(step.deed, found, asker);
  if (refusal) throw new Refused(refusal, refusal === "already-decided" ? { state: found.state } : {});
  step.judge?.(found);
  await saveState(tx, found.proposal, changeOf(step, person, now));
  const turn = await addEvent(tx, actor.municipality, found.proposal, {
    event: eventOf[step.deed],
    at: now,
    person,
    reason: step.reason ?? null,
  });
  const fact = step.fact(found, turn);
  if (fact) announce(fact);
  return proposalView(tx, actor, (await findProposal(tx, found.proposal)) ?? found);
}

function changeOf({ deed, reason }: Step, person: string, now: Date): StateChange {
  return {
    state: steps[deed].to,
    at: now,
    ...(deed === "withdraw" ? {} : { reason: reason ?? null }),
    ...(deed === "submit" ? { submittedAt: now } : {}),
    ...(deed === "publish" ? { publishedAt: now } : {}),
    ...(steps[deed].by === "officer" ? { decidedBy: person } : {}),
  };
}
