import type { TeamsTab } from "@microsoft/microsoft-graph-types";
import type { WorkplaceTab } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { encoded } from "./odata.ts";
import { freshConsent } from "./settling.ts";

export const permission = "TeamsTab.Read.Group";

/** The tabs of one app in a channel. */
export async function listTabs(
  graph: Graph,
  tenant: string,
  teamId: string,
  channelId: string,
  catalogId: string,
): Promise<WorkplaceTab[]> {
  const path = `/teams/${teamId}/channels/${encoded(channelId)}/tabs?$expand=teamsApp`;
  const tabs = await graph.list<TeamsTab>({ tenant, path, traits: { repeat: "harmless", settling: freshConsent } });
  return tabs.flatMap(({ id, teamsApp, configuration }) =>
    id && teamsApp?.id === catalogId ? [{ id, entityId: configuration?.entityId ?? "" }] : [],
  );
}
