import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { listPollsInput, type PollsView } from "./contract.ts";
import { standings } from "./roll-store.ts";
import { summaryOf } from "./show-poll.ts";
import { listPolls as pollsInOrder } from "./store.ts";
import { talliesOf } from "./tally-store.ts";

/** Polls of one kern or of all, open ones first. For whoever is signed in with the municipality. */
export const listPolls = action({
  name: "voting.list-polls",
  kind: "view",
  input: listPollsInput,
  async run({ tx, actor, now }, { kern, state }): Promise<PollsView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const found = await pollsInOrder(tx, kern);
    const ids = found.map(({ poll }) => poll);
    const mine = await standings(tx, ids, actor.person);
    const tallies = await talliesOf(tx, found);
    const polls = found.map((poll) => summaryOf(poll, tallies.get(poll.poll), mine.get(poll.poll), now));
    return { polls: state === undefined ? polls : polls.filter((poll) => poll.state === state), serverTime: now.toISOString() };
  },
});
