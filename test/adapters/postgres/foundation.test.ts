import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { z } from "zod";
import { verifyAudit } from "../../../src/adapters/postgres/audit.ts";
import { describeSchema } from "../../../src/adapters/postgres/describe-schema.ts";
import { Refused } from "../../../src/shared/refused.ts";
import { action } from "../../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase((fact) => [{ name: `test.react-to-${fact.fact}`, run: async () => undefined }]);
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["almkerk"]);
});
afterAll(() => database.close());

const rename = action({
  name: "kernen.rename-kern",
  kind: "change",
  input: z.object({ kern: z.string().min(1), name: z.string().min(1) }),
  async run({ tx, announce, concerns }, { kern, name }) {
    concerns(`kern ${kern}`);
    const { numUpdatedRows } = await tx.updateTable("kern").set({ name }).where("kern_id", "=", kern).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new Refused("not-found");
    if (name === "verboden") throw new Refused("not-allowed");
    announce({ fact: "kern-renamed" });
    return { name };
  },
});

const kernNames = (municipality: string) =>
  database.connections.inMunicipality(municipality, async (tx) =>
    (await tx.selectFrom("kern").select("name").execute()).map((row) => row.name),
  );

describe("row-level security", () => {
  test("a query without a municipality sees zero rows of every table", async () => {
    const { rows } = await database.connections.owner.query<{ table_name: string }>(
      "select table_name from information_schema.role_table_grants where grantee = 'kernplein_app' and privilege_type = 'SELECT'",
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { table_name } of rows) {
      const { rows: seen } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table_name)}`.execute(
        database.connections.db,
      );
      expect({ table_name, seen: seen[0]?.n }).toEqual({ table_name, seen: 0 });
    }
  });

  test("one municipality never sees or changes another's rows", async () => {
    expect(await kernNames("altena")).toEqual(["Almkerk"]);
    const officer = await aPerson(database);
    await expect(database.perform(rename, officer, { kern: "almkerk", name: "Gekaapt" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await kernNames("altena")).toEqual(["Almkerk"]);
  });

  test("a row cannot be written into another municipality", async () => {
    const write = database.connections.inMunicipality("altena", (tx) =>
      tx.insertInto("audit_head").values({ municipality_id: "molenlanden", sequence: 9, hash: "x" }).execute(),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  test("every table but the directory is forced under row-level security with municipality_id first in its key", async () => {
    const { rows } = await database.connections.owner.query<{ name: string; forced: boolean; first_key: string }>(`
      select c.relname as name, c.relforcerowsecurity as forced,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as first_key
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname not in ('kernplein_migration', 'municipality_directory')`);
    for (const row of rows) expect(row).toEqual({ name: row.name, forced: true, first_key: "municipality_id" });
  });

  test("the app's role is no superuser, owns nothing and cannot bypass row-level security", async () => {
    const { rows } = await sql<{
      role: string;
      super: boolean;
      bypass: boolean;
      owned: number;
    }>`select current_user as role, rolsuper as super,
      rolbypassrls as bypass, (select count(*) from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`.execute(database.connections.db);
    expect(rows).toEqual([{ role: "kernplein_app", super: false, bypass: false, owned: 0 }]);
  });
});

test("a transaction that could not be opened fails, whatever it does, and its connection goes on", async () => {
  const never = { longestMs: -1 };
  const { inMunicipality } = database.connections;
  const naming = sql`update kern set name = 'Nooit'`;
  for (let again = 0; again < 25; again += 1) {
    await expect(inMunicipality("molenlanden", (tx) => naming.execute(tx), never)).rejects.toThrow();
    await expect(inMunicipality("molenlanden", async () => "done", never)).rejects.toThrow(/statement_timeout/);
  }
  expect(await kernNames("molenlanden")).toEqual(["Arkel", "Hoornaar"]);
});

describe("perform", () => {
  test("records, queues the reactions and writes the audit row in one transaction", async () => {
    const officer = await aPerson(database, { roles: [{ role: "officer", kern: "arkel" }] });
    expect(await database.perform(rename, officer, { kern: "arkel", name: "Arkel aan de Linge" })).toEqual({
      name: "Arkel aan de Linge",
    });
    const { rows } = await database.connections.owner.query("select task_identifier from graphile_worker.jobs");
    expect(rows).toContainEqual({ task_identifier: "test.react-to-kern-renamed" });
    const last = await database.connections.inMunicipality("molenlanden", (tx) =>
      tx.selectFrom("audit").selectAll().orderBy("sequence", "desc").limit(1).executeTakeFirstOrThrow(),
    );
    expect(last).toMatchObject({
      person_id: officer.person,
      action: "kernen.rename-kern",
      object: "kern arkel",
      result: "done",
      origin: "web",
    });
    expect(last.role).toContain("officer");
  });

  test("leaves no trace of an action that failed halfway, but records that it was not allowed", async () => {
    const officer = await aPerson(database);
    await expect(database.perform(rename, officer, { kern: "hoornaar", name: "verboden" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect(await kernNames("molenlanden")).toContain("Hoornaar");
    const last = await database.connections.inMunicipality("molenlanden", (tx) =>
      tx.selectFrom("audit").select("result").orderBy("sequence", "desc").limit(1).executeTakeFirstOrThrow(),
    );
    expect(last.result).toBe("refused: not-allowed");
  });

  test("names every wrong field of the input at once", async () => {
    const officer = await aPerson(database);
    const refusal = await database.perform(rename, officer, { kern: "", name: "" }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect((refusal as Refused).details.fields?.map((field) => field.path)).toEqual(["kern", "name"]);
  });
});

describe("the audit chain", () => {
  test("stays sound under twenty changes at the same time", async () => {
    const officer = await aPerson(database);
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) => database.perform(rename, officer, { kern: "hoornaar", name: `Hoornaar ${turn}` })),
    );
    const verdict = await database.connections.inMunicipality("molenlanden", verifyAudit);
    expect(verdict.sound).toBe(true);
    expect(verdict.rows).toBeGreaterThan(20);
  });

  test.each([
    ["a changed row", "update audit set role = 'admin' where sequence = 5 and municipality_id = 'molenlanden'", 5],
    ["a removed row", "delete from audit where sequence = 5 and municipality_id = 'molenlanden'", 5],
    [
      "a cut-off end",
      "delete from audit where sequence = (select max(sequence) from audit) and municipality_id = 'molenlanden'",
      undefined,
    ],
  ])("names the first broken row after %s", async (_, tampering, brokenAt) => {
    const client = await database.connections.owner.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('kernplein.municipality', 'molenlanden', true)");
      const { rowCount } = await client.query(tampering);
      expect(rowCount).toBe(1);
      await client.query("commit");
      const verdict = await database.connections.inMunicipality("molenlanden", verifyAudit);
      expect(verdict).toMatchObject({ sound: false, ...(brokenAt ? { brokenAt } : {}) });
    } finally {
      client.release();
    }
  });

  test("cannot be changed by the app's own role", async () => {
    const change = database.connections.inMunicipality("molenlanden", (tx) =>
      tx.updateTable("audit").set({ role: "admin" }).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

test("schema.sql is what the migrations make", async () => {
  const committed = readFileSync(new URL("../../../src/adapters/postgres/schema.sql", import.meta.url), "utf8");
  expect(await describeSchema(database.connections.owner)).toBe(committed);
});
