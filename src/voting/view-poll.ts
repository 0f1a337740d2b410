import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PollView, viewPollInput } from "./contract.ts";
import { followers } from "./log-store.ts";
import { ageToDeclare } from "./roll-rules.ts";
import { standings } from "./roll-store.ts";
import { publicViewOf } from "./show-poll.ts";
import { findPoll } from "./store.ts";
import { talliesOf } from "./tally-store.ts";

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
    const tally = (await talliesOf(tx, [found])).get(poll);
    const view = await publicViewOf(tx, found, tally, standing?.marked ?? 0, now);
    const onRoll = standing?.onRoll ?? false;
    return {
      ...view,
      tally: tally ?? null,
      onRoll,
      hasVoted: standing?.hasVoted ?? false,
      votedWithHelp: standing?.votedWithHelp ?? false,
      sharesPlaceWith: standing?.shares ?? 0,
      ageToDeclare: ageToDeclare(found.electorate),
      followsLog: (await followers(tx, poll)).includes(actor.person),
      can: { vote: view.state === "open" && onRoll, extend: view.state === "open" && isOfficerOf(actor, found.kern) },
    };
  },
});
