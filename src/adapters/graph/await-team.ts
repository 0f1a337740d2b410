import { type TeamBeingMade, TeamFailed, type WorkplaceTeam } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { readFreshTeam } from "./get-team.ts";
import { awaitOperation } from "./operation.ts";

/**
 * Waits until a team that is being made can be used: its operation succeeded and its id answers. Throws `TeamFailed` when the
 * operation failed.
 */
export async function awaitTeam(graph: Graph, tenant: string, { teamId, operation }: TeamBeingMade): Promise<WorkplaceTeam> {
  const outcome = operation === null ? null : await awaitOperation(graph, tenant, operation);
  if (outcome?.is === "failed") throw new TeamFailed(outcome.reason);
  return readFreshTeam(graph, tenant, teamId);
}
