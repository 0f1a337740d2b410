import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { changePlanInput } from "./contract.ts";
import { judgedPlan } from "./judged-plan.ts";
import { planned } from "./planned.ts";
import { deletePlanned, insertPoll, lockPoll, movePlanned } from "./store.ts";

/**
 * Puts another plan in the place of a planned poll; its address stays. Voting letters stay good while the roll is made of letters, and are
 * void otherwise. Only the kern's officer, only before the opening, and never into another kern. Refuses what judgedPlan refuses.
 */
export const changePlan = action({
  name: "voting.change-plan",
  kind: "change",
  input: changePlanInput,
  async run(work, input): Promise<{ poll: string }> {
    const { tx, actor, concerns } = work;
    const { poll } = input;
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`poll ${poll}`);
    const found = await lockPoll(tx, poll);
    if (!found || found.kern !== input.kern) throw new Refused("not-found");
    if (!isOfficerOf(actor, found.kern)) throw new Refused("not-allowed");
    if (found.state !== "planned") throw new Refused("poll-has-begun");
    const plan = await judgedPlan(work, poll, input);
    if (found.electorate.assurance === "letter" && input.electorate.assurance === "letter") await movePlanned(tx, plan);
    else {
      await deletePlanned(tx, poll);
      await insertPoll(tx, plan);
    }
    return planned(work, plan, input);
  },
});
