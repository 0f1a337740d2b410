/** What crosses the wire about paper ballots that came back: entered twice, compared, published. */
import { z } from "zod";
import { choice, pollId } from "./ballot-schemas.ts";
import type { Choice } from "./counting/poll.ts";

const stack = z.coerce.number().int().min(1).max(10_000);
/** One paper ballot as it was read: a choice, or "spoiled" for blank or unreadable. */
const paperBallot = z.union([choice, z.literal("spoiled")]);
export type PaperBallot = Choice | "spoiled";

/** Most ballots in one stack; more is entered as several. */
export const mostInStack = 500;
const ballots = z.array(paperBallot).min(1, "required").max(mostInStack, "too-many");
/** The letters printed on the ballots: docs/ballot-format.md says how they follow from the poll. */
const paperCode = z
  .string()
  .max(20, "wrong-paper-code")
  .transform((typed) => typed.toUpperCase().replace(/[^A-Z]/g, ""));

export const viewPaperInput = z.object({ poll: pollId });
/** A new stack, in the order in which it lies there. */
export const enterPaperInput = z.object({ poll: pollId, code: paperCode, ballots });
/** The same stack once more, by somebody else. */
export const enterPaperAgainInput = z.object({ poll: pollId, stack, code: paperCode, ballots });
/** The ballots that differ, looked at together; null: there is no ballot at this position after all. */
export const settlePaperInput = z.object({
  poll: pollId,
  stack,
  ballots: z
    .array(z.object({ position: z.int().min(1).max(mostInStack), ballot: paperBallot.nullable() }))
    .min(1, "required")
    .max(mostInStack, "too-many"),
});
export const paperStackInput = z.object({ poll: pollId, stack });
export const finishPaperInput = z.object({ poll: pollId });

export interface PaperDifference {
  /** From 1, in the order of the stack. */
  position: number;
  /** As each of the two read it; null: she had no ballot there. */
  first: PaperBallot | null;
  second: PaperBallot | null;
}

export interface PaperStackView {
  stack: number;
  state: "entered-once" | "differs" | "agreed" | "published";
  /** Who entered it, in order. */
  by: string[];
  /** Whether the reader may enter it a second time. */
  waitsForYou: boolean;
  /** Known once both entries agree or are settled; null before. */
  ballots: number | null;
  spoiled: number | null;
  /** Only while the entries differ. */
  differences: PaperDifference[];
}

export interface PaperView {
  /** Printed on every ballot of this poll; null before the opening. */
  code: string | null;
  /** Paper ballots handed out. */
  handedOut: number;
  /** Published so far: counted ballots and spoiled ones. */
  published: { ballots: number; spoiled: number };
  stacks: PaperStackView[];
  /** The closing time has passed and the count waits for paper. */
  countWaits: boolean;
  finished: boolean;
  can: { publish: boolean; finish: boolean };
}
