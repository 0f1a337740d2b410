import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { listPollsInput, type PollSummary, type PollsView } from "./contract.ts";
import { stateAt } from "./rules.ts";
import { listPolls as pollsInOrder, type Standing, type StoredPoll, standings } from "./store.ts";

/** A poll as lists show it; `standing` is the reader's own place on the roll. */
export function summaryOf(poll: StoredPoll, standing: Standing | undefined, now: Date): PollSummary {
  return {
    poll: poll.poll,
    kern: poll.kern,
    kernName: poll.kernName,
    proposal: poll.proposal,
    question: poll.question,
    state: stateAt(poll, now),
    opensAt: poll.opensAt.toISOString(),
    closesAt: poll.closesAt.toISOString(),
    onRoll: standing?.onRoll ?? false,
    hasVoted: standing?.hasVoted ?? false,
    tally: poll.tally,
  };
}

/** Polls of one kern or of all, open ones first. For whoever is signed in with the municipality. */
export const listPolls = action({
  name: "voting.list-polls",
  kind: "view",
  input: listPollsInput,
  async run({ tx, actor, now }, { kern, state }): Promise<PollsView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const found = await pollsInOrder(tx, kern);
    const mine = await standings(
      tx,
      found.map(({ poll }) => poll),
      actor.person,
    );
    const polls = found.map((poll) => summaryOf(poll, mine.get(poll.poll), now));
    return { polls: state === undefined ? polls : polls.filter((poll) => poll.state === state), serverTime: now.toISOString() };
  },
});
