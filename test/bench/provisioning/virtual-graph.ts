/** The real client in front of a local Graph that lives by a virtual clock, its throttle included. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { graphWorkplace, openGraph } from "../../../src/adapters/graph/index.ts";
import type { Provisioner } from "../../../src/provisioning/index.ts";
import type { Workplace } from "../../../src/provisioning/workplace.ts";
import { type Place, tokens } from "./place.ts";
import { counted, type VirtualClock, virtualClock } from "./virtual-clock.ts";

/** How long this Graph takes to make a team, and to show it and its members after that, in milliseconds. */
export const pace = { operationMs: 8000, visibleAfterMs: 60_000 };

export interface VirtualGraph {
  url: string;
  clock: VirtualClock;
  workplace: Workplace;
  /** What was sent, by method, kind of path and status: "POST /teams 202". */
  sent: Map<string, number>;
  /** Requests that Graph answered with 429. */
  throttled(): number;
  /** Twice does no harm. */
  close(): Promise<void>;
}

export async function openVirtualGraph(folder: string): Promise<VirtualGraph> {
  const clock = virtualClock();
  const workerData = { directory: join(folder, "graph"), shared: clock.shared };
  const thread = new Worker(new URL("./graph-thread.ts", import.meta.url), { workerData });
  const url = await new Promise<string>((done, failed) => thread.once("message", done).once("error", failed));
  let closed: Promise<void> | undefined;
  const sent = new Map<string, number>();
  const graph = openGraph({
    origin: url,
    tokens,
    time: clock.inside,
    record: ({ method, url: asked, status }) => {
      const kind = `${method} ${kindOf(new URL(asked).pathname)} ${status}`;
      sent.set(kind, (sent.get(kind) ?? 0) + 1);
    },
  });
  return {
    url,
    clock,
    workplace: counted(graphWorkplace(graph), clock),
    sent,
    throttled: () => [...sent].reduce((sum, [kind, count]) => sum + (kind.endsWith(" 429") ? count : 0), 0),
    close: () => {
      closed ??= new Promise((done) => thread.once("exit", () => done()));
      thread.postMessage("close");
      return closed;
    },
  };
}

/** "/v1.0/teams/42/channels/19%3A…/tabs" → "/teams/{}/channels/{}/tabs" */
function kindOf(path: string): string {
  const plain = path.replace("/v1.0", "").replace(/\('[^']*'\)/g, "/{}");
  return plain.replace(/\/(teams|channels|operations|members|installedApps)\/(?!add$)[^/]+/g, "/$1/{}");
}

/** Provisioning by this Graph's clock. The clock waits for every transaction but the one that holds the roll-out. */
export function provisionerOn({ clock, workplace }: VirtualGraph, { workshop }: Place): Provisioner {
  let holding = false;
  const keeper: Provisioner["keeper"] = {
    queueReactions: workshop.queueReactions,
    async inMunicipality(municipality, body) {
      if (holding) return clock.during(() => workshop.inMunicipality(municipality, body));
      holding = true;
      try {
        return await workshop.inMunicipality(municipality, body);
      } finally {
        holding = false;
      }
    },
  };
  return { workplace, keeper, time: clock.outside };
}
