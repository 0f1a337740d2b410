/** The thread in which `kernplein tally` reads and counts, so that the bar of progress keeps moving. */
import { parentPort, workerData } from "node:worker_threads";
import { type FileTallied, type TallyJob, tallyText } from "./tally-job.ts";

const { name, text, wish } = workerData as TallyJob;
parentPort?.postMessage(
  tallyText({ name, text, wish }, (progress) => parentPort?.postMessage({ progress })) satisfies FileTallied,
);
