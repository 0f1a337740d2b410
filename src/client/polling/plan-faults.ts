/** What a step of the wizard still lacks. Pure; the sentences are handed in. */
import type { FormFault } from "../form-faults.ts";
import { instantOf } from "../voting/amsterdam-time.ts";
import { centsOf } from "./money.ts";
import { isFixed, leftOff, onBallot, type PlanFields } from "./plan.ts";
import { levelOf, wholeOf } from "./plan-form.ts";

export const steps = ["question", "plans", "who", "when", "check"] as const;
export type Step = (typeof steps)[number];

/** Steps of this kind of question: who brings no options of her own skips the plans. */
export const stepsOf = ({ kind }: Pick<PlanFields, "kind">): Step[] => steps.filter((step) => step !== "plans" || !isFixed(kind));

export type FaultCode =
  | "question-short"
  | "number-wrong"
  | "budget-needed"
  | "two-needed"
  | "differ"
  | "label-needed"
  | "cost-needed"
  | "reason-needed"
  | "by-needed"
  | "cap-wrong"
  | "level-needs-secret"
  | "household-needs-address"
  | "age-wrong"
  | "letters-later"
  | "time-needed"
  | "past"
  | "order"
  | "phase-late";

type Found = { field: string; code: FaultCode };

/** `now` in milliseconds since 1970. */
export function faultsOfStep(step: Step, fields: PlanFields, now: number, say: (code: FaultCode) => string): FormFault[] {
  const found = { question: ofQuestion, plans: ofPlans, who: ofWho, when: ofWhen, check: () => [] }[step](fields, now);
  return found.map(({ field, code }) => ({ field, sentence: say(code) }));
}

/** The first step that lacks something, for who wants to skip. */
export function firstLacking(fields: PlanFields, now: number): Step | undefined {
  return stepsOf(fields).find((step) => faultsOfStep(step, fields, now, String).length > 0);
}

const numbers = ["quorum", "seats", "min", "max", "top", "threshold"] as const;

function ofQuestion(fields: PlanFields): Found[] {
  const found: Found[] = [];
  if (fields.question.trim().length < 5) found.push({ field: "question", code: "question-short" });
  for (const field of numbers)
    if (fields[field].trim() !== "" && wholeOf(fields[field]) === null) found.push({ field, code: "number-wrong" });
  if ((wholeOf(fields.quorum) ?? 0) > 100) found.push({ field: "quorum", code: "number-wrong" });
  if (fields.kind === "budget" && !centsOf(fields.budget)) found.push({ field: "budget", code: "budget-needed" });
  return found;
}

function ofPlans(fields: PlanFields): Found[] {
  const found: Found[] = [];
  const plans = onBallot(fields);
  if (plans.length < 2) found.push({ field: "plans", code: "two-needed" });
  if (new Set(plans.map(({ label }) => label.trim().toLowerCase())).size < plans.length)
    found.push({ field: "plans", code: "differ" });
  for (const { key, label, cost } of fields.options) {
    if (label.trim() === "" && cost.trim() !== "") found.push({ field: `label-${key}`, code: "label-needed" });
  }
  if (fields.kind === "budget")
    for (const { key, cost } of plans) if (!centsOf(cost)) found.push({ field: `cost-${key}`, code: "cost-needed" });
  for (const { key, reason, by } of leftOff(fields)) {
    if (reason.trim().length < 5) found.push({ field: `reason-${key}`, code: "reason-needed" });
    if (by.trim() === "") found.push({ field: `by-${key}`, code: "by-needed" });
  }
  for (const [theme, cap] of Object.entries(fields.caps))
    if (cap.trim() !== "" && centsOf(cap) === null) found.push({ field: `cap-${theme}`, code: "cap-wrong" });
  return found;
}

function ofWho(fields: PlanFields): Found[] {
  const found: Found[] = [];
  const age = wholeOf(fields.minAge);
  if (fields.minAge.trim() !== "" && (age === null || age < 4 || age > 120)) found.push({ field: "minAge", code: "age-wrong" });
  if (levelOf(fields) === 0 && (fields.assurance === "letter" || fields.per === "household"))
    found.push({ field: "level", code: "level-needs-secret" });
  if (fields.per === "household" && fields.assurance === "mail") found.push({ field: "per", code: "household-needs-address" });
  return found;
}

function ofWhen(fields: PlanFields, now: number): Found[] {
  const found: Found[] = [];
  const at = (local: string) => Date.parse(instantOf(local) ?? "");
  const opens = fields.atOnce ? now : at(fields.opensAt);
  const closes = at(fields.closesAt);
  if (fields.assurance === "letter" && fields.atOnce) found.push({ field: "atOnce", code: "letters-later" });
  if (Number.isNaN(opens)) found.push({ field: "opensAt", code: "time-needed" });
  if (Number.isNaN(closes)) found.push({ field: "closesAt", code: "time-needed" });
  else if (closes <= now) found.push({ field: "closesAt", code: "past" });
  else if (closes <= opens) found.push({ field: "closesAt", code: "order" });
  for (const field of ["proposalsUntil", "judgedUntil"] as const)
    if (fields[field] !== "" && at(`${fields[field]}T00:00`) > opens) found.push({ field, code: "phase-late" });
  return found;
}
