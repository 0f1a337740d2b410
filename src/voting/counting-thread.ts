/** Long counts run beside the main thread, so that nobody waits for them; short ones are done at once. */
import { Worker } from "node:worker_threads";
import { type CountedPoll, countPoll } from "./counting/count-poll.ts";
import type { Choice } from "./counting/poll.ts";

export type Counted = ReturnType<typeof countPoll>;

/** From here on (ballots × options) a thread of its own is worth its start. */
const large = 20_000;

/** countPoll, wherever it is done. */
export function countWherever(poll: CountedPoll, choices: readonly Choice[]): Promise<Counted> {
  if (choices.length * poll.options.length < large) return Promise.resolve(countPoll(poll, choices));
  return new Promise((done, failed) => {
    const worker = new Worker(new URL("./counting-worker.ts", import.meta.url), { workerData: { poll, choices } });
    worker.once("message", done);
    worker.once("error", failed);
    worker.once("exit", (code) => failed(new Error(`The count ended with code ${code} before it was done.`)));
  });
}
