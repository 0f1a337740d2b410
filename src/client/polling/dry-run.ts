/** A count of made-up ballots by the very module that counts the real ones, and what an officer should know before she opens. Pure. */
import type { BallotForm, Choice, CountingRule, DefinedOption, PollOutcome } from "../../voting/contract.ts";
import { countPoll } from "../../voting/counting/count-poll.ts";

export interface Trial {
  form: BallotForm;
  count: CountingRule;
  options: readonly DefinedOption[];
  /** Places on the roll now. */
  roll: number;
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Two in five vote; never so many that a phone has to think long. */
export const sampleVoters = (roll: number): number => Math.min(80, Math.max(3, Math.round(roll * 0.4)));

/** Choices that obey the form. Each option has a liking of its own in the village, each voter a taste of her own. */
export function sampleBallots({ form, count, options, roll }: Trial, seed: number): Choice[] {
  const next = numbersFrom(seed);
  const liking = options.map(() => 0.3 + 0.4 * next());
  return Array.from({ length: sampleVoters(roll) }, () => {
    const tastes = options.map(({ id, cost }, place) => ({ id, cost, place, taste: (liking[place] ?? 0) * (0.5 + next()) }));
    return sampleChoice(form, "budget" in count ? count.budget : 0, tastes);
  });
}

interface Taste {
  id: string;
  cost: number;
  place: number;
  taste: number;
}

const costOf = (tastes: Taste[]): number => tastes.reduce((sum, { cost }) => sum + cost, 0);
const ids = (tastes: Taste[]): string[] => tastes.sort((a, b) => a.place - b.place).map(({ id }) => id);

function sampleChoice(form: BallotForm, budget: number, tastes: Taste[]): Choice {
  const best = [...tastes].sort((a, b) => b.taste - a.taste);
  const liked = best.filter(({ taste }) => taste > 0.45);
  switch (form.kind) {
    case "multiple":
      return { chosen: ids(best.slice(0, Math.min(form.max, Math.max(form.min, liked.length)))) };
    case "approval":
      return { chosen: ids(liked.slice(0, form.max ?? liked.length)) };
    case "knapsack": {
      const basket: Taste[] = [];
      for (const plan of best) if (costOf(basket) + plan.cost <= budget) basket.push(plan);
      return { chosen: ids(basket) };
    }
    case "ranking":
      return { ranking: best.slice(0, Math.min(form.max ?? best.length, Math.max(1, liked.length))).map(({ id }) => id) };
    case "score":
      return {
        points: Object.fromEntries(tastes.map(({ id, taste }) => [id, Math.min(form.max, Math.round(taste * form.max))])),
      };
    case "points":
      return { points: dividedOver(liked, form.total, form.perOption ?? form.total) };
    default:
      return { chosen: ids(best.slice(0, 1)) };
  }
}

function dividedOver(liked: Taste[], total: number, perOption: number): Record<string, number> {
  const points: Record<string, number> = {};
  for (let given = 0; given < total && liked.length > 0; given++) {
    const id = liked[given % liked.length]?.id ?? "";
    if ((points[id] ?? 0) >= perOption) break;
    points[id] = (points[id] ?? 0) + 1;
  }
  return points;
}

export interface TrialResult {
  outcome: PollOutcome;
  voters: number;
}

export function tryOut(trial: Trial, seed: number): TrialResult {
  const ballots = sampleBallots(trial, seed);
  return { outcome: countPoll({ ...trial, rollSize: trial.roll }, ballots).outcome, voters: ballots.length };
}

export type Warning =
  | { code: "few-on-roll"; count: number }
  | { code: "all-fit"; left: number }
  | { code: "too-dear"; labels: string[] }
  | { code: "theme-too-small"; labels: string[] }
  | { code: "tie-likely" }
  | { code: "many-options"; count: number };

/** Below this number of ballots only totals are published. */
const fewest = 10;
/** So often is the count tried to see whether a lot would have to decide. */
const trials = 12;

export function warningsOf(trial: Trial): Warning[] {
  const { count, options, roll } = trial;
  const warnings: Warning[] = [];
  if (roll < fewest) warnings.push({ code: "few-on-roll", count: roll });
  if ("budget" in count) {
    const sum = options.reduce((cents, { cost }) => cents + cost, 0);
    const dear = options.filter(({ cost }) => cost > count.budget);
    const capped = options.filter(({ cost, theme }) => theme !== null && cost > (count.themeCaps[theme] ?? cost));
    if (sum <= count.budget) warnings.push({ code: "all-fit", left: count.budget - sum });
    if (dear.length > 0) warnings.push({ code: "too-dear", labels: dear.map(({ label }) => label) });
    if (capped.length > 0) warnings.push({ code: "theme-too-small", labels: capped.map(({ label }) => label) });
  } else if (trial.form.kind === "ranking" && options.length > 12) {
    warnings.push({ code: "many-options", count: options.length });
  }
  if (isTieLikely(trial)) warnings.push({ code: "tie-likely" });
  return warnings;
}

/** Whether in at least one of six trials a lot decided, or for and against were equal. */
function isTieLikely(trial: Trial): boolean {
  const tied = Array.from({ length: trials }, (_, seed) => tryOut(trial, seed + 1).outcome).filter(
    ({ ties, votes, rule }) => ties.some(({ by }) => by === "lot") || (rule === "majority" && votes["for"] === votes["against"]),
  );
  return tied.length * 6 >= trials;
}
