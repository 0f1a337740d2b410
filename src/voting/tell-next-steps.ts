import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { keepNextSteps, nextStepsOf } from "./background-store.ts";
import { type NextSteps, tellNextStepsInput } from "./contract.ts";
import { findPoll } from "./store.ts";

/** What happens now, told under the result in the officer's own words; may be put better later. Only the kern's officer, only after the count. */
export const tellNextSteps = action({
  name: "voting.tell-next-steps",
  kind: "change",
  input: tellNextStepsInput,
  async run({ tx, actor, now, concerns }, { poll, words }): Promise<NextSteps> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`poll ${poll}`);
    const found = await findPoll(tx, poll);
    if (!found) throw new Refused("not-found");
    if (!isOfficerOf(actor, found.kern)) throw new Refused("not-allowed");
    if (found.state !== "closed") throw new Refused("poll-not-counted");
    await keepNextSteps(tx, poll, words, actor.person, now);
    const kept = await nextStepsOf(tx, poll);
    if (!kept) throw new Refused("not-found");
    return kept;
  },
});
