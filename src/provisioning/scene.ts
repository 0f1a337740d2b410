/** What the steps of one kern share while `apply` runs. */
import type { Order, Said } from "./contract.ts";
import type { RecordBook, RecordKeeper } from "./record.ts";
import type { Workplace, WorkplaceApp } from "./workplace.ts";

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** How long something made by a call without an answer may stay hidden, and how often to look meanwhile. */
export interface Settle {
  teamMs: number;
  partMs: number;
  everyMs: number;
}

export const usualSettle: Settle = { teamMs: 20 * 60_000, partMs: 60_000, everyMs: 15_000 };

export interface Scene {
  workplace: Workplace;
  order: Order;
  record: RecordBook;
  time: Clock;
  settle: Settle;
  app: WorkplaceApp | null;
  kern: string;
  /** Tells what is waited for; null when it is over. */
  say(waitingFor: Said | null): void;
}

export interface Provisioner {
  workplace: Workplace;
  keeper: RecordKeeper;
  time: Clock;
  settle?: Settle;
  /** Kernen worked on at once; `usualWidth` when left out. The limits of Graph are kept elsewhere. */
  parallel?: number;
}

/**
 * A team takes a minute or more before it can be furnished, and Graph lets through four teams' worth of calls a second meanwhile: with
 * fewer at once those limits would not be used.
 */
export const usualWidth = 500;
