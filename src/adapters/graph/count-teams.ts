import type { Graph } from "./client.ts";
import { countOf } from "./odata.ts";

export const permission = "Team.ReadBasic.All";

/** All teams of the tenant, whoever made them. */
export async function countTeams(graph: Graph, tenant: string): Promise<number> {
  const { body } = await graph.call({ tenant, method: "GET", path: "/teams?$count=true&$top=1&$select=id" });
  return countOf(body);
}
