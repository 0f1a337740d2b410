import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { findOnRollInput, type OnRollView } from "./contract.ts";
import { refuseHelper } from "./helped-voter.ts";
import { findLetterVoter, findVoters } from "./roll-reads.ts";
import { findPoll } from "./store.ts";

/** Looks for somebody on the roll of a secret poll, by part of her name or the number of her letter; 20 at most. Helpers of the kern only. */
export const findOnRoll = action({
  name: "voting.find-on-roll",
  kind: "view",
  input: findOnRollInput,
  async run({ tx, actor }, { poll, q }): Promise<OnRollView> {
    const found = await findPoll(tx, poll);
    if (!found || found.level === 0) throw new Refused("not-found");
    refuseHelper(actor, found);
    if (found.electorate.assurance !== "letter") return { voters: await findVoters(tx, poll, q) };
    return { voters: /^\d{1,6}$/.test(q) ? await findLetterVoter(tx, poll, Number(q)) : [] };
  },
});
