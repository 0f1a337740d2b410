/** A local Graph as a process of its own, so that it survives whoever talks to it is killed. Prints its address. */
import { startLocalGraph } from "../../../src/local/graph/index.ts";
import { fastTime, type Pace } from "./fast-time.ts";
import { catalogApp, verifyToken } from "./place.ts";

const { directory, ...pace } = JSON.parse(process.argv[2] ?? "") as Pace & { directory: string };
const graph = await startLocalGraph({
  directory,
  port: 0,
  host: "127.0.0.1",
  pace: { operationMs: 4000, visibleAfterMs: 6000 },
  verifyToken,
  catalogApps: [catalogApp],
  clock: fastTime(pace).now,
});
console.log(graph.url);
process.on("SIGTERM", () => void graph.close().then(() => process.exit(0)));
