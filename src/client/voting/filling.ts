/** A ballot that is being filled in: what is on it, and what a press does to it. Pure; it never leaves the device but as a choice. */
import type { BallotForm, Choice } from "../../voting/contract.ts";

export interface Filling {
  /** In the order in which they were pressed; of a ranking the first is most preferred. */
  chosen: readonly string[];
  /** Points by option; 0 and left out are the same. */
  points: Readonly<Record<string, number>>;
}

export const emptyFilling: Filling = { chosen: [], points: {} };

export interface Ballot {
  form: BallotForm;
  /** In the order of the definition; cost in cents. */
  options: readonly { option: string; cost: number }[];
  /** Cents; null without money. */
  budget: number | null;
}

/** Why a press changed nothing. `left` and `cost` in cents. */
export type Hindrance =
  | { because: "too-many"; max: number }
  | { because: "does-not-fit"; left: number; cost: number }
  | { because: "no-points-left"; total: number }
  | { because: "most-on-one"; most: number };

export interface Pressed {
  filling: Filling;
  hindrance: Hindrance | null;
}

/** Whether a ballot names one option. */
export const namesOne = ({ kind }: BallotForm): boolean =>
  kind === "single" || kind === "for-against-abstain" || kind === "consent";

/** How many may be chosen at most. */
export function mostChosen({ form, options }: Ballot): number {
  if (namesOne(form)) return 1;
  if (form.kind === "multiple") return form.max;
  if (form.kind === "approval" || form.kind === "ranking") return form.max ?? options.length;
  return form.kind === "points" ? Math.min(form.total, options.length) : options.length;
}

export const costOf = ({ options }: Pick<Ballot, "options">, chosen: readonly string[]): number =>
  options.reduce((sum, { option, cost }) => (chosen.includes(option) ? sum + cost : sum), 0);

/** Chooses an option, or lets go of it. What does not fit any more changes nothing and says why. */
export function press(ballot: Ballot, filling: Filling, option: string): Pressed {
  const { chosen, points } = filling;
  if (namesOne(ballot.form)) return unhindered({ chosen: [option], points });
  if (chosen.includes(option)) {
    const { [option]: _gone, ...others } = points;
    return unhindered({ chosen: chosen.filter((each) => each !== option), points: others });
  }
  const max = mostChosen(ballot);
  if (chosen.length >= max) return { filling, hindrance: { because: "too-many", max } };
  if (ballot.form.kind === "knapsack") {
    const left = (ballot.budget ?? 0) - costOf(ballot, chosen);
    const cost = costOf(ballot, [option]);
    if (cost > left) return { filling, hindrance: { because: "does-not-fit", left, cost } };
  }
  return unhindered({ chosen: [...chosen, option], points });
}

/** Moves an option of a ranking so many places down (negative: up); at the end of the list it stays. */
export function move(filling: Filling, option: string, by: number): Filling {
  const from = filling.chosen.indexOf(option);
  const to = from + by;
  if (from < 0 || to < 0 || to >= filling.chosen.length) return filling;
  const others = filling.chosen.filter((each) => each !== option);
  return { ...filling, chosen: others.toSpliced(to, 0, option) };
}

/** Gives an option so many points, 0 or more; what is not left is not given. */
export function give({ form }: Ballot, filling: Filling, option: string, given: number): Pressed {
  const most = mostOnOne(form);
  if (given > most) return { filling, hindrance: { because: "most-on-one", most } };
  const points = { ...filling.points, [option]: Math.max(0, given) };
  if (form.kind === "points" && given > (filling.points[option] ?? 0) && pointsLeft(form, { points }) < 0)
    return { filling, hindrance: { because: "no-points-left", total: form.total } };
  return unhindered({ ...filling, points });
}

export function mostOnOne(form: BallotForm): number {
  if (form.kind === "points") return form.perOption ?? form.total;
  return form.kind === "score" ? form.max : 0;
}

export function pointsLeft(form: BallotForm, { points }: Pick<Filling, "points">): number {
  return form.kind === "points" ? form.total - Object.values(points).reduce((sum, each) => sum + each, 0) : 0;
}

/** The same number of points for everything chosen: as many as there are for all. What cannot be divided stays over. */
export function divideEvenly({ form }: Ballot, filling: Filling): Filling {
  if (form.kind !== "points" || filling.chosen.length === 0) return filling;
  const each = Math.min(mostOnOne(form), Math.floor(form.total / filling.chosen.length));
  return { ...filling, points: Object.fromEntries(filling.chosen.map((option) => [option, each])) };
}

/** What would be cast. */
export function choiceOf({ form, options }: Ballot, { chosen, points }: Filling): Choice {
  if (form.kind === "ranking") return { ranking: chosen };
  if (form.kind === "score" || form.kind === "points") {
    const counted = form.kind === "score" ? options.map(({ option }) => option) : chosen;
    return { points: Object.fromEntries(counted.flatMap((option) => (points[option] ? [[option, points[option]]] : []))) };
  }
  return { chosen: options.flatMap(({ option }) => (chosen.includes(option) ? option : [])) };
}

/** The ballot that says this choice, to go on with. */
export function fillingOf(choice: Choice): Filling {
  if ("ranking" in choice) return { chosen: choice.ranking, points: {} };
  if ("points" in choice) return { chosen: Object.keys(choice.points), points: choice.points };
  return { chosen: choice.chosen, points: {} };
}

const unhindered = (filling: Filling): Pressed => ({ filling, hindrance: null });
