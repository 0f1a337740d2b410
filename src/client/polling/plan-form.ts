/** From the wizard's fields to what is sent, and to what is counted. Pure. */
import type { BallotForm, CountingRule, DefinedOption, PollBackground, SecrecyLevel } from "../../voting/contract.ts";
import { instantOf } from "../voting/amsterdam-time.ts";
import { centsOf } from "./money.ts";
import { isFixed, leftOff, onBallot, type PlanFields, themesOf } from "./plan.ts";

/** A whole number as typed; null for empty or anything else. */
export function wholeOf(typed: string): number | null {
  return /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : null;
}

export function formOf(fields: PlanFields): BallotForm {
  const number = onBallot(fields).length;
  const [min, max] = [wholeOf(fields.min), wholeOf(fields.max)];
  switch (fields.kind) {
    case "for-against":
      return { kind: "for-against-abstain" };
    case "consent":
      return { kind: "consent" };
    case "one":
      return { kind: "single" };
    case "several":
      if (min === null && max === null) return { kind: "approval", max: null };
      return { kind: "multiple", min: min ?? 1, max: max ?? number };
    case "order":
      return { kind: "ranking", max };
    case "scores":
      return { kind: "score", max: wholeOf(fields.top) ?? 5 };
    case "budget":
      if (fields.ballot === "points") return { kind: "points", total: 10, perOption: null };
      return fields.ballot === "knapsack" ? { kind: "knapsack" } : { kind: fields.ballot, max };
  }
}

export function ruleOf(fields: PlanFields): CountingRule {
  const seats = wholeOf(fields.seats) ?? 1;
  const quorum = wholeOf(fields.quorum) ?? 0;
  switch (fields.kind) {
    case "for-against":
      return { rule: "majority", share: fields.share, of: fields.of, quorum };
    case "consent":
      return { rule: "consent", quorum };
    case "one":
      return { rule: "plurality", seats: 1 };
    case "several":
      return { rule: formOf(fields).kind === "multiple" ? "plurality" : "approval", seats };
    case "order":
      return { rule: fields.ranked, seats };
    case "scores":
      return { rule: "score", seats };
    case "budget":
      return budgetRule(fields);
  }
}

function budgetRule(fields: PlanFields): CountingRule {
  const plans = onBallot(fields);
  const ids = new Map(plans.map(({ key }, place) => [key, `option-${place + 1}`]));
  const themes = new Set(themesOf(plans));
  const caps = Object.entries(fields.caps).flatMap(([theme, typed]) => {
    const cap = centsOf(typed);
    return cap !== null && themes.has(theme) ? [[theme, cap] as const] : [];
  });
  const terms = {
    budget: centsOf(fields.budget) ?? 0,
    threshold: wholeOf(fields.threshold) ?? 1,
    minScore: 0,
    themeCaps: Object.fromEntries(caps),
    exclusive: fields.exclusive.map((set) => set.flatMap((key) => ids.get(key) ?? [])).filter((set) => set.length > 1),
  };
  if (fields.budgetRule !== "equal-shares") return { rule: fields.budgetRule, misfit: fields.misfit, ...terms };
  const byPoints = fields.ballot === "points" || fields.ballot === "ranking";
  return { rule: "equal-shares", utility: byPoints ? "points-cost" : "cost", completion: "add1+votes", ...terms };
}

/** The level that is meant: for budgets secret from us too, for other questions secret. */
export function levelOf({ kind, level }: Pick<PlanFields, "kind" | "level">): SecrecyLevel {
  if (level === "usual") return kind === "budget" ? 2 : 1;
  return Number(level) as SecrecyLevel;
}

const fixedLabels = {
  "for-against": ["for", "against", "abstain"],
  consent: ["consent", "objection", "abstain"],
} as const;

/** The options as they will be frozen. */
export function definedOptions(fields: PlanFields): DefinedOption[] {
  if (fields.kind === "for-against" || fields.kind === "consent")
    return fixedLabels[fields.kind].map((id) => ({ id, label: id, summary: "", cost: 0, theme: null }));
  return onBallot(fields).map(({ label, summary, cost, theme }, place) => ({
    id: `option-${place + 1}`,
    label: label.trim(),
    summary: summary.trim(),
    cost: fields.kind === "budget" ? (centsOf(cost) ?? 0) : 0,
    theme: theme.trim() || null,
  }));
}

/** The end of a day as it is typed ("2026-12-01"), as an instant. */
const endOfDay = (day: string): string | undefined => instantOf(`${day}T23:59`) ?? undefined;

function backgroundOf(fields: PlanFields): PollBackground {
  const { proposalsUntil, judgedUntil, decidedBy } = fields;
  const phases = { proposalsUntil, judgedUntil, decidedBy };
  const told = Object.entries(phases).flatMap(([name, day]) => {
    const at = endOfDay(day);
    return at === undefined ? [] : [[name, at] as const];
  });
  return {
    leftOff: leftOff(fields).map(({ label, reason, by, proposal }) => ({
      label: label.trim(),
      reason: reason.trim(),
      by: by.trim(),
      proposal,
    })),
    phases: Object.fromEntries(told),
  };
}

/** The whole as it is sent. `now` in milliseconds since 1970. */
export function planForm(fields: PlanFields, kern: string, now: number) {
  const looks = onBallot(fields).map(({ proposal, photo, place }) => ({ proposal, photo, place }));
  const level = levelOf(fields);
  const options = isFixed(fields.kind)
    ? []
    : definedOptions(fields).map(({ id: _, ...option }, place) => ({ ...option, ...looks[place] }));
  return {
    kern,
    ...(fields.proposal !== "" && { proposal: fields.proposal }),
    question: fields.question.trim(),
    explanation: fields.explanation.trim(),
    form: formOf(fields),
    count: ruleOf(fields),
    level,
    showNames: level === 0 && fields.showNames,
    electorate: { assurance: fields.assurance, per: fields.per, minAge: wholeOf(fields.minAge) },
    options,
    background: backgroundOf(fields),
    opensAt: fields.atOnce ? new Date(now).toISOString() : (instantOf(fields.opensAt) ?? ""),
    closesAt: instantOf(fields.closesAt) ?? "",
  };
}
export type PlanForm = ReturnType<typeof planForm>;
