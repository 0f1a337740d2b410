import type { Graph } from "./client.ts";

export const permission = "User.DeleteRestore.All";

/** Brings back a guest who was removed less than 30 days ago, with her memberships. False when she is gone for good. */
export async function restoreGuest(graph: Graph, tenant: string, oid: string): Promise<boolean> {
  const traits = { repeat: "harmless" as const, accept: [404] };
  const path = `/directory/deletedItems/${oid}/restore`;
  const { status } = await graph.call({ tenant, method: "POST", path, traits });
  if (status !== 404) return true;
  // Perhaps she was never away, or an answer to the first try was lost.
  const present = await graph.call({ tenant, method: "GET", path: `/users/${oid}?$select=id`, traits });
  return present.status !== 404;
}
