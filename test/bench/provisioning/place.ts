/** What the provisioning benches stand on: a database of their own, the delivered municipality files, and tokens. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UnsecuredJWT } from "jose";
import permissions from "../../../infra/entra/permissions.json" with { type: "json" };
import type { TokenSource } from "../../../src/adapters/graph/index.ts";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { migrate } from "../../../src/adapters/postgres/migrate.ts";
import { type MunicipalityFile, parseMunicipalityFile } from "../../../src/kernen/index.ts";
import type { CatalogApp } from "../../../src/local/graph/index.ts";
import { removeLocalPostgres, startLocalPostgres } from "../../../src/local/postgres.ts";
import { type Order, orderFor } from "../../../src/provisioning/index.ts";
import { makeVault } from "../../../src/shared/vault.ts";
import type { Workshop } from "../../../src/shared/work.ts";
import { makeCore } from "../../../src/wiring/core.ts";
import { appOrder, loadMunicipalities } from "../../../src/wiring/municipalities.ts";

export const granted = permissions.application.map(({ name }) => name);
export const resourceSpecific = permissions.resourceSpecific.map(({ name }) => name);

export const catalogApp: CatalogApp = {
  externalId: "0c5f5a0e-4d1c-4c0a-9d43-6c0a2f6a7f11",
  displayName: "Kernplein",
  version: "1.0.0",
  resourceSpecific,
  configurableTab: true,
};

export const files: readonly MunicipalityFile[] = ["molenlanden", "altena"].map((slug) => {
  const path = new URL(`../../../infra/municipalities/${slug}.yaml`, import.meta.url);
  const parsed = parseMunicipalityFile(readFileSync(path, "utf8"));
  if ("faults" in parsed) throw new Error(`${slug}.yaml has faults.`);
  return parsed.municipality;
});

/** What `apply` is asked for a file, in another tenant than its own when one is given. */
export function orderOf(file: MunicipalityFile, tenantId = file.entraTenantId): Order {
  const app = appOrder(file.slug, catalogApp.externalId, resourceSpecific, "https://kernplein.example");
  return orderFor({ ...file, entraTenantId: tenantId }, app, "2026-11-22");
}

/** Tokens that the benches' Graph takes: unsigned, with the permissions that the app asks for. */
export const tokens: TokenSource = async (tid) => new UnsecuredJWT({ tid, roles: granted }).encode();

export async function verifyToken(bearer: string): Promise<{ tid: string; roles: string[] }> {
  return UnsecuredJWT.decode<{ tid: string; roles: string[] }>(bearer).payload;
}

/** Makes a municipality's officers known to the Graph at `url`, as employees of a tenant. */
export async function seedOfficers(url: string, tenant: string, emails: Iterable<string>): Promise<void> {
  const users = [...emails].map((mail) => ({ mail, displayName: mail.split("@")[0] }));
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${url}/local/seed`, { method: "POST", headers, body: JSON.stringify({ tenant, users }) });
  if (!answer.ok) throw new Error(`The officers could not be seeded: ${await answer.text()}`);
}

export interface Place {
  /** Below it everything a bench leaves behind; gone after `close`. */
  folder: string;
  databaseUrl: string;
  workshop: Workshop;
  /** Forgets everything that was made in Microsoft 365. */
  forgetAll(): Promise<void>;
  close(): Promise<void>;
}

/** A migrated database with the given municipalities in it. */
export async function openPlace(municipalities: readonly MunicipalityFile[]): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "kernplein-provisioning-"));
  // PostgreSQL runs as a user of its own, who must be able to look in.
  chmodSync(folder, 0o755);
  const home = join(folder, "postgres");
  const server = await startLocalPostgres({ folder: home, durable: false });
  await server.ensureDatabase("bench");
  const databaseUrl = server.url("bench");
  await migrate(databaseUrl);
  const connections = connect(databaseUrl);
  const { workshop } = makeCore(connections, () => [], makeVault("provisioning seals nothing, whatever this says"));
  await loadMunicipalities(workshop.inMunicipality, municipalities);
  return {
    folder,
    databaseUrl,
    workshop,
    forgetAll: async () => {
      await connections.owner.query("truncate provisioned_resource");
    },
    close: async () => {
      await connections.close();
      await removeLocalPostgres(home);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
