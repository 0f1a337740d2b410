import { kernOf } from "../kernen/index.ts";
import { isOfficerOf } from "../members/index.ts";
import { proposalKern, proposalLooks } from "../proposals/index.ts";
import { newId } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { action, type Tx } from "../shared/work.ts";
import { type OptionView, type PollPlan, planPollInput, type VotingFact } from "./contract.ts";
import { discardDraft } from "./draft-store.ts";
import { openNow } from "./open-poll.ts";
import { faultsOfPlan, optionsFor, usualLevel, usualRule } from "./rules.ts";
import { insertPoll } from "./store.ts";

/**
 * Plans a poll in a kern, from published proposals of that kern or from scratch. When its opening time has come it opens at once, or, at
 * level 2, as soon as the job queue has made its keys. Only the kern's officer. Refuses what faultsOfPlan names, all faults together.
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
    for (const proposal of [input.proposal, ...input.options.map((option) => option.proposal)])
      if (proposal && (await proposalKern(tx, proposal)) !== input.kern) throw new Refused("not-found");
    const count = input.count ?? usualRule(input.form);
    if (!count) throw new Refused("invalid-input", { fields: [{ path: "count", message: "budget-needed" }] });
    const level = input.level ?? usualLevel(count);
    const opensAt = new Date(Math.max(Date.parse(input.opensAt), now.getTime()));
    const closesAt = new Date(input.closesAt);
    const faults = faultsOfPlan(input, count, level);
    if (closesAt <= opensAt && !faults.some(({ path }) => path === "closesAt"))
      faults.push({ path: "closesAt", message: "closes-in-the-past" });
    if (input.electorate.assurance === "letter" && opensAt <= now) faults.push({ path: "opensAt", message: "letters-need-time" });
    if (faults.length > 0) throw new Refused("invalid-input", { fields: faults });
    const poll = newId();
    concerns(`poll ${poll}`);
    const { kern, question, explanation, form, showNames, electorate } = input;
    await insertPoll(tx, {
      municipality: actor.municipality,
      poll,
      kern,
      proposal: input.proposal ?? null,
      question,
      explanation,
      level,
      showNames,
      form,
      count,
      electorate,
      options: await illustrated(tx, input),
      opensAt,
      closesAt,
      openedBy: actor.person,
    });
    if (input.draft !== undefined) await discardDraft(tx, input.draft, kern);
    const times = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
    announce({ fact: "poll-planned", poll, kern, ...times } satisfies VotingFact);
    if (opensAt <= now && level !== 2) await openNow(work, poll);
    return { poll };
  },
});

/** An option that stands for a proposal brings its photo and place, unless others were given. */
async function illustrated(tx: Tx, { form, options }: PollPlan): Promise<OptionView[]> {
  const made: OptionView[] = [];
  for (const option of optionsFor(form, options)) {
    const looks = option.proposal === null ? undefined : await proposalLooks(tx, option.proposal);
    made.push({ ...option, photo: option.photo ?? looks?.photo ?? null, place: option.place ?? looks?.place ?? null });
  }
  return made;
}
