/** Up to twenty reads in one request, with the failed parts asked again: the SDK does not do that by itself. */
import { type Graph, GraphRefused } from "./client.ts";
import { decide, readRetryAfter } from "./retry.ts";

const mostParts = 20;

interface Part {
  id: string;
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** The bodies of the answers, in the order of the paths. Throws when a part stays refused. */
export async function batchGet<Body>(graph: Graph, tenant: string, paths: readonly string[]): Promise<Body[]> {
  const bodies = new Map<number, Body>();
  const began = graph.time.now();
  let waiting = paths.map((_, index) => index);
  for (let number = 1; waiting.length > 0; number += 1) {
    const again: number[] = [];
    let pause = 0;
    for (let start = 0; start < waiting.length; start += mostParts) {
      const asked = waiting.slice(start, start + mostParts);
      const requests = asked.map((index) => ({ id: String(index), method: "GET", url: paths[index] }));
      const parts = asked.map((index) => paths[index]?.split("?")[0] ?? "");
      const { body } = await graph.call({ tenant, method: "POST", path: "/$batch", body: { requests }, parts });
      for (const part of (body as { responses: Part[] }).responses) {
        const index = Number(part.id);
        const attempt = { number, elapsedMs: graph.time.now() - began, chance: graph.time.random(), neverSent: false };
        const retryAfterMs = readRetryAfter(part.headers?.["Retry-After"] ?? null, graph.time.now());
        const decision = decide({ repeat: "harmless" }, { ...attempt, status: part.status, retryAfterMs });
        if (decision.kind === "answer") bodies.set(index, part.body as Body);
        else if (decision.kind === "wait") {
          again.push(index);
          pause = Math.max(pause, decision.ms);
        } else throw refusal(tenant, paths[index] ?? "", part);
      }
    }
    waiting = again;
    if (pause > 0) await graph.time.sleep(pause);
  }
  return paths.map((_, index) => bodies.get(index) as Body);
}

function refusal(tenant: string, path: string, part: Part): GraphRefused {
  const { code = "unknown", message = "" } = (part.body as { error?: { code?: string; message?: string } } | null)?.error ?? {};
  return new GraphRefused({ tenant, method: "GET", path }, part.status, code, message);
}
