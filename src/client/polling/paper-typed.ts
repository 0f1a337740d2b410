/** Paper ballots as they are typed: the numbers printed before the options. Pure. */
import type { BallotForm, Choice, PaperBallot } from "../../voting/contract.ts";
import { type ChoiceFault, refuseChoice } from "../../voting/counting/choices.ts";

export interface Paper {
  form: BallotForm;
  /** In the printed order: the first has number 1. `cost` in cents. */
  options: readonly { id: string; cost: number }[];
  /** Cents; null without money. */
  budget: number | null;
}

export type TypedFault = { code: "not-numbers" } | { code: "no-such-number"; number: number } | ChoiceFault;

/** Typed for a ballot that is blank or unreadable; such a ballot has its place in the stack but counts for nothing. */
const spoiledSign = "0";

/**
 * "2 5 9" chooses or, in a ranking, prefers in this order; "2=5 9=3" gives points. "0" is a spoiled ballot; so is an empty line for a form
 * of which one option must be chosen. Gives the ballot, or what is wrong with what was typed.
 */
export function readTyped(paper: Paper, typed: string): PaperBallot | TypedFault {
  const words = typed
    .trim()
    .split(/[\s,;+]+/)
    .filter((word) => word !== "");
  if (words.length === 1 && words[0] === spoiledSign) return "spoiled";
  const pairs: [option: string, points: number | null][] = [];
  for (const word of words) {
    const [, number = "", points] = /^(\d{1,3})(?:[=:](\d{1,3}))?$/.exec(word) ?? [];
    if (number === "" || (points !== undefined) !== givesPoints(paper.form)) return { code: "not-numbers" };
    const option = paper.options[Number(number) - 1];
    if (!option) return { code: "no-such-number", number: Number(number) };
    pairs.push([option.id, points === undefined ? null : Number(points)]);
  }
  const repeated = pairs.find(([option], at) => pairs.findIndex(([other]) => other === option) < at);
  if (repeated) return { code: "option-twice", option: repeated[0] };
  const choice = choiceOf(paper, pairs);
  return refuseChoice(paper.form, paper.options, paper.budget, choice) ?? choice;
}

export const isFault = (read: PaperBallot | TypedFault): read is TypedFault => typeof read === "object" && "code" in read;

export const givesPoints = ({ kind }: BallotForm): boolean => kind === "score" || kind === "points";

function choiceOf({ form, options }: Paper, pairs: readonly [option: string, points: number | null][]): Choice {
  if (givesPoints(form))
    return { points: Object.fromEntries(pairs.flatMap(([option, points]) => (points ? [[option, points]] : []))) };
  const chosen = pairs.map(([option]) => option);
  if (form.kind === "ranking") return { ranking: chosen };
  return { chosen: options.flatMap(({ id }) => (chosen.includes(id) ? id : [])) };
}

/** A ballot in printed numbers, as it could have been typed; null for one that is not there. */
export function typedOf({ options }: Pick<Paper, "options">, ballot: PaperBallot | null): string {
  if (ballot === null) return "";
  if (ballot === "spoiled") return spoiledSign;
  const number = (option: string) => options.findIndex(({ id }) => id === option) + 1;
  if ("ranking" in ballot) return ballot.ranking.map(number).join(" ");
  if ("chosen" in ballot) return ballot.chosen.map(number).join(" ");
  return Object.entries(ballot.points)
    .map(([option, points]) => `${number(option)}=${points}`)
    .join(" ");
}

/** What is typed with this option's number put to it. */
export function withNumber({ form }: Pick<Paper, "form">, typed: string, number: number): string {
  const alone = ["single", "for-against-abstain", "consent"].includes(form.kind);
  const added = givesPoints(form) ? `${number}=` : String(number);
  return alone || typed.trim() === "" ? added : `${typed.trim()} ${added}`;
}
