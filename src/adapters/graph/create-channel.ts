import type { Channel } from "@microsoft/microsoft-graph-types";
import type { WorkplaceChannel } from "../../provisioning/workplace.ts";
import { type Graph, GraphRefused } from "./client.ts";
import { freshConsent } from "./settling.ts";

export const permission = "Channel.Create.Group";

/** Makes a standard channel: bots reach no others. Null when the name is taken (also by a channel deleted less than 30 days ago). */
export async function createChannel(
  graph: Graph,
  tenant: string,
  teamId: string,
  { name, description }: { name: string; description: string },
): Promise<WorkplaceChannel | null> {
  try {
    const { body } = await graph.call({
      tenant,
      method: "POST",
      path: `/teams/${teamId}/channels`,
      traits: { repeat: "once", settling: freshConsent },
      body: { displayName: name, description, membershipType: "standard" },
    });
    return { id: (body as Channel).id ?? "", name };
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 400 && /already exist/i.test(error.message)) return null;
    throw error;
  }
}
