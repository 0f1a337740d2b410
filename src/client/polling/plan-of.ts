/** A planned poll back in the fields of the wizard, to be changed. Pure. */
import type { BallotForm, CountingRule, OptionView, PollView } from "../../voting/contract.ts";
import { localInput } from "../voting/amsterdam-time.ts";
import { typedCents } from "./money.ts";
import { emptyOption, emptyPlan, type Kind, type PlanFields, type PlanOption } from "./plan.ts";

const local = (at: string): string => localInput(Date.parse(at));
const dayOf = (at: string | undefined): string => (at === undefined ? "" : local(at).slice(0, 10));
const typed = (value: number | null, usual: number | null = null): string =>
  value === null || value === usual ? "" : String(value);

const kindOf = ({ kind }: BallotForm, count: CountingRule): Kind => {
  if ("budget" in count || kind === "knapsack" || kind === "points") return "budget";
  const others = { multiple: "several", approval: "several", single: "one", ranking: "order", score: "scores" } as const;
  if (kind === "for-against-abstain") return "for-against";
  return kind === "consent" ? "consent" : others[kind];
};

export function planOf(poll: PollView): PlanFields {
  const { form, count, electorate, background } = poll;
  const isBudget = "budget" in count;
  const judging = background.leftOff.length > 0;
  const options = kindOf(form, count) === "for-against" || kindOf(form, count) === "consent" ? [] : poll.options;
  return {
    ...emptyPlan,
    kind: kindOf(form, count),
    question: poll.question,
    explanation: poll.explanation,
    proposal: poll.proposal ?? "",
    options: [...options.map((option) => optionOf(option, judging)), ...background.leftOff.map(leftOffOf)],
    judging,
    ...(isBudget && budgetFields(count)),
    ...(isBudget && isBallot(form.kind) && { ballot: form.kind }),
    ...(["irv", "stv", "schulze", "borda"].includes(count.rule) && { ranked: count.rule as PlanFields["ranked"] }),
    ...("seats" in count && { seats: typed(count.seats, 1) }),
    ...("quorum" in count && { quorum: typed(count.quorum, 0) }),
    ...(count.rule === "majority" && { share: count.share, of: count.of }),
    min: form.kind === "multiple" ? typed(form.min, 1) : "",
    max: form.kind === "multiple" || form.kind === "approval" || form.kind === "ranking" ? typed(form.max) : "",
    top: form.kind === "score" ? typed(form.max, 5) : "",
    level: String(poll.level) as PlanFields["level"],
    showNames: poll.showNames,
    assurance: electorate.assurance,
    per: electorate.per,
    minAge: typed(electorate.minAge),
    atOnce: false,
    opensAt: local(poll.opensAt),
    closesAt: local(poll.closesAt),
    proposalsUntil: dayOf(background.phases.proposalsUntil),
    judgedUntil: dayOf(background.phases.judgedUntil),
    decidedBy: dayOf(background.phases.decidedBy),
  };
}

const isBallot = (kind: BallotForm["kind"]): kind is PlanFields["ballot"] =>
  kind === "approval" || kind === "knapsack" || kind === "points" || kind === "ranking";

function budgetFields(count: Extract<CountingRule, { budget: number }>): Partial<PlanFields> {
  return {
    budget: typedCents(count.budget),
    budgetRule: count.rule,
    ...("misfit" in count && { misfit: count.misfit }),
    threshold: typed(count.threshold, 1),
    caps: Object.fromEntries(Object.entries(count.themeCaps).map(([theme, cap]) => [theme, typedCents(cap)])),
    exclusive: count.exclusive.map((set) => [...set]),
  };
}

const optionOf = ({ option, label, summary, cost, theme, proposal, photo, place }: OptionView, judged: boolean): PlanOption => ({
  ...emptyOption(option),
  label,
  summary,
  cost: cost > 0 ? typedCents(cost) : "",
  theme: theme ?? "",
  proposal,
  photo,
  place,
  feasible: judged ? "yes" : "unknown",
});

const leftOffOf = (left: PollView["background"]["leftOff"][number], place: number): PlanOption => ({
  ...emptyOption(`left-${place}`),
  ...left,
  feasible: "no",
});
