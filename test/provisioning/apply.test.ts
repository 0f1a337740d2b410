import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Order, Progress } from "../../src/provisioning/contract.ts";
import { applyProvisioning, kernOfTeam, type Provisioner, planProvisioning, teamOf } from "../../src/provisioning/index.ts";
import type { Reaction } from "../../src/shared/reaction.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, catalogApp, officers, openStage, readBack, resourceSpecific, type Stage } from "./stage.ts";

let database: TestDatabase;
let stage: Stage;
const reaction: Reaction = { name: "test.team-ready", run: async () => undefined };

beforeAll(async () => {
  database = await testDatabase((fact) => (fact.fact === "team-ready" ? [reaction] : []));
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

const provisioner = (on: Stage = stage, keeper: Provisioner["keeper"] = database.workshop): Provisioner => ({
  workplace: on.workplace,
  keeper,
  time: on.time,
});

/** A municipality in the database, its officers in the directory, and the order for its kernen. */
async function aPlace(name: string, kernen: string[], on: Stage = stage): Promise<Order> {
  const tenant = randomUUID();
  await aMunicipality(database, name, kernen);
  await on.seed(tenant, officers);
  return anOrder(name, tenant, kernen);
}

const kernen = (count: number) => Array.from({ length: count }, (_, index) => `kern-${String.fromCharCode(97 + index)}`);

test("an empty tenant gets what the order says, and then there is nothing left to do", async () => {
  const order = await aPlace("molenlanden", kernen(20));
  const before = await planProvisioning(provisioner(), order);
  expect([before.steps.length, before.problems]).toEqual([20 * 9, []]);
  const told: Progress[] = [];
  const applied = await applyProvisioning(provisioner(), order, { onProgress: (progress) => told.push(progress) });
  expect([applied.done, applied.failures]).toEqual([180, []]);
  expect(told.at(-1)).toMatchObject({ done: 180, total: 180, waitingFor: null });
  expect(told.some(({ waitingFor }) => waitingFor?.nl.includes("Microsoft"))).toBe(true);

  expect(await planProvisioning(provisioner(), order)).toMatchObject({ steps: [], problems: [] });
  await stage.time.sleep(120_000);
  const found = await readBack(stage, order.tenantId);
  expect(found.teams).toHaveLength(20);
  for (const kern of order.kernen) {
    expect(found.channels.get(kern.name)).toEqual(["Algemeen", "Dorpsoverleg", "Jeugd en sport", "Voorstellen"]);
    expect(found.tabs.get(kern.name)).toEqual([`algemeen-${kern.slug}`, `voorstellen-${kern.slug}`]);
    expect(found.owners.get(kern.name)).toBe(2);
  }

  const changes = () => stage.sent.filter(({ method, url }) => method !== "GET" && !url.endsWith("/$batch")).length;
  const changesBefore = changes();
  expect(await applyProvisioning(provisioner(), order)).toMatchObject({ done: 0, failures: [] });
  expect(changes()).toBe(changesBefore);
});

test("others find a kern's team with its channels, and the kern of a team; each team is announced once", async () => {
  const order = await aPlace("altena", ["almkerk"]);
  await applyProvisioning(provisioner(), order);
  await applyProvisioning(provisioner(), order);
  await database.workshop.inMunicipality("altena", async (tx) => {
    const team = await teamOf(tx, "altena", "almkerk");
    expect(team?.channels.map(({ key, name }) => [key, name])).toEqual([
      ["algemeen", "Algemeen"],
      ["groep-dorpsoverleg", "Dorpsoverleg"],
      ["groep-jeugd-en-sport", "Jeugd en sport"],
      ["voorstellen", "Voorstellen"],
    ]);
    expect(team?.url).toContain(team?.teamId);
    expect(await kernOfTeam(tx, "altena", team?.teamId ?? "")).toBe("almkerk");
    expect(await kernOfTeam(tx, "altena", randomUUID())).toBeNull();
    expect(await teamOf(tx, "altena", "nergens")).toBeNull();
  });
  await database.workshop.inMunicipality("molenlanden", async (tx) => {
    expect(await teamOf(tx, "altena", "almkerk")).toBeNull();
  });
  const { rows } = await database.connections.owner.query<{ payload: { municipality: string; fact: object } }>(
    "select payload from graphile_worker._private_jobs",
  );
  const announced = rows.filter(({ payload }) => payload.municipality === "altena");
  expect(announced.map(({ payload }) => payload.fact)).toEqual([
    { fact: "team-ready", kern: "almkerk", teamId: expect.any(String), url: expect.any(String) },
  ]);
});

test("two applies at once make everything once: the second waits, says so, and finds nothing to do", async () => {
  const order = await aPlace("tweemaal", ["een", "twee"]);
  const told: Progress[] = [];
  const [one, other] = await Promise.all([
    applyProvisioning(provisioner(), order, { onProgress: (progress) => told.push(progress) }),
    applyProvisioning(provisioner(), order, { onProgress: (progress) => told.push(progress) }),
  ]);
  expect([one.done, other.done].sort((a, b) => a - b)).toEqual([0, 18]);
  expect(told.some(({ waitingFor }) => waitingFor?.en.includes("another roll-out"))).toBe(true);
  expect((await readBack(stage, order.tenantId)).teams).toHaveLength(2);
});

test("a new village group, a new officer and a removed tab are put right without touching the rest", async () => {
  const order = await aPlace("groeit", ["noord"]);
  await applyProvisioning(provisioner(), order);
  await stage.time.sleep(25 * 3_600_000);
  await stage.seed(order.tenantId, ["drie@gemeente.example"]);
  const [noord] = order.kernen;
  if (!noord) throw new Error("no kern");
  const grown: Order = {
    ...order,
    kernen: [
      {
        ...noord,
        villageGroups: [...noord.villageGroups, { name: "Oranjevereniging", channel: "Oranjevereniging" }],
        officers: [...noord.officers, { name: "Officier Drie", email: "Drie@gemeente.example" }],
      },
    ],
  };
  const { steps } = await planProvisioning(provisioner(), grown);
  expect(steps.map((step) => step.do)).toEqual(["make-channel", "add-owner"]);
  expect(await applyProvisioning(provisioner(), grown)).toMatchObject({ done: 2, failures: [] });
  expect(await planProvisioning(provisioner(), grown)).toMatchObject({ steps: [] });
});

test("a database that forgot everything learns it again from the markers, without making anything", async () => {
  const order = await aPlace("vergeten", ["oost", "west"]);
  await applyProvisioning(provisioner(), order);
  await stage.time.sleep(3_600_000);
  await database.workshop.inMunicipality("vergeten", (tx) => tx.deleteFrom("provisioned_resource").execute());
  const { steps } = await planProvisioning(provisioner(), order);
  expect(new Set(steps.map((step) => step.do))).toEqual(new Set(["note"]));
  await applyProvisioning(provisioner(), order);
  expect(await planProvisioning(provisioner(), order)).toMatchObject({ steps: [] });
  const found = await readBack(stage, order.tenantId);
  expect([found.teams.length, found.tabs.get("Oost")?.length]).toEqual([2, 2]);
});

test("what goes wrong at one kern leaves the others alone, is named, and is put right the next time", async () => {
  const order = await aPlace("deels", ["goed", "fout"]);
  let unlucky = "";
  stage.faults.rule = ({ method, path, tenant }) => {
    if (tenant !== order.tenantId || method !== "POST" || !path.endsWith("/installedApps")) return undefined;
    unlucky ||= path;
    return path === unlucky ? { status: 503 } : undefined;
  };
  const applied = await applyProvisioning(provisioner(), order);
  expect(applied.failures).toEqual([
    {
      kern: expect.any(String),
      step: { nl: "De app Kernplein toevoegen", en: "Add the Kernplein app" },
      reason: expect.stringContaining("503"),
      said: { nl: expect.stringContaining("storing"), en: expect.stringContaining("breakdown") },
    },
  ]);
  expect(applied.done).toBe(9 + 1);
  stage.faults.rule = () => undefined;
  expect(await applyProvisioning(provisioner(), order)).toMatchObject({ done: 8, failures: [] });
  expect((await readBack(stage, order.tenantId)).teams).toHaveLength(2);
});

test("a kern that cannot be looked at is named, and the others go on", async () => {
  const order = await aPlace("blind", ["ziend", "blind"]);
  await applyProvisioning(provisioner(), order);
  const team = await database.workshop.inMunicipality("blind", (tx) => teamOf(tx, "blind", "blind"));
  const group = { name: "Oranjevereniging", channel: "Oranjevereniging" };
  const grown = { ...order, kernen: order.kernen.map((kern) => ({ ...kern, villageGroups: [...kern.villageGroups, group] })) };
  stage.faults.rule = ({ path }) => (path === `/teams/${team?.teamId}/members` ? { status: 503 } : undefined);
  const applied = await applyProvisioning(provisioner(), grown);
  stage.faults.rule = () => undefined;
  expect(applied).toMatchObject({ done: 1, stopped: false });
  expect(applied.failures).toEqual([
    {
      kern: "blind",
      step: { nl: "Kijken wat er al is", en: "Look at what is there" },
      reason: expect.stringContaining("breakdown"),
      said: { nl: expect.stringContaining("storing"), en: expect.stringContaining("breakdown") },
    },
  ]);
  expect(await applyProvisioning(provisioner(), grown)).toMatchObject({ done: 1, failures: [] });
});

test("an app that is not in the catalogue, or asks for more, is a problem to be solved by people; teams are made meanwhile", async () => {
  const greedy = await openStage({
    apps: [{ ...catalogApp, resourceSpecific: [...resourceSpecific, "ChannelMessage.Read.Group"] }],
  });
  try {
    const order = await aPlace("gulzig", ["zuid"], greedy);
    const applied = await applyProvisioning(provisioner(greedy), order);
    expect(applied.problems.map(({ code }) => code)).toEqual(["app-asks-otherwise"]);
    expect([applied.done, applied.failures]).toEqual([2, []]);
    expect(greedy.sent.some(({ method, url }) => method === "POST" && url.includes("installedApps"))).toBe(false);
  } finally {
    await greedy.close();
  }
});
