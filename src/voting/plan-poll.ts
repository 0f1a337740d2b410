import { kernOf } from "../kernen/index.ts";
import { isOfficerOf } from "../members/index.ts";
import { proposalKern } from "../proposals/index.ts";
import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { planPollInput, type VotingFact } from "./contract.ts";
import { openNow } from "./open-poll.ts";
import { optionsFor } from "./rules.ts";
import { insertPoll } from "./store.ts";

/**
 * Plans a poll in a kern, from a published proposal of that kern or from scratch; opens it at once when its opening time has come.
 * Only the kern's officer. Refuses a closing time in the past.
 */
export const planPoll = action({
  name: "voting.plan-poll",
  kind: "change",
  input: planPollInput,
  async run(work, input): Promise<{ poll: string }> {
    const { tx, actor, now, announce, concerns } = work;
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!isOfficerOf(actor, input.kern)) throw new Refused("not-allowed");
    if (!(await kernOf(tx, input.kern))) throw new Refused("not-found");
    if (input.proposal !== undefined && (await proposalKern(tx, input.proposal)) !== input.kern) throw new Refused("not-found");
    const closesAt = new Date(input.closesAt);
    const opensAt = new Date(Math.max(Date.parse(input.opensAt), now.getTime()));
    if (closesAt <= opensAt)
      throw new Refused("invalid-input", { fields: [{ path: "closesAt", message: "closes-in-the-past" }] });
    const poll = newId();
    concerns(`poll ${poll}`);
    await insertPoll(tx, {
      municipality: actor.municipality,
      poll,
      kern: input.kern,
      proposal: input.proposal ?? null,
      question: input.question,
      explanation: input.explanation,
      kind: input.kind,
      options: optionsFor(input.kind, input.options),
      opensAt,
      closesAt,
      openedBy: actor.person,
    });
    announce({
      fact: "poll-planned",
      poll,
      kern: input.kern,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    } satisfies VotingFact);
    if (opensAt <= now) await openNow(work, poll);
    return { poll };
  },
});
