/** The thread of counting-thread.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { type CountedPoll, countPoll } from "./counting/count-poll.ts";
import type { Choice } from "./counting/poll.ts";

const { poll, choices } = workerData as { poll: CountedPoll; choices: readonly Choice[] };
parentPort?.postMessage(countPoll(poll, choices));
