/** The hash-chained audit: every row's hash covers its own content and the hash of the row before it, per municipality. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { AuditEntry, Tx } from "../../shared/work.ts";

const genesis = "0".repeat(64);

/** BIO2 8.15.01 asks for action, object, result, origin, actor and time; role says in which capacity. Times in UTC, milliseconds. */
function hashOf(previous: string, sequence: number, entry: AuditEntry): string {
  const content = JSON.stringify([
    previous,
    entry.municipality,
    sequence,
    entry.at.toISOString(),
    entry.person,
    entry.role,
    entry.action,
    entry.object,
    entry.result,
    entry.origin,
  ]);
  return createHash("sha256").update(content).digest("hex");
}

/** Appends one row. Locks the chain's head until the transaction ends, so call it last. */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await sql`insert into audit_head (municipality_id, sequence, hash) values (${entry.municipality}, 0, ${genesis})
    on conflict do nothing`.execute(tx);
  const head = await tx.selectFrom("audit_head").select(["sequence", "hash"]).forUpdate().executeTakeFirstOrThrow();
  const sequence = Number(head.sequence) + 1;
  const hash = hashOf(head.hash, sequence, entry);
  await tx
    .insertInto("audit")
    .values({
      municipality_id: entry.municipality,
      sequence,
      at: entry.at,
      person_id: entry.person,
      role: entry.role,
      action: entry.action,
      object: entry.object,
      result: entry.result,
      origin: entry.origin,
      hash,
    })
    .execute();
  await tx.updateTable("audit_head").set({ sequence, hash }).execute();
}

export type AuditVerdict = { rows: number; sound: true } | { rows: number; sound: false; brokenAt: number; why: string };

/** Recomputes the chain of the transaction's municipality and names the first broken row. Reads in pages of 5,000 rows. */
export async function verifyAudit(tx: Tx): Promise<AuditVerdict> {
  let previous = genesis;
  let expected = 1;
  for (;;) {
    const page = await tx
      .selectFrom("audit")
      .selectAll()
      .where("sequence", ">=", expected)
      .orderBy("sequence")
      .limit(5000)
      .execute();
    for (const row of page) {
      const sequence = Number(row.sequence);
      if (sequence !== expected) return { rows: expected - 1, sound: false, brokenAt: expected, why: "the row is missing" };
      const hash = hashOf(previous, sequence, {
        municipality: row.municipality_id,
        at: row.at,
        person: row.person_id,
        role: row.role,
        action: row.action,
        object: row.object,
        result: row.result as AuditEntry["result"],
        origin: row.origin as AuditEntry["origin"],
      });
      if (hash !== row.hash)
        return { rows: expected - 1, sound: false, brokenAt: sequence, why: "its content does not fit its hash" };
      previous = hash;
      expected++;
    }
    if (page.length < 5000) break;
  }
  const head = await tx.selectFrom("audit_head").select(["sequence", "hash"]).executeTakeFirst();
  const rows = expected - 1;
  if (head && (Number(head.sequence) !== rows || head.hash !== previous)) {
    return { rows, sound: false, brokenAt: rows + 1, why: "rows at the end are missing" };
  }
  return { rows, sound: true };
}
