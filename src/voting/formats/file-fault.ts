/** What is wrong with a file of ballots: where, and what was expected there. */
import type { Saying } from "../counting/saying.ts";

export type { Saying } from "../counting/saying.ts";

/** Line and column count from 1. */
export interface FileFault extends Saying {
  line: number;
  column: number;
}

/** Thrown inside a reader to leave it at once; every reader gives it back as a `FileFault`. */
export class BrokenFile extends Error {
  readonly at: number;
  readonly saying: Saying;

  constructor(at: number, saying: Saying) {
    super(saying.en);
    this.name = "BrokenFile";
    this.at = at;
    this.saying = saying;
  }
}

/** Runs a reader over a text; what it throws as BrokenFile becomes a fault with its line and column. A byte order mark is no fault. */
export function reading<T>(text: string, read: (text: string) => T): T | { fault: FileFault } {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return read(plain);
  } catch (error) {
    if (error instanceof BrokenFile) return { fault: { ...placeOf(plain, error.at), ...error.saying } };
    throw error;
  }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: [...(before.at(-1) ?? "")].length + 1 };
}
