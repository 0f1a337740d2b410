import { newId } from "../shared/ids.ts";
import { action } from "../shared/work.ts";
import { keepBackground } from "./background-store.ts";
import { planPollInput, type VotingFact } from "./contract.ts";
import { takeDraft } from "./draft-store.ts";
import { judgedPlan } from "./judged-plan.ts";
import { openNow } from "./open-poll.ts";
import { insertPoll } from "./store.ts";

/**
 * Plans a poll in a kern, from published proposals of that kern or from scratch. When its opening time has come it opens at once, or, at
 * level 2, as soon as the job queue has made its keys. Only the kern's officer. Refuses what judgedPlan refuses.
 */
export const planPoll = action({
  name: "voting.plan-poll",
  kind: "change",
  input: planPollInput,
  async run(work, input): Promise<{ poll: string }> {
    const { tx, now, announce, concerns } = work;
    const poll = newId();
    concerns(`poll ${poll}`);
    const plan = await judgedPlan(work, poll, input);
    await insertPoll(tx, plan);
    await keepBackground(tx, poll, input.background);
    await takeDraft(tx, plan.kern, input);
    const times = { opensAt: plan.opensAt.toISOString(), closesAt: plan.closesAt.toISOString() };
    announce({ fact: "poll-planned", poll, kern: plan.kern, ...times } satisfies VotingFact);
    if (plan.opensAt <= now && plan.level !== 2) await openNow(work, poll);
    return { poll };
  },
});
