import { type TeamBeingMade, TeamFailed, type WorkplaceTeam } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { readFreshTeam } from "./get-team.ts";

/** Graph names no permission for reading an operation. */
export const permission = null;

/** An operation that takes longer than this is looked up as a team after all. */
const longestMs = 30 * 60_000;

/**
 * Waits until a team that is being made can be used: its operation succeeded and its id answers. Throws `TeamFailed` when the
 * operation failed.
 */
export async function awaitTeam(graph: Graph, tenant: string, { teamId, operation }: TeamBeingMade): Promise<WorkplaceTeam> {
  const began = graph.time.now();
  let wait = graph.polling.firstMs;
  while (operation !== null && graph.time.now() - began < longestMs) {
    await graph.time.sleep(wait);
    wait = graph.polling.everyMs;
    const { status, body } = await graph.call({
      tenant,
      method: "GET",
      path: operation,
      traits: { repeat: "harmless", accept: [404] },
    });
    // Operations are forgotten after a while; then the team itself tells.
    if (status === 404) break;
    const state = (body as { status: string; error?: { message?: string } | null }) ?? {};
    if (state.status === "succeeded") break;
    if (state.status === "failed") throw new TeamFailed(state.error?.message ?? "Microsoft could not make the team.");
  }
  return readFreshTeam(graph, tenant, teamId);
}
