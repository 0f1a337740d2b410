import type { Graph } from "./client.ts";
import { countOf } from "./odata.ts";

export const permission = "User.Read.All";

/** Accounts in the directory, and those that were deleted and can still be restored: they count as well. */
export async function countAccounts(graph: Graph, tenant: string): Promise<{ present: number; deleted: number }> {
  const count = async (collection: string) => {
    const headers = { ConsistencyLevel: "eventual" };
    const path = `${collection}?$count=true&$top=1&$select=id`;
    return countOf((await graph.call({ tenant, method: "GET", path, headers })).body);
  };
  return { present: await count("/users"), deleted: await count("/directory/deletedItems/microsoft.graph.user") };
}
