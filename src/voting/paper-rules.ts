/** Pure rules of paper ballots: the code printed on them, two entries compared, whether the count has to wait. */
import { letterAlphabet } from "../shared/letter-code.ts";
import { canonicalJson } from "./counting/canonical.ts";
import type { Choice } from "./counting/poll.ts";
import type { PaperBallot, PaperDifference } from "./paper-contract.ts";
import { sha256 } from "./signing.ts";

const codeLength = 5;

/**
 * The letters on every paper ballot of a poll, by which a ballot of another poll is noticed: five letters out of the SHA-256 of
 * "kernplein-paper-code-v1", a line feed and the poll's frozenHash, each byte modulo 19. Two polls share them once in 2.5 million pairs. No secret.
 */
export function paperCodeOf(frozenHash: string): string {
  const bytes = sha256("kernplein-paper-code-v1\n", frozenHash).subarray(0, codeLength);
  return [...bytes].map((byte) => letterAlphabet[byte % letterAlphabet.length]).join("");
}

/** As it is compared and stored: of ballots that mean the same only one spelling. */
const spelled = (ballot: PaperBallot | undefined): string | null => (ballot === undefined ? null : canonicalJson(ballot));

/** Where two entries of one stack differ, position by position from 1; also where one of them is longer. */
export function differences(first: readonly PaperBallot[], second: readonly PaperBallot[]): PaperDifference[] {
  const found: PaperDifference[] = [];
  for (let at = 0; at < Math.max(first.length, second.length); at++)
    if (spelled(first[at]) !== spelled(second[at]))
      found.push({ position: at + 1, first: first[at] ?? null, second: second[at] ?? null });
  return found;
}

export interface Settled {
  position: number;
  ballot: PaperBallot | null;
}

/**
 * The stack after the differing ballots were looked at together. Null when `settled` does not name every position that differs once and no
 * other, or leaves a gap: only the last positions can turn out not to exist.
 */
export function settle(
  first: readonly PaperBallot[],
  second: readonly PaperBallot[],
  settled: readonly Settled[],
): PaperBallot[] | null {
  const open = new Set(differences(first, second).map(({ position }) => position));
  const answers = new Map(settled.map(({ position, ballot }) => [position, ballot]));
  if (answers.size !== settled.length || answers.size !== open.size || settled.some(({ position }) => !open.has(position)))
    return null;
  const whole: PaperBallot[] = [];
  let ended = false;
  for (let position = 1; position <= Math.max(first.length, second.length); position++) {
    const ballot = answers.has(position) ? (answers.get(position) ?? null) : (first[position - 1] ?? null);
    if (ballot === null) ended = true;
    else if (ended) return null;
    else whole.push(ballot);
  }
  return whole.length > 0 ? whole : null;
}

/** Choices apart from spoiled ballots; the choices in the order of their canonical JSON, so that the stack's own order is gone. */
export function sorted(ballots: readonly PaperBallot[]): { choices: Choice[]; spoiled: number } {
  const choices = ballots.filter((ballot): ballot is Choice => ballot !== "spoiled");
  const texts = choices.map((choice) => ({ choice, text: canonicalJson(choice) }));
  texts.sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0));
  return { choices: texts.map(({ choice }) => choice), spoiled: ballots.length - choices.length };
}

export interface PaperStanding {
  handedOut: number;
  /** Counted ballots and spoiled ones of all published batches. */
  published: number;
  /** Stacks that are entered but not published. */
  unpublished: number;
  finished: boolean;
}

/**
 * Whether the count waits: a stack is on its way, or more paper was handed out than came back and nobody has said that this is all. Until
 * then nothing is counted at all, so that no result without the paper ever exists.
 */
export function countWaits({ handedOut, published, unpublished, finished }: PaperStanding): boolean {
  return unpublished > 0 || (!finished && published < handedOut);
}
