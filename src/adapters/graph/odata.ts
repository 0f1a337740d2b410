/** Spelling for Graph's addresses and bodies. */
import type { Graph } from "./client.ts";

/** A text as a quoted OData value, ready for a query: `'t Zand` becomes `'''t%20Zand'`. */
export function quoted(text: string): string {
  return `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;
}

/** A query option's value, ready for the address. */
export const encoded = encodeURIComponent;

function userReference(graph: Graph, userId: string): string {
  return `${graph.root}/users('${userId}')`;
}

export function appReference(graph: Graph, catalogId: string): string {
  return `${graph.root}/appCatalogs/teamsApps/${catalogId}`;
}

export function membership(graph: Graph, userId: string, roles: readonly string[]) {
  return { "@odata.type": "#microsoft.graph.aadUserConversationMember", roles, "user@odata.bind": userReference(graph, userId) };
}

/**
 * An address as Graph takes it: https only. On one's own machine the app speaks http; there nobody follows these addresses but the local
 * redeem page, which knows.
 */
export function secure(address: string): string {
  return address.replace(/^http:(?=\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$))/, "https:");
}

/** Consent to exactly these resource-specific permissions. */
export function consentTo(permissions: readonly string[]) {
  return {
    resourceSpecificPermissions: permissions.map((permissionValue) => ({ permissionValue, permissionType: "application" })),
  };
}

/** What `$count=true` adds to a page. Throws when Graph left it out. */
export function countOf(body: unknown): number {
  const count = (body as { "@odata.count"?: number } | null)?.["@odata.count"];
  if (typeof count !== "number") throw new Error("Graph was asked to count and gave no number.");
  return count;
}
