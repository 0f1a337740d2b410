/** The adapter tests itself: can Graph be reached in a tenant, is there a token, does it hold every permission that is needed. */
import { decodeJwt } from "jose";
import type { Graph } from "./client.ts";
import { findApp } from "./find-app.ts";

export interface Check {
  name: "token" | "permissions" | "reachable" | "app-in-catalogue";
  ok: boolean;
  /** What was found, and what an administrator can do about it. */
  detail: string;
  /** Permissions that are not granted. */
  missing?: readonly string[];
}

export interface CheckOptions {
  tenant: string;
  /** Application permissions of infra/entra/permissions.json. */
  permissions: readonly string[];
  /** The id in the app's manifest. */
  externalId: string;
}

/** Goes from the first thing that must hold to the last, and stops where going on makes no sense. */
export async function checkGraph(graph: Graph, { tenant, permissions, externalId }: CheckOptions): Promise<Check[]> {
  let token: string;
  try {
    token = await graph.tokens(tenant);
  } catch (error) {
    return [{ name: "token", ok: false, detail: `${(error as Error).message} Give admin consent for the app in this tenant.` }];
  }
  const roles = readRoles(token);
  const missing = permissions.filter((name) => !roles.includes(name));
  const detail =
    missing.length === 0 ? `${permissions.length} permissions granted` : `Grant admin consent for: ${missing.join(", ")}.`;
  const checks: Check[] = [
    { name: "token", ok: true, detail: `token for tenant ${tenant}` },
    { name: "permissions", ok: missing.length === 0, detail, missing },
  ];
  try {
    const app = await findApp(graph, tenant, externalId);
    checks.push({ name: "reachable", ok: true, detail: graph.root });
    const found = app
      ? `app ${app.id}`
      : "Upload the app package in the Teams admin centre, under Manage apps. After that it can take hours before Graph shows it.";
    checks.push({ name: "app-in-catalogue", ok: app !== null, detail: found });
  } catch (error) {
    checks.push({ name: "reachable", ok: false, detail: (error as Error).message });
  }
  return checks;
}

/** The permissions in a token of our own; whether it is genuine is for Graph to judge. */
function readRoles(token: string): string[] {
  const { roles } = decodeJwt<{ roles?: string[] }>(token);
  return Array.isArray(roles) ? roles : [];
}
