/** From choices, as voters made them, to ballots, as they are counted; and the seed of the lots. docs/ballot-format.md, section 9. */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { byCodeUnits, canonicalJson } from "./canonical.ts";
import type { MarkedBallot, RankedBallot } from "./election.ts";
import type { BallotForm, Choice, DefinedOption } from "./poll.ts";

export interface CountedChoice {
  choice: Choice;
  count: number;
}

/** Equal choices together, in the order of their canonical JSON; and SHA-256 of the sorted list of all, from which lots are drawn. */
export function gatherChoices(choices: readonly Choice[]): { gathered: CountedChoice[]; seed: Uint8Array } {
  const written = new Map<string, CountedChoice>();
  const texts = choices.map((choice) => {
    const text = canonicalJson(choice);
    const same = written.get(text);
    if (same) same.count++;
    else written.set(text, { choice, count: 1 });
    return text;
  });
  const gathered = [...written].sort(([a], [b]) => byCodeUnits(a, b)).map(([, counted]) => counted);
  return { gathered, seed: sha256(utf8ToBytes(canonicalJson(texts.sort(byCodeUnits)))) };
}

/** Takes choices that obey the form. A ranking gives points by place, for the budget rules; 0 points is no mark. */
export function markedBallots(
  form: BallotForm,
  options: readonly Pick<DefinedOption, "id">[],
  gathered: readonly CountedChoice[],
): MarkedBallot[] {
  const top = form.kind === "ranking" ? (form.max ?? options.length) : 1;
  return gathered.map(({ choice, count }) => {
    const points = new Map<string, number>(pointsOf(choice, top));
    const marked = options.flatMap(({ id }, place) => ((points.get(id) ?? 0) > 0 ? [place] : []));
    return { count, options: marked, points: marked.map((place) => points.get(options[place]?.id ?? "") ?? 0) };
  });
}

export function rankedBallots(options: readonly Pick<DefinedOption, "id">[], gathered: readonly CountedChoice[]): RankedBallot[] {
  const places = new Map(options.map(({ id }, place) => [id, place]));
  return gathered.map(({ choice, count }) => ({
    count,
    tiers: "ranking" in choice ? choice.ranking.map((id) => [places.get(id) ?? -1]) : [],
  }));
}

function pointsOf(choice: Choice, top: number): [string, number][] {
  if ("chosen" in choice) return choice.chosen.map((id) => [id, 1]);
  if ("ranking" in choice) return choice.ranking.map((id, place) => [id, top - place]);
  return Object.entries(choice.points);
}
