/** Work that Graph promises with 202 and does later. */
import type { Graph } from "./client.ts";

/** Graph names no permission for reading an operation. */
export const permission = null;

/** An operation that takes longer than this is not asked after any more. */
const longestMs = 30 * 60_000;

/** "forgotten": Graph no longer knows the operation, so the thing itself must tell. */
export type Outcome = { is: "succeeded" } | { is: "forgotten" } | { is: "failed"; reason: string };

/** Asks after an operation until it ended, no sooner than every 30 seconds. `location`: what the 202 said, opaque. */
export async function awaitOperation(graph: Graph, tenant: string, location: string): Promise<Outcome> {
  const began = graph.time.now();
  const { firstMs, everyMs } = graph.polling;
  let wait = firstMs;
  while (graph.time.now() - began < longestMs) {
    await graph.time.sleep(wait);
    wait = everyMs;
    const { status, body } = await graph.call({
      tenant,
      method: "GET",
      path: below(graph, location),
      traits: { repeat: "harmless", accept: [404], apartMs: everyMs },
    });
    if (status === 404) return { is: "forgotten" };
    const { status: state, error } = (body ?? {}) as { status?: string; error?: { message?: string } | null };
    if (state === "succeeded") return { is: "succeeded" };
    if (state === "failed") return { is: "failed", reason: error?.message ?? "Microsoft does not say why" };
  }
  return { is: "forgotten" };
}

/** Some answers name the whole address, some begin below the version. */
function below(graph: Graph, location: string): string {
  return location.startsWith("/") ? location.replace(/^\/v1\.0(?=\/)/, "") : graph.below(location);
}
