/** A plan that may stand: what every planning and changing of a poll begins with. */
import { kernOf } from "../kernen/index.ts";
import { isOfficerOf } from "../members/index.ts";
import { proposalKern, proposalLooks } from "../proposals/index.ts";
import { Refused } from "../shared/refused.ts";
import type { Tx, Work } from "../shared/work.ts";
import type { OptionView, PollPlan } from "./contract.ts";
import { faultsOfPlan, optionsFor, usualLevel, usualRule } from "./rules.ts";
import type { NewPoll } from "./store.ts";

/** The poll as it is stored. Refuses what faultsOfPlan names, all faults together; and who is not the kern's officer. */
export async function judgedPlan({ tx, actor, now }: Work, poll: string, input: PollPlan): Promise<NewPoll> {
  if (actor.person === null) throw new Refused("not-signed-in");
  if (!isOfficerOf(actor, input.kern)) throw new Refused("not-allowed");
  if (!(await kernOf(tx, input.kern))) throw new Refused("not-found");
  const named = [input.proposal, ...[...input.options, ...input.background.leftOff].map(({ proposal }) => proposal)];
  for (const proposal of named) if (proposal && (await proposalKern(tx, proposal)) !== input.kern) throw new Refused("not-found");
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
  const { kern, question, explanation, form, showNames, electorate } = input;
  return {
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
  };
}

/** An option that stands for a proposal brings its photo and place, unless others were given. */
async function illustrated(tx: Tx, { form, options }: PollPlan): Promise<OptionView[]> {
  const made: OptionView[] = [];
  for (const option of optionsFor(form, options)) {
    const looks = option.proposal === null ? undefined : await proposalLooks(tx, option.proposal);
    made.push({ ...option, photo: option.photo ?? looks?.photo ?? null, place: option.place ?? looks?.place ?? null });
  }
  return made;
}
