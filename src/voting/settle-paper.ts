import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PaperView, settlePaperInput } from "./contract.ts";
import { paperPoll, refuseBallots, stackOf } from "./paper-desk.ts";
import { settle } from "./paper-rules.ts";
import { saveSettled } from "./paper-store.ts";
import { agreedBallots, paperViewOf } from "./show-paper.ts";

/**
 * Enters the ballots that differ a third time, looked at together. Refuses when not exactly the differing positions are named, or a
 * position that is said not to exist has a ballot after it.
 */
export const settlePaper = action({
  name: "voting.settle-paper",
  kind: "change",
  input: settlePaperInput,
  async run({ tx, actor, now, concerns }, { poll, stack, ballots }): Promise<PaperView> {
    concerns(`poll ${poll}, paper stack ${stack}, ${ballots.length} ballots settled`);
    const { found } = await paperPoll(tx, actor, poll);
    const stored = await stackOf(tx, poll, stack);
    const [first, second] = stored.entries;
    if (!first || !second) throw new Refused("paper-not-agreed");
    if (agreedBallots(stored)) throw new Refused("already-decided");
    const given = ballots.flatMap(({ position, ballot }) => (ballot === null ? [] : [{ path: `ballots.${position}`, ballot }]));
    await refuseBallots(tx, found, null, given);
    const whole = settle(first.ballots, second.ballots, ballots);
    if (!whole) throw new Refused("invalid-input", { fields: [{ path: "ballots", message: "settle-the-differences" }] });
    await saveSettled(tx, poll, stack, whole);
    return paperViewOf(tx, actor, found, now);
  },
});
