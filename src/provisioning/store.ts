/** The record of what was made in Microsoft 365. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { KernTeam, ResourceDetails, ResourceKind } from "./contract.ts";
import type { Resident, ResourceRow } from "./seen.ts";

/** What is on record for the municipality of this transaction: all of it, of one kern, or all teams. */
export async function loadResources(tx: Tx, part: { kern?: string; resource?: ResourceKind } = {}): Promise<ResourceRow[]> {
  let query = tx.selectFrom("provisioned_resource").selectAll();
  if (part.kern !== undefined) query = query.where("kern_id", "=", part.kern);
  if (part.resource !== undefined) query = query.where("resource", "=", part.resource);
  const rows = await query.execute();
  return rows.map((row) => ({
    resource: row.resource as ResourceKind,
    key: row.key,
    kern: row.kern_id,
    state: row.state === "created" ? "created" : "intent",
    graphId: row.graph_id,
    marker: row.marker,
    details: row.details as ResourceDetails,
    updatedAt: row.updated_at,
  }));
}

/** Writes a row, over the one with the same key. */
export async function saveResource(tx: Tx, municipality: string, row: ResourceRow): Promise<void> {
  const values = {
    kern_id: row.kern,
    state: row.state,
    graph_id: row.graphId,
    marker: row.marker,
    details: JSON.stringify(row.details),
    updated_at: row.updatedAt,
  };
  await tx
    .insertInto("provisioned_resource")
    .values({ municipality_id: municipality, resource: row.resource, key: row.key, ...values })
    .onConflict((conflict) => conflict.columns(["municipality_id", "resource", "key"]).doUpdateSet(values))
    .execute();
}

export async function removeResource(tx: Tx, municipality: string, resource: ResourceKind, key: string): Promise<void> {
  await tx
    .deleteFrom("provisioned_resource")
    .where("municipality_id", "=", municipality)
    .where("resource", "=", resource)
    .where("key", "=", key)
    .execute();
}

/** Forgets what was inside a kern's team; used when that team is gone. */
export async function removeParts(tx: Tx, municipality: string, kern: string): Promise<void> {
  await tx
    .deleteFrom("provisioned_resource")
    .where("municipality_id", "=", municipality)
    .where("kern_id", "=", kern)
    .where("resource", "!=", "team")
    .execute();
}

/**
 * Holds the municipality's roll-out until this transaction ends. When another transaction holds it, tells `onWait` and waits.
 */
export async function lockRollOut(tx: Tx, municipality: string, onWait: () => void): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
  const key = sql`hashtextextended(${`provisioning ${municipality}`}, 0)`;
  const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${key}) as free`.execute(tx);
  if (rows[0]?.free) return;
  onWait();
  await sql`select pg_advisory_xact_lock(${key})`.execute(tx);
}

/** A kern's team once it can be used, with the channels made so far; null before. */
export async function teamOf(tx: Tx, municipality: string, kern: string): Promise<KernTeam | null> {
  const rows = await tx
    .selectFrom("provisioned_resource")
    .select(["resource", "key", "graph_id", "details"])
    .where("municipality_id", "=", municipality)
    .where("kern_id", "=", kern)
    .where("resource", "in", ["team", "channel"])
    .where("state", "=", "created")
    .orderBy("key")
    .execute();
  const team = rows.find(({ resource }) => resource === "team");
  if (!team?.graph_id) return null;
  const channels = rows.flatMap(({ resource, key, graph_id: id, details }) =>
    resource === "channel" && id ? [{ key: key.slice(kern.length + 1), id, name: (details as ResourceDetails).name ?? "" }] : [],
  );
  return { teamId: team.graph_id, url: (team.details as ResourceDetails).url ?? "", channels };
}

/** The tab that was pinned in a channel of a kern's team, by Microsoft's ids. */
export async function findTab(
  tx: Tx,
  kern: string,
  channel: string,
): Promise<{ teamId: string; channelId: string; tabId: string } | undefined> {
  const rows = await tx
    .selectFrom("provisioned_resource")
    .select(["resource", "key", "graph_id as id"])
    .where("kern_id", "=", kern)
    .where("state", "=", "created")
    .execute();
  const idOf = (resource: ResourceKind, begin: string) =>
    rows.find((row) => row.resource === resource && row.key.startsWith(begin))?.id;
  const teamId = idOf("team", kern);
  const channelId = idOf("channel", `${kern}/${channel}`);
  const tabId = idOf("tab", `${kern}/${channel}/`);
  return teamId && channelId && tabId ? { teamId, channelId, tabId } : undefined;
}

/** The kern a team belongs to; null for a theme team and for a team that is not one of ours. */
export async function kernOfTeam(tx: Tx, municipality: string, teamId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("provisioned_resource")
    .select("kern_id")
    .where("municipality_id", "=", municipality)
    .where("resource", "=", "team")
    .where("graph_id", "=", teamId)
    .where("kern_id", "not like", "thema:%")
    .executeTakeFirst();
  return row?.kern_id ?? null;
}

/**
 * Everybody who takes part in a kern, has a guest account and is not blocked: who is blocked is in no team. Asked here in one question, for asking members person by person would be
 * thousands.
 */
export async function loadResidents(tx: Tx, now: Date): Promise<Map<string, Resident[]>> {
  const rows = await tx
    .selectFrom("membership as m")
    .innerJoin("person as p", (join) =>
      join.onRef("p.municipality_id", "=", "m.municipality_id").onRef("p.person_id", "=", "m.person_id"),
    )
    .select(["m.kern_id as kern", "p.entra_oid as oid", "m.since"])
    .where("m.left_at", "is", null)
    .where("p.entra_oid", "is not", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("person_block as b")
            .select("b.block_id")
            .whereRef("b.municipality_id", "=", "m.municipality_id")
            .whereRef("b.person_id", "=", "m.person_id")
            .where("b.lifted_at", "is", null)
            .where((eb) => eb.or([eb("b.until", "is", null), eb("b.until", ">", now)])),
        ),
      ),
    )
    .execute();
  const residents = new Map<string, Resident[]>();
  for (const { kern, oid, since } of rows) {
    const list = residents.get(kern) ?? [];
    if (oid) list.push({ oid, since });
    residents.set(kern, list);
  }
  return residents;
}
