/** A local Graph in a thread with a memory of its own, on a clock that another thread moves. Posts its address, closes when asked. */
import { parentPort, workerData } from "node:worker_threads";
import { startLocalGraph } from "../../../src/local/graph/index.ts";
import { catalogApp, verifyToken } from "./place.ts";
import { pace } from "./virtual-graph.ts";

const { directory, shared } = workerData as { directory: string; shared: SharedArrayBuffer };
const hand = new Float64Array(shared);
const graph = await startLocalGraph({
  directory,
  port: 0,
  host: "127.0.0.1",
  pace,
  verifyToken,
  catalogApps: [catalogApp],
  clock: () => hand[0] ?? 0,
});
parentPort?.postMessage(graph.url);
parentPort?.once("message", () => void graph.close().then(() => process.exit(0)));
