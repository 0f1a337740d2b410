/**
 * How fast the bot may speak in one conversation. Microsoft's limits per bot and thread for sending: 7 in a second, 8 in two, 60 in
 * thirty, 1800 in an hour (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Kept per process; where
 * several run, what they exceed together is refused with 429 and tried again (retry.ts).
 */
import { setTimeout as sleep } from "node:timers/promises";

const limits = [
  { within: 1_000, most: 7 },
  { within: 2_000, most: 8 },
  { within: 30_000, most: 60 },
  { within: 3_600_000, most: 1_800 },
] as const;
const longestMs = 3_600_000;
/** What lies further back can block nothing. */
const mostRemembered = 1_800;

/**
 * The earliest moment (milliseconds) at which one more may be sent. `sent`: earlier moments, also planned ones, oldest first.
 */
export function earliest(sent: readonly number[], now: number): number {
  let at = now;
  for (const { within, most } of limits) {
    const blocking = sent[sent.length - most];
    if (blocking !== undefined) at = Math.max(at, blocking + within);
  }
  return at;
}

export interface Pacer {
  /** Waits for a turn in this conversation. Turns are given in the order of asking. */
  turn(conversation: string): Promise<void>;
  /** Counts something that is sent without waiting, such as an answer. */
  note(conversation: string): void;
}

export function makePacer(clock: () => number = Date.now, wait: (ms: number) => Promise<unknown> = sleep): Pacer {
  const sentIn = new Map<string, number[]>();

  function reserve(conversation: string, waits: boolean): number {
    const now = clock();
    const thread = conversation.split(";", 1)[0] ?? conversation;
    const sent = sentIn.get(thread) ?? [];
    const at = waits ? earliest(sent, now) : now;
    const after = sent.findLastIndex((earlier) => earlier <= at) + 1;
    sent.splice(after, 0, at);
    if (sent.length > mostRemembered) sent.shift();
    sentIn.delete(thread);
    sentIn.set(thread, sent);
    forgetQuiet(now);
    return at - now;
  }

  /** Conversations that were silent for the longest window need no memory; the map keeps the most recent last. */
  function forgetQuiet(now: number): void {
    for (const [thread, sent] of sentIn) {
      if ((sent.at(-1) ?? 0) > now - longestMs) return;
      sentIn.delete(thread);
    }
  }

  return {
    async turn(conversation) {
      const pause = reserve(conversation, true);
      if (pause > 0) await wait(pause);
    },
    note(conversation) {
      reserve(conversation, false);
    },
  };
}
