import type { Work } from "../shared/work.ts";
import { keepBackground } from "./background-store.ts";
import type { PollPlan, VotingFact } from "./contract.ts";
import { takeDraft } from "./draft-store.ts";
import { openNow } from "./open-poll.ts";
import type { NewPoll } from "./store.ts";

/** What follows once a plan is stored, new or changed: its background, no draft any more, and the opening when its time has come. */
export async function planned(work: Work, plan: NewPoll, input: PollPlan): Promise<{ poll: string }> {
  const { tx, now, announce } = work;
  const { poll, kern, opensAt, closesAt, level } = plan;
  await keepBackground(tx, poll, input.background);
  await takeDraft(tx, kern, input);
  const times = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
  announce({ fact: "poll-planned", poll, kern, ...times } satisfies VotingFact);
  if (opensAt <= now && level !== 2) await openNow(work, poll);
  return { poll };
}
