/** How long a whole roll-out takes by a virtual clock, beside the least that the published limits allow, and what memory it needs. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { applyProvisioning, type Order, planProvisioning } from "../../../src/provisioning/index.ts";
import { type Bound, boundsOf } from "./lower-bound.ts";
import { files, openPlace, orderOf, seedOfficers } from "./place.ts";
import { openVirtualGraph, pace, provisionerOn } from "./virtual-graph.ts";

const sizes = [41, 400, 5000];
const most = { ratio: 1.15 };

/** The kernen of both files over and over, in one municipality. */
function orderWith(count: number): Order {
  const real = files.map((file) => orderOf(file));
  const kernen = real.flatMap((order) => order.kernen.filter(({ theme }) => !theme));
  const [first] = real;
  if (!first) throw new Error("There is no municipality file.");
  return {
    ...first,
    themes: [],
    kernen: Array.from({ length: count }, (_, index) => {
      const kern = kernen[index % kernen.length];
      if (!kern) throw new Error("There are no kernen.");
      const turn = index < kernen.length ? "" : `${Math.floor(index / kernen.length) + 1}`;
      return { ...kern, slug: `${kern.slug}${turn && `-${turn}`}`, name: `${kern.name}${turn && ` ${turn}`}` };
    }),
  };
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What is in use, in MB. */
function liveMb(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

export async function benchRollOut(): Promise<void> {
  const rows: Record<string, Record<string, string | number>> = {};
  for (const count of sizes) {
    const { bound, ms, throttled, sent, beforeMb, peakMb } = await rollOut(count);
    rows[`${count} kernen`] = {
      "virtual s": Math.round(ms / 1000),
      "lower bound s": Math.round(bound.ms / 1000),
      ratio: (ms / bound.ms).toFixed(3),
      aim: `≤ ${most.ratio}`,
      requests: sent,
      "429": throttled,
      "MB before": beforeMb.toFixed(1),
      "MB peak": peakMb.toFixed(1),
      "MB per kern": ((peakMb - beforeMb) / count).toFixed(4),
    };
    if (ms / bound.ms > most.ratio || throttled > 0) process.exitCode = 1;
  }
  console.table(rows);
}

async function rollOut(count: number) {
  const begun = performance.now();
  const order = orderWith(count);
  const place = await openPlace(files);
  const graph = await openVirtualGraph(place.folder);
  try {
    const provisioner = provisionerOn(graph, place);
    const emails = new Set(order.kernen.flatMap(({ officers }) => officers.map(({ email }) => email)));
    await seedOfficers(graph.url, order.tenantId, emails);
    const [bound] = tellBounds(
      count,
      boundsOf(await planProvisioning(provisioner, order), pace.operationMs + pace.visibleAfterMs),
    );
    await graph.clock.outside.sleep(60_000);
    graph.sent.clear();
    const beforeMb = liveMb();
    let peakMb = beforeMb;
    let looks = 0;
    const onProgress = ({ kernenDone }: { kernenDone: number }) => {
      if (kernenDone < (looks * count) / 20) return;
      looks += 1;
      peakMb = Math.max(peakMb, liveMb());
    };
    const from = graph.clock.outside.now();
    const applied = await applyProvisioning(provisioner, order, { onProgress });
    const ms = graph.clock.outside.now() - from;
    if (applied.failures.length > 0) throw new Error(`${applied.failures.length} kernen failed: ${applied.failures[0]?.reason}`);
    const sent = [...graph.sent.values()].reduce((sum, one) => sum + one, 0);
    console.log(
      `  ${count} kernen: ${[...graph.sent]
        .sort(([, a], [, b]) => b - a)
        .map(([kind, n]) => `${kind} ${n}`)
        .join(", ")}`,
    );
    console.log(`  ${count} kernen took ${Math.round((performance.now() - begun) / 1000)} s of the machine's own time.`);
    const { steps } = await planProvisioning(provisioner, order);
    if (steps.length > 0) throw new Error(`After the roll-out ${steps.length} steps are left.`);
    return { bound, ms, throttled: graph.throttled(), sent, beforeMb, peakMb };
  } finally {
    await graph.close();
    await place.close();
  }
}

function tellBounds(count: number, bounds: readonly Bound[]): [Bound] {
  console.log(`\nLower bounds of ${count} kernen:`);
  for (const { by, because, ms } of bounds) console.log(`  ${String(Math.round(ms / 1000)).padStart(6)} s  ${by}: ${because}`);
  const [tightest] = bounds;
  if (!tightest) throw new Error("The plan is empty.");
  return [tightest];
}
