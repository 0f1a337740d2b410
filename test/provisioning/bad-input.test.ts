/** What is wrong around an apply: each ends with a sentence that says what to do, with nothing changed and nothing on record. */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { graphWorkplace, openGraph } from "../../src/adapters/graph/index.ts";
import { applyProvisioning, type Order, type Provisioner, planProvisioning } from "../../src/provisioning/index.ts";
import { readMunicipalityFiles } from "../../src/wiring/municipalities.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, granted, officers, openStage, readBack, type Stage, type StageOptions } from "./stage.ts";

let database: TestDatabase;
let stage: Stage;
let order: Order;
let places = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => open());
afterEach(() => stage.close());

async function open(options: StageOptions = {}): Promise<void> {
  stage = await openStage(options);
  places += 1;
  const name = `fout-${places}`;
  order = anOrder(name, randomUUID(), ["arkel", "hoornaar"]);
  await aMunicipality(database, name, ["arkel", "hoornaar"]);
  await stage.seed(order.tenantId, officers);
}

const provisioner = (workplace = stage.workplace): Provisioner => ({
  workplace,
  keeper: database.workshop,
  time: stage.time,
  settle: { teamMs: 120_000, partMs: 60_000, everyMs: 15_000 },
});

const sentence = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "It went well.",
    (error: Error) => error.message,
  );

async function nothingIsThere(): Promise<void> {
  const rows = await database.workshop.inMunicipality(order.municipality, (tx) =>
    tx.selectFrom("provisioned_resource").select("key").execute(),
  );
  expect(rows).toEqual([]);
  await stage.time.sleep(600_000);
  expect((await readBack(stage, order.tenantId)).teams).toEqual([]);
}

test("an expired token", async () => {
  const stale = graphWorkplace(openGraph({ origin: stage.url, time: stage.time, tokens: async () => "expired" }));
  const said = await sentence(applyProvisioning(provisioner(stale), order));
  expect(said).toMatch(/does not take the token for tenant .*expired.*Check the server's clock and the app registration/);
  await nothingIsThere();
});

test("a token of another tenant", async () => {
  const tokens = () => stage.graph.tokens(randomUUID());
  const mixed = graphWorkplace(openGraph({ origin: stage.url, time: stage.time, tokens }));
  const said = await sentence(applyProvisioning(provisioner(mixed), order));
  expect(said).toMatch(new RegExp(`not for ${order.tenantId}, so nothing was sent`));
  await nothingIsThere();
});

test.each(["AppCatalog.Read.All", "Team.ReadBasic.All", "Team.Create"])("no consent to %s", async (missing) => {
  await stage.close();
  await open({ roles: granted.filter((name) => name !== missing) });
  const run = await applyProvisioning(provisioner(), order).catch((error: Error) => ({
    done: 0,
    failures: [{ kern: null, reason: error.message }],
  }));
  expect(run.done).toBe(0);
  expect(run.failures.length).toBeGreaterThan(0);
  for (const { reason } of run.failures)
    expect(reason).toMatch(new RegExp(`has not given consent.*administrator.*kernplein onboarding.*${missing}`));
  await nothingIsThere();
});

test("the disk of the local state is full: every kern says so, and with room again all is made once", async () => {
  rmSync(stage.directory, { recursive: true });
  writeFileSync(stage.directory, "in the way");
  const { failures, done } = await applyProvisioning(provisioner(), order);
  expect([done, failures.map(({ kern }) => kern).sort()]).toEqual([0, ["arkel", "hoornaar"]]);
  for (const { reason } of failures) expect(reason).toMatch(/disk is full or cannot be written.*Nothing was changed/);
  rmSync(stage.directory);
  mkdirSync(stage.directory);
  await stage.seed(order.tenantId, officers);
  expect((await applyProvisioning(provisioner(), order)).failures).toEqual([]);
  expect((await planProvisioning(provisioner(), order)).steps).toEqual([]);
  await stage.time.sleep(600_000);
  expect((await readBack(stage, order.tenantId)).teams.map(({ displayName }) => displayName).sort()).toEqual([
    "Arkel",
    "Hoornaar",
  ]);
});

test("a municipality file with 400 faults is refused as a whole, each fault with its line, before anything is begun", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kernplein-files-"));
  try {
    const right = readFileSync(new URL("../../infra/municipalities/altena.yaml", import.meta.url), "utf8");
    const wrong = Array.from({ length: 400 }, (_, index) => `onbekend${index}: ja\n`).join("");
    writeFileSync(join(folder, "altena.yaml"), `${right.trimEnd()}\n${wrong}`);
    const said = await sentence(readMunicipalityFiles(folder));
    const [first, ...lines] = said.split("\n");
    expect([first, lines.length]).toEqual(["The municipality files have 400 faults:", 400]);
    for (const line of lines) expect(line).toMatch(/^ {2}altena\.yaml:\d+:\d+ .*onbekend\d+/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
