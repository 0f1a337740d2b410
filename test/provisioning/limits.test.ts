import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { LimitNears, Order } from "../../src/provisioning/contract.ts";
import { applyProvisioning, statusOf, viewTeams, watchLimits } from "../../src/provisioning/index.ts";
import { keepUses, type MeasuredUse } from "../../src/provisioning/limit-store.ts";
import { mostObjects, thresholdOf, thresholds } from "../../src/provisioning/limits.ts";
import { limitsShown } from "../../src/provisioning/limits-shown.ts";
import { loadResources } from "../../src/provisioning/store.ts";
import type { Fact } from "../../src/shared/work.ts";
import { statusInWords } from "../../src/wiring/provision-words.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, officers, openStage, type Stage } from "./stage.ts";

let database: TestDatabase;
let stage: Stage;
let told: Fact[] = [];
const aDay = 24 * 3_600_000;
const provisioner = () => ({
  workplace: stage.workplace,
  keeper: {
    ...database.workshop,
    queueReactions: async (_: unknown, __: string, facts: readonly Fact[]) => void told.push(...facts),
  },
  time: stage.time,
});

beforeAll(async () => {
  database = await testDatabase();
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

async function aPlace(municipality: string, emails = officers): Promise<{ order: Order; tenant: string; team: string }> {
  const tenant = randomUUID();
  await aMunicipality(database, municipality, ["arkel"]);
  await stage.seed(tenant, emails);
  const [kern, ...rest] = anOrder(municipality, tenant, ["arkel"]).kernen;
  if (!kern || rest.length > 0) throw new Error("one kern");
  const order = {
    ...anOrder(municipality, tenant, []),
    kernen: [{ ...kern, officers: emails.map((email) => ({ name: email, email })) }],
  };
  await applyProvisioning(provisioner(), order);
  await stage.time.sleep(aDay);
  const rows = await database.connections.inMunicipality(municipality, loadResources);
  told = [];
  return { order, tenant, team: rows.find(({ resource }) => resource === "team")?.graphId ?? "" };
}
const news = () =>
  told.flatMap((fact) => (fact as LimitNears).limits.map(({ what, kern, used, threshold }) => [what, kern, used, threshold]));

test("each threshold is told once, a fuller one anew, and an emptier one only after it was well below", () => {
  const walk = (uses: readonly number[]) => {
    let threshold = 0;
    return uses.map((used) => {
      const before = threshold;
      threshold = thresholdOf({ used, most: 100 }, before);
      return threshold > before ? threshold : null;
    });
  };
  expect(walk([79, 80, 79, 80, 91, 88, 91, 94, 95, 100, 101])).toEqual([
    null,
    80,
    null,
    null,
    90,
    null,
    null,
    null,
    95,
    100,
    null,
  ]);
  expect(walk([80, 75, 80])).toEqual([80, null, 80]);
  fc.assert(
    fc.property(fc.array(fc.nat(120), { maxLength: 60 }), (uses) => {
      let threshold = 0;
      for (const used of uses) {
        threshold = thresholdOf({ used, most: 100 }, threshold);
        for (const reached of thresholds) if (used >= reached) expect(threshold).toBeGreaterThanOrEqual(reached);
        expect(used).toBeGreaterThan(threshold - 6);
      }
    }),
  );
});

test("a directory holds 300,000 objects once the organisation has a domain of its own", () => {
  expect(mostObjects(["a@x.onmicrosoft.com", "b@X.OnMicrosoft.com"])).toBe(50_000);
  expect(mostObjects(["a@x.onmicrosoft.com", "ina@molenlanden.example"])).toBe(300_000);
});

test("what is far from its limit is told to nobody", async () => {
  const { order } = await aPlace("ruim");
  const measured = await watchLimits(provisioner(), order);
  expect(measured.map(({ what, used, most, threshold }) => [what, used, most, threshold])).toEqual([
    ["channels", 4, 1000, 0],
    ["members", 2, 25_000, 0],
    ["owners", 2, 100, 0],
    ["objects", 3, 300_000, 0],
    ["teams", 1, 500_000, 0],
  ]);
  expect([told, (await statusOf(provisioner(), order, [])).limits]).toEqual([[], []]);
});

test("80 owners are told once and stand in the status; 90 are told anew", async () => {
  const many = Array.from({ length: 80 }, (_, index) => `kcf${index}@gemeente.example`);
  const { order, tenant, team } = await aPlace("eigenaren", many);
  await watchLimits(provisioner(), order);
  await watchLimits(provisioner(), order);
  expect(news()).toEqual([["owners", "arkel", 80, 80]]);
  const status = await statusOf(provisioner(), order, []);
  expect(status.limits.map(({ text }) => text.nl)).toEqual([
    "80 van hoogstens 100 eigenaren van het team van Arkel (80 %). Noem minder kerncontactfunctionarissen voor deze kern.",
  ]);
  expect(statusInWords(status)).toContain("! 80 of at most 100 owners of the team of Arkel (80 %).");
  const ids = await stage.seed(
    tenant,
    Array.from({ length: 10 }, (_, index) => `meer${index}@gemeente.example`),
  );
  for (const id of ids.values()) await stage.workplace.addOwner(tenant, team, id);
  await stage.time.sleep(aDay);
  told = [];
  await watchLimits(provisioner(), order);
  expect(news()).toEqual([["owners", "arkel", 90, 90]]);
}, 60_000);

test("channels deleted in the last thirty days count, older ones do not", async () => {
  const { order, tenant, team } = await aPlace("kanalen");
  const ago = (days: number) => new Date(stage.time.now() - days * aDay);
  await database.connections.inMunicipality("kanalen", (tx) =>
    tx
      .insertInto("channel_seen")
      .values(
        Array.from({ length: 1000 }, (_, index) => ({
          municipality_id: "kanalen",
          kern_id: "arkel",
          channel_id: `19:weg-${index}`,
          seen_at: ago(index < 795 ? 29 : 31),
        })),
      )
      .execute(),
  );
  await watchLimits(provisioner(), order);
  expect(news()).toEqual([]);
  const made = await stage.workplace.makeChannel(tenant, team, { name: "Even", description: "" });
  await stage.time.sleep(60_000);
  await watchLimits(provisioner(), order);
  expect(news()).toEqual([["channels", "arkel", 800, 80]]);
  // Deleted by hand: Graph shows it no longer, Teams still counts it.
  await stage.change(tenant, "DELETE", `/teams/${team}/channels/${encodeURIComponent(made?.id ?? "")}`);
  told = [];
  const [channels] = await watchLimits(provisioner(), order);
  expect([channels, told]).toMatchObject([{ what: "channels", used: 800 }, []]);
  await stage.time.sleep(31 * aDay);
  expect((await watchLimits(provisioner(), order))[0]).toMatchObject({ used: 4, threshold: 0 });
});

test("deleted accounts count towards the directory for as long as they can be restored", async () => {
  const { order, tenant } = await aPlace("adresboek");
  const guest = await stage.workplace.invite(tenant, {
    email: "gast@voorbeeld.example",
    name: "Gast",
    landingUrl: "https://kernplein.example/",
  });
  if ("refused" in guest) throw new Error("refused");
  await stage.time.sleep(aDay);
  const objects = async () => (await watchLimits(provisioner(), order)).find(({ what }) => what === "objects")?.used;
  expect(await objects()).toBe(4);
  await stage.workplace.deleteGuest(tenant, guest.personId);
  expect(await objects()).toBe(4);
  await stage.time.sleep(31 * aDay);
  expect(await objects()).toBe(3);
});

test("the page shows the fullest alone while all is far from its limit, and what is near it from 80 %, fullest first", () => {
  const measuredAt = new Date("2026-11-22T03:30:00Z");
  const use = (what: MeasuredUse["what"], kern: string, used: number, most: number): MeasuredUse => {
    return { what, kern, used, most, threshold: thresholdOf({ used, most }, 0), measuredAt };
  };
  const nameOf = (kern: string) => kern.toUpperCase();
  expect(limitsShown([], nameOf)).toBeNull();
  const far = [use("owners", "arkel", 2, 1000), use("members", "arkel", 214, 25_000), use("teams", "*", 41, 500_000)];
  expect(limitsShown(far, nameOf)).toEqual({
    near: [],
    fullest: {
      nl: "214 van hoogstens 25.000 leden van het team van ARKEL",
      en: "214 of at most 25,000 members of the team of ARKEL",
    },
    measuredAt: measuredAt.toISOString(),
  });
  const near = [...far, use("members", "hoornaar", 20_000, 25_000), use("channels", "arkel", 960, 1000)];
  const shown = limitsShown(near, nameOf);
  expect(shown).toMatchObject({
    fullest: null,
    near: [{ what: "channels" }, { what: "members", kern: "hoornaar", threshold: 80 }],
  });
  expect(shown?.near[1]?.text.nl).toContain("20.000 van hoogstens 25.000 leden van het team van HOORNAAR (80 %)");
  const full = limitsShown([use("owners", "arkel", 100, 100)], nameOf)?.near[0];
  expect(full?.text.nl).toMatch(/^Vol: 100 van hoogstens 100 eigenaren/);
});

test("administrators see on their page what the nightly look measured", async () => {
  const { order } = await aPlace("zichtbaar");
  const admin = await aPerson(database, { kernen: [], roles: [{ role: "admin", kern: null }] }, "zichtbaar");
  expect((await database.perform(viewTeams, admin, {})).limits).toBeNull();
  await watchLimits(provisioner(), order);
  expect((await database.perform(viewTeams, admin, {})).limits).toMatchObject({
    near: [],
    fullest: { nl: "2 van hoogstens 100 eigenaren van het team van Arkel" },
  });
  const theme = { what: "owners" as const, kern: "thema:lekdijk", used: 3, most: 100, threshold: 0, measuredAt: new Date() };
  await database.connections.inMunicipality("zichtbaar", (tx) => keepUses(tx, "zichtbaar", [theme]));
  expect((await database.perform(viewTeams, admin, {})).limits?.fullest?.nl).toMatch(/ van lekdijk$/);
});
