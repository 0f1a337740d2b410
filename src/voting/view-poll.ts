import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PollView, viewPollInput } from "./contract.ts";
import { summaryOf } from "./list-polls.ts";
import { smallestShownGroup } from "./rules.ts";
import { findPoll, optionsOf, standings } from "./store.ts";

/** One poll for whoever is signed in with the municipality. No count before the closing time, turnout only from 10 voters. */
export const viewPoll = action({
  name: "voting.view-poll",
  kind: "view",
  input: viewPollInput,
  async run({ tx, actor, now }, { poll }): Promise<PollView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const found = await findPoll(tx, poll);
    if (!found) throw new Refused("not-found");
    const standing = (await standings(tx, [poll], actor.person)).get(poll);
    const summary = summaryOf(found, standing, now);
    const turnout = standing?.turnout ?? 0;
    return {
      ...summary,
      explanation: found.explanation,
      kind: found.kind,
      options: await optionsOf(tx, poll),
      rollSize: found.rollSize,
      turnout: turnout >= smallestShownGroup ? turnout : null,
      frozenHash: found.frozenHash,
      serverTime: now.toISOString(),
      can: { vote: summary.state === "open" && summary.onRoll },
    };
  },
});
