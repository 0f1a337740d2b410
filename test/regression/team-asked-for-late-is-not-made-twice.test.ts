/** Found by killing applies at random: a team was asked for long after its intent was written down, and was asked for again at once. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { applyProvisioning, type Provisioner } from "../../src/provisioning/index.ts";
import { anOrder, officers, openStage, readBack, type Stage } from "../provisioning/stage.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let stage: Stage;

beforeAll(async () => {
  database = await testDatabase();
  stage = await openStage({ pace: { operationMs: 8000, visibleAfterMs: 5 * 60_000 } });
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

test("a team that Microsoft lets wait for half an hour, and that is made just as the run is killed, is there once", async () => {
  const name = "molenlanden";
  const tenant = randomUUID();
  await aMunicipality(database, name, ["arkel"]);
  await stage.seed(tenant, officers);
  const order = anOrder(name, tenant, ["arkel"]);
  let waits = 3;
  let dead = false;
  stage.faults.rule = (request) => {
    if (dead) return "cut";
    if (request.method !== "POST" || request.path !== "/teams") return undefined;
    if (waits-- > 0) return { status: 429, retryAfter: 580 };
    dead = true;
    return "lost";
  };
  const keeper: Provisioner["keeper"] = {
    inMunicipality: (...given) =>
      dead ? Promise.reject(new Error("The process is dead.")) : database.workshop.inMunicipality(...given),
    queueReactions: database.workshop.queueReactions,
  };
  const provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
  await applyProvisioning({ ...provisioner, keeper }, order).catch(() => undefined);
  expect(dead).toBe(true);
  stage.faults.rule = () => undefined;
  expect((await applyProvisioning(provisioner, order)).failures).toEqual([]);
  await stage.time.sleep(600_000);
  const found = await readBack(stage, tenant);
  expect(found.teams.map(({ displayName }) => displayName)).toEqual(["Arkel"]);
}, 30_000);
