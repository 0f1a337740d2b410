import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { applyProvisioning, type Provisioner, planProvisioning, teamOf } from "../../src/provisioning/index.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, officers, openStage, type Stage } from "./stage.ts";

let database: TestDatabase;
let stage: Stage;

beforeAll(async () => {
  database = await testDatabase();
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

/** Somebody who takes part since `since`, with an account in the tenant. */
async function aResident(municipality: string, oid: string, since: Date): Promise<string> {
  const person = randomUUID();
  await database.connections.inMunicipality(municipality, async (tx) => {
    const about = { name: "Ria Fictief", email: `${person}@bewoner.example`, entra_oid: oid, created_at: since };
    await tx
      .insertInto("person")
      .values({ municipality_id: municipality, person_id: person, ...about })
      .execute();
    await tx
      .insertInto("membership")
      .values({ municipality_id: municipality, person_id: person, kern_id: "arkel", since })
      .execute();
  });
  return person;
}

test("residents missing from the team are seen as drift and added together; who is new, left or blocked is left alone", async () => {
  const tenant = randomUUID();
  await aMunicipality(database, "leden", ["arkel"]);
  const emails = ["oud@x.example", "nieuw@x.example", "weg@x.example", "stil@x.example"];
  const ids = await stage.seed(tenant, [...officers, ...emails]);
  const order = anOrder("leden", tenant, ["arkel"]);
  const provisioner: Provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
  await applyProvisioning(provisioner, order);
  await stage.time.sleep(25 * 3_600_000);
  const now = stage.time.now();
  const daysAgo = (days: number) => new Date(now - days * 24 * 3_600_000);
  const [old = "", fresh = "", gone = "", blocked = ""] = emails.map((email) => ids.get(email) ?? "");
  await aResident("leden", old, daysAgo(3));
  await aResident("leden", fresh, new Date(now - 3_600_000));
  const left = await aResident("leden", gone, daysAgo(3));
  const kept = await aResident("leden", blocked, daysAgo(3));
  await database.connections.inMunicipality("leden", async (tx) => {
    await tx
      .updateTable("membership")
      .set({ left_at: daysAgo(1) })
      .where("person_id", "=", left)
      .execute();
    const block = { block_id: randomUUID(), person_id: kept, kern_id: "arkel", reason: "x", blocked_by: kept, since: daysAgo(1) };
    await tx
      .insertInto("person_block")
      .values({ municipality_id: "leden", ...block })
      .execute();
  });
  const steps = async () => (await planProvisioning(provisioner, order)).steps;
  expect(await steps()).toMatchObject([{ do: "add-residents", personIds: [old], drift: "member-missing/residents" }]);
  expect(await applyProvisioning(provisioner, order)).toMatchObject({ done: 1, failures: [] });
  expect(await steps()).toEqual([]);
  const team = await database.connections.inMunicipality("leden", (tx) => teamOf(tx, "leden", "arkel"));
  await stage.time.sleep(20 * 3_600_000);
  const members = await stage.workplace.listMembers(tenant, team?.teamId ?? "");
  expect(members.map(({ id }) => id).sort()).toEqual([...officers.map((email) => ids.get(email)), old].sort());
  expect(await steps()).toEqual([]);
});
