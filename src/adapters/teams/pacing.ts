/**
 * How fast the bot may speak, kept by all instances together in PostgreSQL (the limits stand with kernplein_posting_turn). A thread is
 * a channel or chat with everything under it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Tx } from "../../shared/work.ts";
import { ConnectorFailure } from "./engine.ts";
import { findPauseEnd, savePause, takeTurn } from "./pacing-store.ts";

export interface Thread {
  /** Entra tenant of the municipality. */
  tenant: string;
  conversation: string;
}

export interface Pacer {
  /**
   * Waits for a turn in this thread. Turns are given in the order of asking. Throws ConnectorFailure (429) when it would take longer
   * than a minute: then the job had better come back.
   */
  turn(thread: Thread): Promise<void>;
  /** Counts something that is sent without waiting, such as an answer. Never fails. */
  note(thread: Thread): void;
  /** Microsoft asked for `ms` of silence: nobody of this municipality takes a turn before they are over. */
  throttled(thread: Thread, ms: number): Promise<void>;
}

export interface PacerMeans {
  /** Undefined: no municipality of ours has this tenant. */
  municipalityOfTenant(tenant: string): Promise<{ municipality: string } | undefined>;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  clock?(): Date;
  wait?(ms: number): Promise<unknown>;
}

const longestWaitMs = 60_000;

export function makePacer({ municipalityOfTenant, inMunicipality, clock = () => new Date(), wait = sleep }: PacerMeans): Pacer {
  async function within<T>({ tenant }: Thread, body: (tx: Tx) => Promise<T>): Promise<T | undefined> {
    const home = await municipalityOfTenant(tenant.toLowerCase());
    return home && inMunicipality(home.municipality, body);
  }

  return {
    async turn(thread) {
      for (;;) {
        const now = clock();
        const at = await within(thread, (tx) => takeTurn(tx, threadOf(thread), now, longestWaitMs));
        if (at === null) throw new ConnectorFailure("too much is waiting to be said here", 429, false, longestWaitMs);
        const ms = (at?.getTime() ?? 0) - now.getTime();
        if (ms <= 0) return;
        await wait(ms);
        // Somebody may have been asked for silence meanwhile; then this turn is void.
        const silentUntil = await within(thread, findPauseEnd);
        if (!silentUntil || silentUntil <= clock()) return;
      }
    },
    note(thread) {
      within(thread, (tx) => takeTurn(tx, threadOf(thread), clock(), null)).catch(() => undefined);
    },
    async throttled(thread, ms) {
      await within(thread, (tx) => savePause(tx, new Date(clock().getTime() + ms)));
    },
  };
}

function threadOf({ conversation }: Thread): string {
  return conversation.split(";", 1)[0] ?? conversation;
}
