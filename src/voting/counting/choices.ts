/** What a choice may say: docs/ballot-format.md, section 3. The same rules for the server, the ballot page and the verifier. */
import type { BallotForm, Choice, CountingRule, DefinedOption } from "./poll.ts";

/** Why a choice is no valid ballot. Options by id; money in cents. */
export type ChoiceFault =
  | { code: "wrong-shape" }
  | { code: "unknown-option"; option: string }
  | { code: "option-twice"; option: string }
  | { code: "wrong-order" }
  | { code: "too-few"; given: number; min: number }
  | { code: "too-many"; given: number; max: number }
  | { code: "over-budget"; cost: number; budget: number }
  | { code: "wrong-points"; option: string; points: number; min: number; max: number }
  | { code: "over-total"; points: number; total: number };

type Priced = Pick<DefinedOption, "id" | "cost">;

/**
 * Null when the choice obeys the form, otherwise the first rule it breaks. `options` are the definition's, in its order; `budget` in cents
 * matters to the knapsack alone (null elsewhere). A choice from outside may be of any shape.
 */
export function refuseChoice(
  form: BallotForm,
  options: readonly Priced[],
  budget: number | null,
  choice: Choice,
): ChoiceFault | null {
  const places = new Map(options.map(({ id }, place) => [id, place]));
  const given: Record<string, unknown> = { ...choice };
  if (Object.keys(given).length !== 1) return { code: "wrong-shape" };
  if (form.kind === "ranking")
    return listFault(given.ranking, places) ?? numberFault(given.ranking, 1, form.max ?? options.length);
  if (form.kind === "score" || form.kind === "points") return pointsFault(form, given.points, places);
  const fault = listFault(given.chosen, places) ?? orderFault(given.chosen, places);
  if (fault) return fault;
  if (form.kind === "multiple") return numberFault(given.chosen, form.min, form.max);
  if (form.kind === "approval") return numberFault(given.chosen, 0, form.max ?? options.length);
  if (form.kind === "knapsack") return costFault(given.chosen, options, places, budget ?? 0);
  return numberFault(given.chosen, 1, 1);
}

/** What may be spent, for the rules of a budget; null for others. */
export function budgetOf(count: CountingRule): number | null {
  return "budget" in count ? count.budget : null;
}

/** Whether this form can be counted by this rule: the table of section 9. */
export function formFits({ kind }: BallotForm, count: CountingRule): boolean {
  if (kind === "for-against-abstain") return count.rule === "majority";
  if (kind === "consent") return count.rule === "consent";
  if ("budget" in count) return true;
  if (kind === "ranking") return ["irv", "stv", "schulze", "borda"].includes(count.rule);
  if (kind === "single" || kind === "multiple") return count.rule === "plurality";
  return kind === count.rule;
}

type Places = ReadonlyMap<string, number>;

function listFault(list: unknown, places: Places): ChoiceFault | null {
  if (!isTexts(list)) return { code: "wrong-shape" };
  const seen = new Set<string>();
  for (const option of list) {
    if (!places.has(option)) return { code: "unknown-option", option };
    if (seen.has(option)) return { code: "option-twice", option };
    seen.add(option);
  }
  return null;
}

function orderFault(list: unknown, places: Places): ChoiceFault | null {
  const order = isTexts(list) ? list.map((option) => places.get(option) ?? 0) : [];
  return order.some((place, at) => at > 0 && place < (order[at - 1] ?? 0)) ? { code: "wrong-order" } : null;
}

function numberFault(list: unknown, min: number, max: number): ChoiceFault | null {
  const given = isTexts(list) ? list.length : 0;
  if (given < min) return { code: "too-few", given, min };
  return given > max ? { code: "too-many", given, max } : null;
}

function costFault(list: unknown, options: readonly Priced[], places: Places, budget: number): ChoiceFault | null {
  const cost = isTexts(list) ? list.reduce((sum, id) => sum + (options[places.get(id) ?? -1]?.cost ?? 0), 0) : 0;
  return cost > budget ? { code: "over-budget", cost, budget } : null;
}

function pointsFault(form: BallotForm & { kind: "score" | "points" }, points: unknown, places: Places): ChoiceFault | null {
  if (typeof points !== "object" || points === null || Array.isArray(points)) return { code: "wrong-shape" };
  const [min, max] = form.kind === "score" ? [0, form.max] : [1, form.perOption ?? form.total];
  let sum = 0;
  for (const [option, given] of Object.entries(points)) {
    if (!places.has(option)) return { code: "unknown-option", option };
    if (typeof given !== "number" || !Number.isSafeInteger(given)) return { code: "wrong-shape" };
    if (given < min || given > max) return { code: "wrong-points", option, points: given, min, max };
    sum += given;
  }
  return form.kind === "points" && sum > form.total ? { code: "over-total", points: sum, total: form.total } : null;
}

const isTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((option) => typeof option === "string");
