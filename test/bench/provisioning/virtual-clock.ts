/**
 * A clock that stands still while anything is being done and leaps to the next who waits when nothing is: hours pass in minutes, and
 * what the machine itself needs for its work does not count. Other threads read it too.
 */
import type { Time } from "../../../src/adapters/graph/index.ts";
import type { Workplace } from "../../../src/provisioning/workplace.ts";

export interface VirtualClock {
  /** For waiting in the midst of work that `during` counts. */
  inside: Time;
  /** For waiting anywhere else. */
  outside: Time;
  /** The clock does not move while this work is done, save where it waits. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Milliseconds since 1970, for other threads. */
  shared: SharedArrayBuffer;
}

export function virtualClock(): VirtualClock {
  const shared = new SharedArrayBuffer(8);
  const hand = new Float64Array(shared);
  hand[0] = Date.parse("2026-11-22T12:00:00Z");
  const now = () => hand[0] ?? 0;
  /** In the order in which they wake. */
  const sleepers: { at: number; wake(): void }[] = [];
  let active = 0;
  let looking = false;

  function lookSoon(): void {
    if (looking || active > 0) return;
    looking = true;
    // By then everything that follows at once has begun.
    setImmediate(() => {
      looking = false;
      if (active > 0 || sleepers[0] === undefined) return;
      hand[0] = Math.max(now(), sleepers[0].at);
      while (sleepers[0] !== undefined && sleepers[0].at <= now()) sleepers.shift()?.wake();
      lookSoon();
    });
  }

  function sleepUntil(at: number, then: () => void): void {
    let place = sleepers.length;
    while (place > 0 && (sleepers[place - 1]?.at ?? 0) > at) place -= 1;
    sleepers.splice(place, 0, { at, wake: then });
    lookSoon();
  }

  const random = () => 0.5;
  return {
    shared,
    inside: {
      now,
      random,
      sleep: (ms) =>
        new Promise((wake) => {
          active -= 1;
          sleepUntil(now() + ms, () => {
            active += 1;
            wake();
          });
        }),
    },
    outside: { now, random, sleep: (ms) => new Promise((wake) => sleepUntil(now() + ms, wake)) },
    async during(work) {
      active += 1;
      try {
        return await work();
      } finally {
        active -= 1;
        lookSoon();
      }
    },
  };
}

/** The same workplace, whose calls the clock waits for. */
export function counted(workplace: Workplace, { during }: VirtualClock): Workplace {
  const wrapped = Object.entries(workplace).map(([name, call]) => [
    name,
    (...given: never[]) => during(() => (call as (...all: never[]) => Promise<unknown>)(...given)),
  ]);
  return Object.fromEntries(wrapped) as Workplace;
}
