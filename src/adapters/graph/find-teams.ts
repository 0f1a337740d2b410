import type { Team } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";
import { quoted } from "./odata.ts";

export const permission = "Team.ReadBasic.All";

/** Ids of the teams with this name whose description holds the marker. Graph cannot filter on descriptions, so that is done here. */
export async function findTeams(graph: Graph, tenant: string, name: string, marker: string): Promise<string[]> {
  const path = `/teams?$filter=displayName%20eq%20${quoted(name)}&$select=id,displayName,description`;
  const teams = await graph.list<Team>({ tenant, path });
  return teams.flatMap(({ id, description }) => (id && description?.includes(marker) ? [id] : []));
}
