import { newId } from "../shared/ids.ts";
import { action } from "../shared/work.ts";
import { planPollInput } from "./contract.ts";
import { judgedPlan } from "./judged-plan.ts";
import { planned } from "./planned.ts";
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
    const { tx, concerns } = work;
    const poll = newId();
    concerns(`poll ${poll}`);
    const plan = await judgedPlan(work, poll, input);
    await insertPoll(tx, plan);
    return planned(work, plan, input);
  },
});
