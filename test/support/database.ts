/** A fresh database per test file, cloned from the migrated template in about 50 ms. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { type Connections, connect } from "../../src/adapters/postgres/connect.ts";
import type { ReactionsTo } from "../../src/shared/reaction.ts";
import { makeVault } from "../../src/shared/vault.ts";
import type { Actor, Perform, RoleGrant, Workshop } from "../../src/shared/work.ts";
import { makeCore } from "../../src/wiring/core.ts";
import { templateDatabase } from "./postgres-server.ts";

export interface TestDatabase extends AsyncDisposable {
  url: string;
  connections: Connections;
  workshop: Workshop;
  perform: Perform;
  /** Sets the clock that `perform` uses. */
  clock: { now: Date };
  close(): Promise<void>;
}

/** `template`: the database that is cloned; nobody may be connected to it. */
export async function testDatabase(
  reactionsTo: ReactionsTo = () => [],
  template: string = templateDatabase,
): Promise<TestDatabase> {
  const name = `kernplein_${randomUUID().replaceAll("-", "")}`;
  await onServer(`create database ${name} template ${template}`);
  const url = urlOf(name);
  const connections = connect(url);
  const clock = { now: new Date("2026-11-22T12:00:00Z") };
  const { perform, workshop } = makeCore(
    connections,
    reactionsTo,
    makeVault("the tests keep no secret worth keeping"),
    () => clock.now,
  );
  const close = async () => {
    await connections.close();
    await onServer(`drop database if exists ${name} with (force)`);
  };
  return { url, connections, workshop, perform, clock, close, [Symbol.asyncDispose]: close };
}

/** The address of a database of the tests' server. */
export function urlOf(database: string): string {
  const server = process.env["KERNPLEIN_TEST_SERVER"];
  if (!server) throw new Error("The tests' PostgreSQL is not running: start the tests with npm run test:only.");
  return server.replace(/\/postgres$/, `/${database}`);
}

async function onServer(statement: string): Promise<void> {
  await withServer((client) => client.query(statement));
}

/** A connection to the server itself, to no database of a test. */
export async function withServer<T>(body: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(urlOf("postgres"));
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}

/** A municipality with the kernen Arkel and Hoornaar, straight in the tables. */
export async function aMunicipality(
  database: TestDatabase,
  municipality = "molenlanden",
  kernen = ["arkel", "hoornaar"],
): Promise<void> {
  await database.connections.inMunicipality(municipality, async (tx) => {
    await tx
      .insertInto("municipality")
      .values({
        municipality_id: municipality,
        name: municipality,
        cbs_code: "GM0000",
        entra_tenant_id: randomUUID(),
        joining: "officer-decides",
        languages: ["nl", "en"],
        phone: "088 000 00 00",
      })
      .execute();
    for (const kern of kernen) {
      await tx
        .insertInto("kern")
        .values({
          municipality_id: municipality,
          kern_id: kern,
          name: kern.charAt(0).toUpperCase() + kern.slice(1),
          kind: "dorp",
          residents: 1000,
          latitude: 51.87,
          longitude: 4.99,
          former_municipality: "Giessenlanden",
          accent: "dike",
          silhouette: "mill",
          postcodes: ["4241"],
          joining: "officer-decides",
          village_groups: ["Dorpsoverleg"],
        })
        .execute();
    }
  });
}

export interface PersonWish {
  name?: string;
  kernen?: string[];
  roles?: RoleGrant[];
}

/** A person with memberships and roles, straight in the tables, and the actor that acts as her. */
export async function aPerson(
  database: TestDatabase,
  { name = "Inwoner", kernen = ["arkel"], roles = [] }: PersonWish = {},
  municipality = "molenlanden",
): Promise<Actor & { person: string }> {
  const person = randomUUID();
  await database.connections.inMunicipality(municipality, async (tx) => {
    await tx
      .insertInto("person")
      .values({
        municipality_id: municipality,
        person_id: person,
        name,
        email: `${person}@voorbeeld.example`,
        created_at: database.clock.now,
      })
      .execute();
    for (const kern of kernen) {
      await tx
        .insertInto("membership")
        .values({ municipality_id: municipality, person_id: person, kern_id: kern, since: database.clock.now })
        .execute();
    }
    for (const { role, kern } of roles) {
      if (role === "resident") continue;
      await tx
        .insertInto("role_grant")
        .values({ municipality_id: municipality, person_id: person, role, kern_id: kern ?? "*" })
        .execute();
    }
  });
  return {
    municipality,
    person,
    roles: [...kernen.map((kern): RoleGrant => ({ role: "resident", kern })), ...roles],
    channel: "web",
    language: "nl",
  };
}
