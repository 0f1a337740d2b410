/** A poll as voters will see it, made from the wizard's fields. Pure. */
import type { PollView } from "../../voting/contract.ts";
import { isFixed, onBallot, type PlanFields } from "./plan.ts";
import { definedOptions, formOf, levelOf, planForm, ruleOf } from "./plan-form.ts";

interface Kern {
  municipality: string;
  kern: string;
  name: string;
}

/** Open already, and not anybody's: its id is no poll. `now` in milliseconds since 1970. */
export function previewPoll(fields: PlanFields, { municipality, kern, name }: Kern, now: number): PollView {
  const { background, electorate, opensAt, closesAt, question, explanation } = planForm(fields, kern, now);
  const looks = isFixed(fields.kind) ? [] : onBallot(fields);
  return {
    municipality,
    poll: "voorbeeld",
    kern,
    kernName: name,
    proposal: null,
    question,
    explanation,
    level: levelOf(fields),
    showNames: false,
    form: formOf(fields),
    count: ruleOf(fields),
    electorate,
    options: definedOptions(fields).map(({ id, ...option }, place) => ({
      ...option,
      option: id,
      proposal: null,
      photo: looks[place]?.photo ?? null,
      place: looks[place]?.place ?? null,
    })),
    state: "open",
    opensAt,
    closesAt,
    rollSize: null,
    turnout: null,
    definition: null,
    frozenHash: null,
    extensions: [],
    tally: null,
    waitsForPaper: false,
    background,
    nextSteps: null,
    serverTime: new Date(now).toISOString(),
    onRoll: true,
    hasVoted: false,
    votedWithHelp: false,
    sharesPlaceWith: 0,
    ageToDeclare: null,
    followsLog: false,
    can: { vote: true, extend: false },
  };
}
