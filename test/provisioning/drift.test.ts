import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DriftKind } from "../../src/kernen/index.ts";
import type { Order } from "../../src/provisioning/contract.ts";
import {
  applyProvisioning,
  type Provisioner,
  planProvisioning,
  statusOf,
  teamOf,
  watchDrift,
} from "../../src/provisioning/index.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, catalogApp, officers, openStage, type Stage } from "./stage.ts";

const apps = [{ ...catalogApp }];
let database: TestDatabase;
let stage: Stage;
let told: { fact: string }[] = [];
let count = 0;

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact);
    return [];
  });
  stage = await openStage({ apps, pace: { operationMs: 4000, visibleAfterMs: 20_000 } });
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

const provisioner = (): Provisioner => ({ workplace: stage.workplace, keeper: database.workshop, time: stage.time });
const aDay = 26 * 3_600_000;

interface Place {
  order: Order;
  teamId: string;
  channels: Map<string, string>;
}

/** One kern, made and then left in peace for more than a day. */
async function aPlace(change: (order: Order) => Order = (order) => order): Promise<Place> {
  count += 1;
  const name = `plaats-${count}`;
  const tenant = randomUUID();
  await aMunicipality(database, name, ["arkel"]);
  await stage.seed(tenant, officers);
  const settings = {
    membersMakeChannels: false,
    guestsMakeChannels: false,
    editOwnMessages: true,
    deleteOwnMessages: true,
    mentionEveryone: false,
  };
  const order = change({ ...anOrder(name, tenant, ["arkel"]), settings });
  expect((await applyProvisioning(provisioner(), order)).failures).toEqual([]);
  await stage.time.sleep(aDay);
  const team = await database.workshop.inMunicipality(name, (tx) => teamOf(tx, name, order.kernen[0]?.slug ?? ""));
  if (!team) throw new Error("no team");
  return { order, teamId: team.teamId, channels: new Map(team.channels.map(({ key, id }) => [key, encodeURIComponent(id)])) };
}

const left = async (order: Order) =>
  (await planProvisioning(provisioner(), order)).steps.map(({ text, drift }) => [drift, text.en]);
const accepting = (order: Order, ...accepted: string[]): Order => ({
  ...order,
  kernen: order.kernen.map((kern) => ({ ...kern, accepted })),
});

type ByHand = (place: Place) => Promise<void>;
const change = (method: string, path: (place: Place) => string, body?: unknown): ByHand => {
  return (place) => stage.change(place.order.tenantId, method, path(place), body);
};
const team = ({ teamId }: Place) => `/teams/${teamId}`;
const channel = (key: string) => (place: Place) => `${team(place)}/channels/${place.channels.get(key)}`;

async function removeTab(place: Place): Promise<void> {
  const path = `${channel("voorstellen")(place)}/tabs`;
  const { value } = await stage.read<{ value: { id: string }[] }>(place.order.tenantId, path);
  await stage.change(place.order.tenantId, "DELETE", `${path}/${value[0]?.id}`);
}
async function removeOwner(place: Place): Promise<void> {
  const path = `${team(place)}/members`;
  const { value } = await stage.read<{ value: { id: string; email: string }[] }>(place.order.tenantId, path);
  const second = value.find(({ email }) => email === officers[1]);
  await stage.change(place.order.tenantId, "DELETE", `${path}/${encodeURIComponent(second?.id ?? "")}`);
}
async function removeApp(place: Place): Promise<void> {
  const path = `${team(place)}/installedApps`;
  const { value } = await stage.read<{ value: { id: string }[] }>(place.order.tenantId, path);
  await stage.change(place.order.tenantId, "DELETE", `${path}/${encodeURIComponent(value[0]?.id ?? "")}`);
}

describe("what people change by hand is seen with its name, put right by apply, and left alone once accepted", () => {
  test.each<[string, ByHand, string, boolean]>([
    ["team-renamed", change("PATCH", team, { displayName: "Arkel aan de Linge" }), "Name the team Arkel", true],
    [
      "settings-changed",
      change("PATCH", team, { guestSettings: { allowCreateUpdateChannels: true } }),
      "Set the settings of the team",
      true,
    ],
    ["team-archived", change("POST", (place) => `${team(place)}/archive`), "Take team Arkel out of the archive", true],
    [
      "channel-renamed/groep-dorpsoverleg",
      change("PATCH", channel("groep-dorpsoverleg"), { displayName: "Praten" }),
      "Name channel Praten Dorpsoverleg",
      true,
    ],
    [
      "channel-archived/groep-dorpsoverleg",
      change("POST", (place) => `${channel("groep-dorpsoverleg")(place)}/archive`),
      "Take channel Dorpsoverleg out of the archive",
      true,
    ],
    ["tab-removed/voorstellen-arkel", removeTab, "Pin tab Voorstellen in Voorstellen", true],
    ["owner-missing/twee@gemeente.example", removeOwner, "Make twee@gemeente.example an owner", true],
  ])("%s", async (what, byHand, remedy, acceptable) => {
    const place = await aPlace();
    const { order } = place;
    expect(await left(order)).toEqual([]);
    await byHand(place);
    await stage.time.sleep(aDay);
    expect(await left(order)).toEqual([[what, remedy]]);
    const status = await statusOf(provisioner(), order, []);
    expect(status).toMatchObject({
      left: 0,
      drift: [{ kern: "arkel", what, repairedByItself: false }],
      kernen: [{ state: "differs" }],
    });
    if (acceptable) expect(await left(accepting(order, what))).toEqual([]);
    expect(await applyProvisioning(provisioner(), order)).toMatchObject({ done: 1, failures: [] });
    expect(await left(order)).toEqual([]);
    await stage.time.sleep(aDay);
    expect(await left(order)).toEqual([]);
  });

  test("channel-deleted: its name stays taken for 30 days, which is told; accepted, nothing more is said", async () => {
    const place = await aPlace();
    await change("DELETE", channel("groep-dorpsoverleg"))(place);
    await stage.time.sleep(aDay);
    expect(await left(place.order)).toEqual([["channel-deleted/groep-dorpsoverleg", "Make channel Dorpsoverleg"]]);
    const { failures } = await applyProvisioning(provisioner(), place.order);
    if (failures.length > 0) expect(failures[0]?.reason).toContain("30 days");
    expect(await left(accepting(place.order, "channel-deleted/groep-dorpsoverleg"))).toEqual([]);
  });

  test("app-removed: the app comes back and the tabs with it", async () => {
    const place = await aPlace();
    await removeApp(place);
    await stage.time.sleep(aDay);
    expect((await left(place.order))[0]).toEqual(["app-removed", "Add the Kernplein app"]);
    expect((await applyProvisioning(provisioner(), place.order)).failures).toEqual([]);
    expect((await applyProvisioning(provisioner(), place.order)).failures).toEqual([]);
    expect(await left(place.order)).toEqual([]);
  });

  test("app-outdated: a newer version in the catalogue is put into the teams", async () => {
    const place = await aPlace();
    apps[0] = { ...catalogApp, version: "1.1.0" };
    try {
      expect(await left(place.order)).toEqual([["app-outdated", "Update the app from 1.0.0 to 1.1.0"]]);
      expect(await applyProvisioning(provisioner(), place.order)).toMatchObject({ done: 1, failures: [] });
      await stage.time.sleep(aDay);
      expect(await left(place.order)).toEqual([]);
    } finally {
      apps[0] = { ...catalogApp };
    }
  });

  test("team-deleted: a new team is made, with everything in it", async () => {
    const place = await aPlace();
    await stage.change(place.order.tenantId, "DELETE", `/groups/${place.teamId}`);
    await stage.time.sleep(aDay);
    const steps = await left(place.order);
    expect([steps.length, steps[0]]).toEqual([9, ["team-deleted", "Make team Arkel"]]);
    expect(await applyProvisioning(provisioner(), place.order)).toMatchObject({ done: 9, failures: [] });
    expect(await left(place.order)).toEqual([]);
  });
});

test("a team deleted by hand during apply is named and made anew the next times, once", async () => {
  const tenant = randomUUID();
  await aMunicipality(database, "onderweg", ["arkel", "hoornaar"]);
  await stage.seed(tenant, officers);
  const order = anOrder("onderweg", tenant, ["arkel", "hoornaar"]);
  let deleted = false;
  const applied = await applyProvisioning(provisioner(), order, {
    onProgress: ({ kern, step }) => {
      if (deleted || kern !== "arkel" || step.en !== "Make channel Voorstellen") return;
      deleted = true;
      void database.workshop
        .inMunicipality("onderweg", (tx) => teamOf(tx, "onderweg", "arkel"))
        .then((found) => stage.change(tenant, "DELETE", `/groups/${found?.teamId}`));
    },
  });
  expect(deleted).toBe(true);
  for (let runs = 0; runs < 4; runs += 1) {
    await stage.time.sleep(30 * 60_000);
    await applyProvisioning(provisioner(), order);
  }
  expect(await left(order)).toEqual([]);
  await stage.time.sleep(600_000);
  const { value } = await stage.read<{ value: { displayName: string }[] }>(tenant, "/teams");
  expect([applied.failures.length <= 1, value.map(({ displayName }) => displayName).sort()]).toEqual([
    true,
    ["Arkel", "Hoornaar"],
  ]);
}, 30_000);

describe("the daily check", () => {
  const repair: DriftKind[] = ["owner-missing"];

  test("puts right what the file lets it, tells the rest once, and forgets what was put right by people", async () => {
    const place = await aPlace();
    await removeOwner(place);
    await removeTab(place);
    await stage.time.sleep(aDay);
    told = [];
    const first = await watchDrift(provisioner(), place.order, repair);
    expect(first).toMatchObject({
      repaired: 1,
      news: 1,
      failures: [],
      status: { drift: [{ what: "tab-removed/voorstellen-arkel" }] },
    });
    expect(told).toMatchObject([
      { fact: "drift-found", kern: "arkel", name: "Arkel", drift: [{ what: "tab-removed/voorstellen-arkel" }] },
    ]);
    const second = await watchDrift(provisioner(), place.order, repair);
    expect([second.repaired, second.news, told.length]).toEqual([0, 0, 1]);
    expect((await statusOf(provisioner(), place.order, repair)).drift[0]?.since).toMatch(/^2026-/);
    await applyProvisioning(provisioner(), place.order);
    await watchDrift(provisioner(), place.order, repair);
    expect((await statusOf(provisioner(), place.order, repair)).drift).toEqual([]);
  });

  test("archives a theme team after its last day, makes deputies owner and takes them out again, and nothing else", async () => {
    const theme = { about: "Dijk.", over: false, members: [{ name: "Dirk", email: "dirk@waterschap.example" }] };
    const place = await aPlace((order) => ({
      ...order,
      kernen: [
        ...order.kernen,
        { slug: "thema:dijk", name: "Dijk", villageGroups: [], officers: [{ name: "Een", email: officers[0] ?? "" }], theme },
      ],
      themes: ["thema:dijk"],
    }));
    const deputy = { name: "Twee", email: officers[1] ?? "", deputy: true };
    const [arkel, dijk] = place.order.kernen;
    if (!arkel || !dijk) throw new Error("no kernen");
    const owned = { ...arkel, officers: arkel.officers.slice(0, 1) };
    // The second officer hands over …
    expect(await applyProvisioning(provisioner(), { ...place.order, kernen: [owned, dijk] })).toMatchObject({
      done: 1,
      failures: [],
    });
    await stage.time.sleep(aDay);
    // … comes back as deputy, for as long as the leave lasts …
    const during: Order = { ...place.order, kernen: [{ ...owned, officers: [...owned.officers, deputy] }, dijk] };
    expect(await watchDrift(provisioner(), during, [])).toMatchObject({ repaired: 1, news: 0 });
    await stage.time.sleep(aDay);
    // … and the theme team ends.
    const over: Order = { ...place.order, kernen: [owned, { ...dijk, theme: { ...theme, over: true } }] };
    expect(await left(over)).toEqual([
      [undefined, "twee@gemeente.example is no longer an owner and leaves the team"],
      [undefined, "Archive team Dijk"],
    ]);
    expect(await watchDrift(provisioner(), over, [])).toMatchObject({ repaired: 2, news: 0, status: { drift: [], left: 0 } });
    await stage.time.sleep(aDay);
    expect(await left(over)).toEqual([]);
    // A longer end date takes it out of the archive again; leaving the file archives it too.
    expect(await left({ ...over, kernen: [owned, dijk] })).toEqual([[undefined, "Take team Dijk out of the archive"]]);
    await applyProvisioning(provisioner(), { ...over, kernen: [owned, dijk] });
    await stage.time.sleep(aDay);
    const without: Order = { ...over, kernen: [owned], themes: [] };
    expect(await left(without)).toEqual([[undefined, "Archive team Dijk"]]);
    expect(await applyProvisioning(provisioner(), without)).toMatchObject({ done: 1, failures: [] });
    await stage.time.sleep(aDay);
    expect(await left(without)).toEqual([]);
  });
});

describe("life", () => {
  test("a kern renamed in the file renames its team; a village group that leaves is archived, and comes back with all it held", async () => {
    const { order } = await aPlace();
    const [arkel] = order.kernen;
    if (!arkel) throw new Error("no kern");
    const changed = { ...order, kernen: [{ ...arkel, name: "Nieuw-Arkel", villageGroups: arkel.villageGroups.slice(1) }] };
    expect(await left(changed)).toEqual([
      [undefined, "Archive channel Dorpsoverleg"],
      [undefined, "Name the team Nieuw-Arkel"],
    ]);
    expect(await applyProvisioning(provisioner(), changed)).toMatchObject({ done: 2, failures: [] });
    expect(await left(changed)).toEqual([]);
    await stage.time.sleep(aDay);
    expect(await left(changed)).toEqual([]);
    const back = { ...changed, kernen: [{ ...arkel, name: "Nieuw-Arkel" }] };
    expect(await left(back)).toEqual([[undefined, "Take channel Dorpsoverleg out of the archive"]]);
    expect(await applyProvisioning(provisioner(), back)).toMatchObject({ done: 1, failures: [] });
    await stage.time.sleep(aDay);
    expect(await left(back)).toEqual([]);
  });

  test("names with 300 signs, emoji or Babyloniënbroek get a team and channels, or a clear sentence", async () => {
    const names = ["Babyloniënbroek", "Tulpen 🌷 dorp", "x".repeat(300)];
    const place = await aPlace((order) => ({
      ...order,
      kernen: order.kernen.flatMap((kern) => names.slice(0, 2).map((name, index) => ({ ...kern, slug: `kern-${index}`, name }))),
    }));
    expect(await left(place.order)).toEqual([]);
    const [kern] = place.order.kernen;
    if (!kern) throw new Error("no kern");
    const long = { ...place.order, kernen: [{ ...kern, slug: "lang", name: names[2] ?? "" }] };
    const { failures } = await applyProvisioning(provisioner(), long);
    expect(failures.map(({ step }) => step.en)).toEqual([`Make team ${"x".repeat(300)}`]);
  });

  test("only one part is done with --only, and what stands on a part left out waits", async () => {
    const tenant = randomUUID();
    await aMunicipality(database, "deel", ["arkel"]);
    await stage.seed(tenant, officers);
    const order = anOrder("deel", tenant, ["arkel"]);
    expect((await planProvisioning(provisioner(), order, { only: "channels" })).steps).toEqual([]);
    await applyProvisioning(provisioner(), order, { which: ({ do: deed }) => ["make-team", "install-app"].includes(deed) });
    const parts = async (only: "members" | "channels" | "tabs") =>
      (await planProvisioning(provisioner(), order, { only })).steps.map(({ do: deed }) => deed);
    expect(await parts("channels")).toEqual(["note", "make-channel", "make-channel", "make-channel"]);
    expect(await parts("tabs")).toEqual(["pin-tab"]);
    expect(await parts("members")).toEqual(["add-owner"]);
    await applyProvisioning(provisioner(), order, { only: "channels" });
    expect(await parts("tabs")).toEqual(["pin-tab", "pin-tab"]);
  });

  test("asked to stop, a run ends after the step under way and the next one goes on", async () => {
    const tenant = randomUUID();
    await aMunicipality(database, "stop", ["arkel", "hoornaar"]);
    await stage.seed(tenant, officers);
    const order = anOrder("stop", tenant, ["arkel", "hoornaar"]);
    const stop = new AbortController();
    const first = await applyProvisioning(provisioner(), order, {
      signal: stop.signal,
      onProgress: ({ done }) => done > 3 && stop.abort(),
    });
    expect([first.stopped, first.done < 18, first.failures]).toEqual([true, true, []]);
    const second = await applyProvisioning(provisioner(), order);
    expect([second.stopped, second.failures]).toEqual([false, []]);
    expect(await left(order)).toEqual([]);
  });
});
