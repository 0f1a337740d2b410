/** Signs of life of long work, at a bounded rate. */
import { setInterval } from "node:timers/promises";

/** Quiet work still gives a sign of life once in so many turns. */
const quietTurns = 10;

/**
 * Does `work`, and meanwhile calls `beat` at most once per `everyMs`: with true when `changed` was called since the last time, and
 * every tenth time with false. A beat that fails is left to the next one; the end of the work waits for the last.
 */
export async function keepAlive<T>(
  beat: (fresh: boolean) => Promise<void>,
  everyMs: number,
  work: (changed: () => void) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  let fresh = false;
  const beating = (async () => {
    let turn = 0;
    for await (const _ of setInterval(everyMs, undefined, { signal: stop.signal })) {
      turn += 1;
      const quiet = turn % quietTurns === 0;
      if (!fresh && !quiet) continue;
      const now = fresh;
      fresh = false;
      if (now) await beat(true).catch(() => undefined);
      if (quiet) await beat(false).catch(() => undefined);
    }
  })().catch(() => undefined);
  try {
    return await work(() => {
      fresh = true;
    });
  } finally {
    stop.abort();
    await beating;
  }
}
