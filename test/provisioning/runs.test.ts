import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Order, Progress, RunView, TeamsView } from "../../src/provisioning/contract.ts";
import {
  acceptDrift,
  applyOnRecord,
  applyProvisioning,
  askApply,
  askLook,
  carryOutRun,
  type Provisioner,
  type RunMeans,
  viewRun,
  viewTeams,
  watchDrift,
  withdrawAcceptance,
} from "../../src/provisioning/index.ts";
import type { Actor, Fact } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, officers, openStage, type Stage } from "./stage.ts";

let database: TestDatabase;
let stage: Stage;
let told: (Fact & { run?: string })[] = [];
let count = 0;

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact);
    return [];
  });
  stage = await openStage({ pace: { operationMs: 4000, visibleAfterMs: 20_000 } });
});
afterAll(async () => {
  await stage.close();
  await database.close();
});
beforeEach(() => {
  told = [];
  stage.faults.rule = () => undefined;
});

const provisioner = (): Provisioner => ({ workplace: stage.workplace, keeper: database.workshop, time: stage.time });

interface Place {
  name: string;
  order: Order;
  admin: Actor & { person: string };
  means: RunMeans;
  look(): Promise<TeamsView>;
  apply(input?: object): Promise<RunView>;
  view(): Promise<TeamsView>;
  carryOut(run: string): Promise<void>;
}

async function aPlace(kernen = ["arkel", "hoornaar"]): Promise<Place> {
  count += 1;
  const name = `plaats-${count}`;
  const tenant = randomUUID();
  await aMunicipality(database, name, kernen);
  await stage.seed(tenant, officers);
  const admin = await aPerson(database, { name: "Lotte", kernen: [], roles: [{ role: "admin", kern: null }] }, name);
  const order = anOrder(name, tenant, kernen);
  const means: RunMeans = {
    workshop: database.workshop,
    provisioner: provisioner(),
    orderOf: () => ({ order, repair: [] }),
    checks: async () => [],
    stopping: new AbortController().signal,
    everyMs: 5,
  };
  const view = () => database.perform(viewTeams, admin, {});
  const carryOut = (run: string) => carryOutRun(means, name, run);
  return {
    name,
    order,
    admin,
    means,
    view,
    carryOut,
    async look() {
      await carryOut((await database.perform(askLook, admin, {})).run);
      return view();
    },
    async apply(input = {}) {
      const { look } = await view();
      return database.perform(askApply, admin, { look: look?.run.run, ...input });
    },
  };
}

/** Made, and looked at when everything shows. */
async function aMadePlace(kernen?: string[]): Promise<Place> {
  const place = await aPlace(kernen);
  expect((await applyProvisioning(provisioner(), place.order)).failures).toEqual([]);
  await stage.time.sleep(26 * 3_600_000);
  return place;
}

/** Takes the tab Voorstellen out of a kern's team, as an owner can. */
async function removeTab({ order }: Place, kern: string): Promise<void> {
  const { value: teams } = await stage.read<{ value: { id: string; displayName: string }[] }>(order.tenantId, "/teams");
  const team = teams.find(({ displayName }) => displayName.toLowerCase() === kern);
  const { value: channels } = await stage.read<{ value: { id: string; displayName: string }[] }>(
    order.tenantId,
    `/teams/${team?.id}/channels`,
  );
  const channel = channels.find(({ displayName }) => displayName === "Voorstellen");
  const tabs = `/teams/${team?.id}/channels/${encodeURIComponent(channel?.id ?? "")}/tabs`;
  const { value } = await stage.read<{ value: { id: string; configuration: { entityId: string } }[] }>(order.tenantId, tabs);
  const tab = value.find(({ configuration }) => configuration?.entityId === `voorstellen-${kern}`);
  await stage.change(order.tenantId, "DELETE", `${tabs}/${tab?.id}`);
}

test("only an administrator of the whole municipality sees or asks anything", async () => {
  const { name, look } = await aPlace();
  const seen = await look();
  const others = [
    await aPerson(database, { kernen: ["arkel"] }, name),
    await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] }, name),
    await aPerson(database, { kernen: [], roles: [{ role: "councillor", kern: null }] }, name),
  ];
  const run = randomUUID();
  for (const actor of others) {
    const refused = { code: "not-allowed" };
    await expect(database.perform(viewTeams, actor, {})).rejects.toMatchObject(refused);
    await expect(database.perform(viewRun, actor, { run })).rejects.toMatchObject(refused);
    await expect(database.perform(askLook, actor, {})).rejects.toMatchObject(refused);
    await expect(database.perform(askApply, actor, { look: seen.look?.run.run })).rejects.toMatchObject(refused);
    await expect(database.perform(acceptDrift, actor, { kern: "arkel", what: "team-renamed" })).rejects.toMatchObject(refused);
    const back = { kern: "arkel", what: "team-renamed" };
    await expect(database.perform(withdrawAcceptance, actor, back)).rejects.toMatchObject(refused);
  }
  const visitor: Actor = { municipality: name, person: null, roles: [], channel: "web", language: "nl" };
  await expect(database.perform(viewTeams, visitor, {})).rejects.toMatchObject({ code: "not-signed-in" });
});

test("an administrator of another municipality finds nothing of this one", async () => {
  const here = await aPlace();
  const seen = await here.look();
  const there = await aPlace();
  expect((await there.view()).look).toBeNull();
  const run = seen.look?.run.run;
  await expect(database.perform(viewRun, there.admin, { run })).rejects.toMatchObject({ code: "not-found" });
  await expect(database.perform(askApply, there.admin, { look: run })).rejects.toMatchObject({ code: "look-again" });
});

test("from an empty tenant: a look, an apply, a look by itself, and nothing is left to do", async () => {
  const place = await aPlace();
  expect(await place.view()).toMatchObject({ look: null, underWay: null, history: [] });
  const before = await place.look();
  expect(before.look?.found?.kernen.map(({ state }) => state)).toEqual(["unfinished", "unfinished"]);
  expect(before.look?.found?.steps[0]).toMatchObject({ kern: "arkel", sign: "+", text: { nl: "Team Arkel maken" } });
  told = [];
  const asked = await place.apply();
  expect(asked).toMatchObject({ kind: "apply", state: "asked", askedBy: "Lotte", kernen: null });
  expect(told.map(({ fact }) => fact)).toEqual(["teams-run-asked", "teams-run-check-due"]);
  told = [];
  await place.carryOut(asked.run);
  const [done] = (await place.view()).history;
  expect(done).toMatchObject({ state: "done", failures: [], failure: null });
  expect(done?.progress).toMatchObject({ kernenDone: 2, kernenTotal: 2 });
  const next = (await place.view()).underWay;
  expect(next).toMatchObject({ kind: "look", askedBy: "Lotte" });
  expect(told.at(-2)).toEqual({ fact: "teams-run-asked", run: next?.run });
  await place.carryOut(next?.run ?? "");
  const after = await place.view();
  expect(after.underWay).toBeNull();
  expect(after.look?.found?.kernen.map(({ state }) => state)).toEqual(["as-wanted", "as-wanted"]);
});

test("two who ask at the same time: one look for both, one apply and a refusal that names who was first", async () => {
  const place = await aPlace();
  const other = await aPerson(database, { name: "Bram", kernen: [], roles: [{ role: "admin", kern: null }] }, place.name);
  const looks = await Promise.all([place.admin, other, other].map((actor) => database.perform(askLook, actor, {})));
  expect(new Set(looks.map(({ run }) => run)).size).toBe(1);
  await place.carryOut(looks[0]?.run ?? "");
  const look = looks[0]?.run;
  const asked = await Promise.allSettled([place.admin, other].map((actor) => database.perform(askApply, actor, { look })));
  expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(database.perform(askApply, other, { look })).rejects.toMatchObject({ code: "run-under-way" });
});

test("a job that runs twice does the work once", async () => {
  const place = await aPlace(["arkel"]);
  await place.look();
  const { run } = await place.apply();
  await Promise.all([place.carryOut(run), place.carryOut(run)]);
  await place.carryOut(run);
  const view = await place.view();
  expect(view.history).toHaveLength(1);
  const { value } = await stage.read<{ value: unknown[] }>(place.order.tenantId, "/teams");
  expect(value).toHaveLength(1);
});

test("an apply of one kern and of tabs alone leaves the rest as it is", async () => {
  const place = await aMadePlace();
  await removeTab(place, "arkel");
  await removeTab(place, "hoornaar");
  const seen = await place.look();
  expect(seen.look?.found?.steps.map(({ kern, drift }) => [kern, drift?.what, drift?.found.nl])).toEqual([
    ["arkel", "tab-removed/voorstellen-arkel", "Iemand haalde een tabblad weg."],
    ["hoornaar", "tab-removed/voorstellen-hoornaar", "Iemand haalde een tabblad weg."],
  ]);
  await expect(place.apply({ kernen: ["arkel"], part: "members" })).rejects.toMatchObject({ code: "look-again" });
  const { run } = await place.apply({ kernen: ["arkel"], part: "tabs" });
  await place.carryOut(run);
  await place.carryOut((await place.view()).underWay?.run ?? "");
  expect((await place.view()).look?.found?.kernen).toMatchObject([
    { kern: "arkel", state: "as-wanted" },
    { kern: "hoornaar", state: "differs" },
  ]);
});

test("what takes something away is done only when it was seen and agreed to", async () => {
  const place = await aMadePlace(["arkel"]);
  const [arkel] = place.order.kernen;
  if (!arkel) throw new Error("There is no Arkel.");
  const dropped = { ...place.order, kernen: [{ ...arkel, villageGroups: arkel.villageGroups.slice(0, 1) }] };
  place.means.orderOf = () => ({ order: dropped, repair: [] });
  const seen = await place.look();
  expect(seen.look?.found?.steps.map(({ sign, text }) => `${sign} ${text.nl}`)).toEqual(["- Kanaal Jeugd en sport archiveren"]);
  await expect(place.apply()).rejects.toMatchObject({ code: "look-again" });
  const { run } = await place.apply({ takeAway: true });
  // Since then another group left the file: nobody agreed to that.
  place.means.orderOf = () => ({ order: { ...dropped, kernen: [{ ...arkel, villageGroups: [] }] }, repair: [] });
  await place.carryOut(run);
  expect((await place.view()).history[0]?.progress).toMatchObject({ done: 1, total: 1 });
  await place.carryOut((await place.view()).underWay?.run ?? "");
  expect((await place.view()).look?.found?.steps.map(({ text }) => text.nl)).toEqual(["Kanaal Dorpsoverleg archiveren"]);
});

test("a run whose process was killed is taken up by the second job, and counts what was done before", async () => {
  const place = await aPlace();
  await place.look();
  const { run } = await place.apply();
  // The process dies when Arkel is complete: from then on nothing of it reaches Graph or the database.
  let dead = false;
  const { inMunicipality, queueReactions, clock } = database.workshop;
  const dying: RunMeans["workshop"] = {
    clock,
    queueReactions,
    inMunicipality: (municipality, body) =>
      dead ? Promise.reject(new Error("The process is dead.")) : inMunicipality(municipality, body),
  };
  const onProgress = async (): Promise<Progress | null> => (await database.perform(viewRun, place.admin, { run })).progress;
  stage.faults.rule = ({ method, path }) => {
    if (method === "POST" && path.endsWith("/tabs")) dead ||= requests++ > 2;
    return dead ? "cut" : undefined;
  };
  let requests = 0;
  const killed = { ...provisioner(), keeper: dying, parallel: 1 };
  await expect(carryOutRun({ ...place.means, workshop: dying, provisioner: killed }, place.name, run)).rejects.toThrow("dead");
  stage.faults.rule = () => undefined;
  expect(await database.perform(viewRun, place.admin, { run })).toMatchObject({ state: "running" });
  const before = await onProgress();
  expect(before?.done).toBeGreaterThan(0);
  await place.carryOut(run);
  expect(await database.perform(viewRun, place.admin, { run })).toMatchObject({ state: "running" });

  const at = database.clock.now;
  database.clock.now = new Date(at.getTime() + 61_000);
  try {
    await place.carryOut(run);
    const ended = await database.perform(viewRun, place.admin, { run });
    expect(ended).toMatchObject({ state: "done", failures: [] });
    expect(ended.progress?.done).toBeGreaterThan(before?.done ?? 0);
    const { value } = await stage.read<{ value: unknown[] }>(place.order.tenantId, "/teams");
    expect(value).toHaveLength(2);
  } finally {
    database.clock.now = at;
  }
});

test("an apply stops when the process is to end, and is left for the next one", async () => {
  const place = await aPlace();
  await place.look();
  const { run } = await place.apply();
  const stop = new AbortController();
  stage.faults.rule = () => {
    stop.abort();
    return undefined;
  };
  told = [];
  await carryOutRun({ ...place.means, stopping: stop.signal }, place.name, run);
  expect(await database.perform(viewRun, place.admin, { run })).toMatchObject({ state: "asked" });
  expect(told.filter(({ fact }) => fact === "teams-run-asked")).toEqual([{ fact: "teams-run-asked", run }]);
  await place.carryOut(run);
  expect(await database.perform(viewRun, place.admin, { run })).toMatchObject({ state: "done", failures: [] });
});

test("what goes wrong at Microsoft is told in a sentence: a whole look, and one kern of an apply", async () => {
  const place = await aPlace();
  stage.faults.rule = () => ({ status: 503 });
  const failed = await place.look();
  expect(failed.look?.run).toMatchObject({
    state: "failed",
    failure: { nl: "Microsoft heeft een storing. Probeer het later opnieuw." },
  });
  expect(failed.look?.found).toBeNull();
  await expect(place.apply()).rejects.toMatchObject({ code: "look-again" });
  stage.faults.rule = () => undefined;
  await place.look();
  const { run } = await place.apply({ kernen: ["arkel"] });
  stage.faults.rule = ({ method, path }) => (method === "POST" && path.endsWith("/installedApps") ? { status: 503 } : undefined);
  await place.carryOut(run);
  const [half] = (await place.view()).history;
  expect(half).toMatchObject({ state: "done", failures: [{ kern: "arkel", step: { nl: "De app Kernplein toevoegen" } }] });
  expect(half?.failures[0]?.said.nl).toMatch(/^[A-Z].*\.$/);
  expect(JSON.stringify(half)).not.toMatch(/stack|Error:|POST \//);
});

test("a change made by hand can be let be, and not after all; what is needed cannot", async () => {
  const place = await aMadePlace(["arkel"]);
  await removeTab(place, "arkel");
  const drift = { kern: "arkel", what: "tab-removed/voorstellen-arkel" };
  await expect(database.perform(acceptDrift, place.admin, drift)).rejects.toMatchObject({ code: "look-again" });
  await place.look();
  const needed = { kern: "arkel", what: "app-removed" };
  await expect(database.perform(acceptDrift, place.admin, needed)).rejects.toMatchObject({ code: "invalid-input" });
  await database.perform(acceptDrift, place.admin, drift);
  const meanwhile = await place.view();
  expect(meanwhile.look?.found).toMatchObject({ kernen: [{ state: "as-wanted" }], steps: [] });
  expect(meanwhile.accepted).toMatchObject([{ ...drift, by: "Lotte", found: { nl: "Iemand haalde een tabblad weg." } }]);
  await place.carryOut(meanwhile.underWay?.run ?? "");
  expect((await place.view()).look?.found?.steps).toEqual([]);
  expect((await applyProvisioning(provisioner(), place.order)).done).toBe(0);

  await database.perform(withdrawAcceptance, place.admin, drift);
  await place.carryOut((await place.view()).underWay?.run ?? "");
  expect(await place.view()).toMatchObject({ accepted: [], look: { found: { kernen: [{ state: "differs" }] } } });
});

test("the history also holds what was applied without the page: by command, and by the nightly look when it did something", async () => {
  const place = await aPlace();
  const hoornaar = { ...place.order, kernen: place.order.kernen.slice(1), themes: undefined };
  await applyOnRecord(provisioner(), hoornaar, { byCommand: true, kernen: ["hoornaar"], only: "channels" });
  expect((await place.view()).history).toEqual([]);
  await applyOnRecord(provisioner(), hoornaar, { byCommand: true, kernen: ["hoornaar"] });
  await stage.time.sleep(60_000);
  stage.faults.rule = ({ method, path }) => (method === "POST" && path.endsWith("/installedApps") ? { status: 503 } : undefined);
  await applyOnRecord(provisioner(), place.order);
  stage.faults.rule = () => undefined;
  await stage.time.sleep(26 * 3_600_000);
  const night = () => watchDrift(provisioner(), place.order, ["tab-removed"]);
  await night();
  expect((await place.view()).history).toMatchObject([
    { askedBy: null, byCommand: false, kernen: null, failures: [{ kern: "arkel" }] },
    { askedBy: null, byCommand: true, kernen: ["hoornaar"], state: "done", failures: [], failure: null },
  ]);
  await removeTab(place, "hoornaar");
  await night();
  const [newest, ...older] = (await place.view()).history;
  expect([newest, older.length]).toMatchObject([{ byCommand: false, progress: { done: 1 }, failures: [] }, 2]);
});

test("an apply that is broken off at the command line is told as such, with what was done", async () => {
  const place = await aPlace(["arkel"]);
  const stop = new AbortController();
  const onProgress = ({ done }: Progress) => {
    if (done === 2) stop.abort();
  };
  const applied = await applyOnRecord(provisioner(), place.order, { byCommand: true, signal: stop.signal, onProgress });
  expect(applied).toMatchObject({ done: 2, stopped: true });
  expect((await place.view()).history).toMatchObject([
    { byCommand: true, state: "failed", failure: { nl: "Iemand heeft het afgebroken." }, progress: { done: 2 } },
  ]);
});

test("asking and accepting stand in the audit with who did it", async () => {
  const place = await aPlace();
  await place.look();
  const { run } = await place.apply({ kernen: ["arkel"] });
  const rows = await database.connections.inMunicipality(place.name, (tx) =>
    tx.selectFrom("audit").select(["action", "object", "person_id as person"]).orderBy("sequence").execute(),
  );
  expect(rows.at(-1)).toEqual({ action: "provisioning.ask-apply", object: `apply ${run}: arkel`, person: place.admin.person });
});
