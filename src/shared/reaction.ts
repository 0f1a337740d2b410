import type { Fact } from "./work.ts";

/** A fact as it reaches those who react to it. */
export interface Event<F extends Fact = Fact> {
  municipality: string;
  fact: F;
}

/** Something that follows a fact, outside the transaction that announced it. Must do no harm when it runs twice. */
export interface Reaction {
  /** slice + deed: "notifications.mail-author". */
  name: string;
  run(event: Event): Promise<void>;
  /** When it should run, if not at once (a poll's closing time). */
  due?(fact: Fact): Date | undefined;
  /** Jobs with one key replace each other while they wait. */
  key?(event: Event): string | undefined;
  /** Jobs of one queue run one after another, in whichever process. */
  queue?(event: Event): string;
  /** Where it runs; "prompt" when left out. */
  lane?: Lane;
}

/**
 * Each lane runs so many jobs at once, whatever the others do. What waits for Microsoft has lanes of its own, so that no mail waits for
 * it: "posting" for cards, "guests" for people, "teams" for looks and applies, which hold a database connection each.
 */
export type Lane = "prompt" | "guests" | "teams" | "posting";

/** Which reactions follow a fact; made from subscriptions.ts. */
export type ReactionsTo = (fact: Fact) => readonly Reaction[];
