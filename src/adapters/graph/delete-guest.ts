import type { User } from "@microsoft/microsoft-graph-types";
import type { Graph } from "./client.ts";

export const permission = "User.DeleteRestore.All";

/**
 * Takes a guest out of the directory; for 30 days the account can be restored. The right would reach employees too, so who is no guest
 * is refused before anything is changed. False when there was nobody.
 */
export async function deleteGuest(graph: Graph, tenant: string, oid: string): Promise<boolean> {
  const accept = { repeat: "harmless" as const, accept: [404] };
  const found = await graph.call({ tenant, method: "GET", path: `/users/${oid}?$select=id,userPrincipalName`, traits: accept });
  if (found.status === 404) return false;
  const { userPrincipalName } = found.body as User;
  if (!userPrincipalName?.includes("#EXT#")) throw new Error(`${oid} is no guest of tenant ${tenant}: only guests are removed.`);
  await graph.call({ tenant, method: "DELETE", path: `/users/${oid}`, traits: accept });
  return true;
}
