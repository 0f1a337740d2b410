import type { TeamsTab } from "@microsoft/microsoft-graph-types";
import type { TabOrder } from "../../provisioning/contract.ts";
import type { Sending, WorkplaceTab } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";
import { appReference, encoded, secure } from "./odata.ts";
import { freshConsent } from "./settling.ts";

export const permission = "TeamsTab.Create.Group";

/** Pins a tab of the app, which must be installed and have a configurable tab. A second call would pin a second tab. */
export async function pinTab(
  graph: Graph,
  tenant: string,
  teamId: string,
  channelId: string,
  catalogId: string,
  { name, entityId, contentUrl, websiteUrl }: TabOrder,
  sending?: Sending,
): Promise<WorkplaceTab> {
  const { body } = await graph.call({
    tenant,
    method: "POST",
    path: `/teams/${teamId}/channels/${encoded(channelId)}/tabs`,
    traits: { repeat: "once", settling: freshConsent },
    sending,
    body: {
      displayName: name,
      "teamsApp@odata.bind": appReference(graph, catalogId),
      configuration: { entityId, contentUrl: secure(contentUrl), websiteUrl: secure(websiteUrl) },
    },
  });
  return { id: (body as TeamsTab).id ?? "", entityId };
}
