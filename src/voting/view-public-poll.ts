import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PublicPollView, viewPollInput } from "./contract.ts";
import { standings } from "./roll-store.ts";
import { publicViewOf } from "./show-poll.ts";
import { findPoll } from "./store.ts";
import { talliesOf } from "./tally-store.ts";

/** One poll for anybody: what is asked, frozen and signed, and the result after the count. Nothing of a person. */
export const viewPublicPoll = action({
  name: "voting.view-public-poll",
  kind: "view",
  input: viewPollInput,
  async run({ tx, now }, { poll }): Promise<PublicPollView> {
    const found = await findPoll(tx, poll);
    if (!found) throw new Refused("not-found");
    const tally = (await talliesOf(tx, [found])).get(poll);
    const marked = (await standings(tx, [poll], null)).get(poll)?.marked ?? 0;
    return publicViewOf(tx, found, tally, marked, now);
  },
});
