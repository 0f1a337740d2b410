import type { User } from "@microsoft/microsoft-graph-types";
import type { GuestChange } from "../../provisioning/workplace.ts";
import type { Graph } from "./client.ts";

/** The basic profile does not tell whether an invitation was accepted. */
export const permission = "User.Read.All";

type Row = User & { "@removed"?: { reason: string } };

const everything = "/users/delta?$select=id,mail,userType,externalUserState,externalUserStateChangeDateTime";

/**
 * What changed about guests since a link of an earlier answer. Graph rejects a link older than 30 days; then, as without a link, all
 * guests are given. Who was removed may have been an employee: a removal tells the id alone. Graph allows asking once a day.
 */
export async function guestChanges(
  graph: Graph,
  tenant: string,
  link: string | null,
): Promise<{ changes: GuestChange[]; link: string }> {
  const rows = new Map<string, Row>();
  const accept = link === null ? [] : [400, 410];
  let path = link ?? everything;
  for (;;) {
    const { status, body } = await graph.call({ tenant, method: "GET", path, traits: { repeat: "harmless", accept } });
    if (status >= 400) return guestChanges(graph, tenant, null);
    const page = body as { value: Row[]; "@odata.nextLink"?: string; "@odata.deltaLink"?: string };
    for (const row of page.value) if (row.id) rows.set(row.id, row);
    const last = page["@odata.deltaLink"];
    const following = last ?? page["@odata.nextLink"];
    if (following === undefined) throw new Error("Graph gave neither a next page nor a delta link.");
    path = graph.below(following);
    if (last !== undefined) return { changes: [...rows.values()].flatMap(read), link: path };
  }
}

function read({
  id,
  mail,
  userType,
  externalUserState,
  externalUserStateChangeDateTime,
  "@removed": removed,
}: Row): GuestChange[] {
  const personId = id ?? "";
  if (removed) return [{ personId, email: "", state: "removed", since: null }];
  if (userType !== "Guest") return [];
  const state = externalUserState === "Accepted" ? "accepted" : "pending";
  return [{ personId, email: mail?.toLowerCase() ?? "", state, since: externalUserStateChangeDateTime ?? null }];
}
