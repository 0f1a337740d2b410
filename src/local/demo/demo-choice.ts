/** A demo voter's ballot as it is cast. */
import type { BallotForm, Choice } from "../../voting/contract.ts";

/**
 * `marks`: places of options. For points the first mark gets most ("ten hearts": 6, 3, 1); for a list their order is that of the ballot;
 * a ranking keeps the order of the marks.
 */
export function demoChoice(form: BallotForm, options: readonly string[], marks: readonly number[]): Choice {
  const ids = marks.map((place) => options[place] ?? "");
  if (form.kind === "ranking") return { ranking: ids };
  if (form.kind === "points") return { points: Object.fromEntries(ids.map((id, place) => [id, [6, 3, 1][place] ?? 1])) };
  if (form.kind === "score") return { points: Object.fromEntries(ids.map((id, place) => [id, Math.max(1, form.max - place)])) };
  return { chosen: [...ids].sort((a, b) => options.indexOf(a) - options.indexOf(b)) };
}
