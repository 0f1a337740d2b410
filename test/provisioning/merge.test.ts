import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { diskPhotoStore, makePhotoCleaner } from "../../src/adapters/files/index.ts";
import { verifyAudit } from "../../src/adapters/postgres/audit.ts";
import {
  allMunicipalities,
  type MunicipalityFile,
  mergedMunicipalities,
  parseMunicipalityFile,
  planMerger,
  redirectOf,
} from "../../src/kernen/index.ts";
import { loadDemo } from "../../src/local/demo/load-demo.ts";
import { recordGuestAccount } from "../../src/members/index.ts";
import { applyProvisioning, orderFor, type Provisioner, planProvisioning } from "../../src/provisioning/index.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { makeVotingReactions, recount } from "../../src/voting/index.ts";
import { webActions } from "../../src/wiring/actions.ts";
import { applyMerger, mergerInWords } from "../../src/wiring/merge-command.ts";
import { loadMunicipalities } from "../../src/wiring/municipalities.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, openStage, type Stage } from "./stage.ts";

const photoStore = diskPhotoStore(mkdtempSync(join(tmpdir(), "kernplein-photos-")));
let database: TestDatabase;
let stage: Stage;

function read(slug: string): MunicipalityFile {
  const text = readFileSync(new URL(`../../infra/municipalities/${slug}.yaml`, import.meta.url), "utf8");
  const parsed = parseMunicipalityFile(text);
  if ("faults" in parsed) throw new Error("The file has faults.");
  return parsed.municipality;
}

const molenlanden = read("molenlanden");
const real = read("altena");
// One slug that both have, so that one of the two must give way.
const altena: MunicipalityFile = {
  ...real,
  kernen: real.kernen.map((kern) => (kern.slug === "hank" ? { ...kern, slug: "arkel" } : kern)),
  officers: real.officers.map((officer) => ({
    ...officer,
    kernen: officer.kernen.map((kern) => (kern === "hank" ? "arkel" : kern)),
  })),
};
const together: MunicipalityFile = {
  ...molenlanden,
  slug: "rivierenland",
  name: "Rivierenland",
  cbsCode: "GM9999",
  kernen: [
    ...molenlanden.kernen.map((kern) => (kern.slug === "arkel" ? { ...kern, was: "molenlanden/arkel" } : kern)),
    ...real.kernen.map((kern) => (kern.slug === "hank" ? { ...kern, was: "altena/arkel" } : kern)),
  ],
  themeTeams: [...molenlanden.themeTeams, ...altena.themeTeams],
  officers: [
    ...molenlanden.officers,
    ...real.officers.slice(0, -1),
    { name: "Nieuw Fictief", email: "nieuw@rivierenland.example", kernen: ["veen"] },
  ],
};

const inside = <T>(municipality: string, body: Parameters<typeof database.connections.inMunicipality<T>>[1]) =>
  database.connections.inMunicipality(municipality, body);
const count = async (municipality: string, table: string) => {
  const { rows } = await inside(municipality, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx),
  );
  return rows[0]?.n ?? 0;
};
const tables = ["proposal", "comment", "support", "poll", "slip", "roll", "tally", "membership", "proposal_event"];

beforeAll(async () => {
  database = await testDatabase(({ fact }) =>
    makeVotingReactions(database.perform).filter(({ name }) => fact === "poll-planned" && subscriptions[fact].includes(name)),
  );
  stage = await openStage();
  await loadMunicipalities(database.connections.inMunicipality, [molenlanden, altena]);
  const { addPhoto } = webActions({ store: photoStore, cleaner: makePhotoCleaner() });
  await loadDemo({
    perform: database.perform,
    inMunicipality: database.connections.inMunicipality,
    addPhoto,
    now: database.clock.now,
  });
}, 120_000);
afterAll(async () => {
  await stage.close();
  await database.close();
});

test("what people must decide first is named, and then nothing is changed", async () => {
  const careless = { ...together, kernen: [...molenlanden.kernen, ...real.kernen.filter(({ slug }) => slug !== "veen")] };
  const { problems } = planMerger([molenlanden, altena], careless);
  expect(problems).toEqual([
    "Arkel: several old kernen are called “arkel”. Give each its own slug in the new file and say “was: molenlanden/arkel or altena/arkel”.",
    "“altena/veen” becomes no kern of the new file.",
  ]);
  expect(planMerger([molenlanden], { ...together, slug: "molenlanden" }).problems).toHaveLength(3);
  await expect(applyMerger(database, photoStore, planMerger([molenlanden, altena], careless))).rejects.toThrow(
    "Nothing was changed",
  );
});

test("two municipalities become one: kernen keep their members, proposals, votes and teams; old chains and links stay good", async () => {
  const provisioner: Provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
  const emails = [...molenlanden.officers, ...real.officers].map(({ email }) => email);
  await stage.seed(molenlanden.entraTenantId, emails);
  const { app } = anOrder("x", "x", []);
  const some = ["arkel", "goudriaan"];
  await applyProvisioning(provisioner, orderFor(molenlanden, app, "2026-11-22", some));
  await stage.time.sleep(48 * 3_600_000);

  // Somebody of Molenlanden takes part in Altena too.
  const twice = await inside("molenlanden", (tx) =>
    tx
      .selectFrom("person as p")
      .innerJoin("membership as m", "m.person_id", "p.person_id")
      .select(["p.person_id", "p.email"])
      .where("m.left_at", "is", null)
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  const there = "00000000-0000-4000-8000-00000000aaaa";
  await inside("altena", async (tx) => {
    const about = { name: "Zelfde Fictief", email: twice.email, created_at: new Date() };
    await tx
      .insertInto("person")
      .values({ municipality_id: "altena", person_id: there, ...about })
      .execute();
    await tx
      .insertInto("membership")
      .values({ municipality_id: "altena", person_id: there, kern_id: "arkel", since: new Date() })
      .execute();
    await recordGuestAccount(tx, there, { oid: "11111111-0000-4000-8000-00000000aaaa" });
  });
  const before = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count("molenlanden", table)])));
  const people = (await count("molenlanden", "person")) + (await count("altena", "person"));
  const chain = await inside("molenlanden", verifyAudit);
  const schema = async () => {
    const { rows } = await database.connections.owner.query(
      `select conrelid::regclass::text as at, conname, pg_get_constraintdef(oid) as says from pg_constraint where contype = 'f' order by 1, 2`,
    );
    const { rows: open } = await database.connections.owner.query(
      "select relname from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace",
    );
    return { rows, open };
  };
  const schemaBefore = await schema();
  expect(schemaBefore.open).toEqual([]);

  const plan = planMerger([molenlanden, altena], together);
  expect(plan.problems).toEqual([]);
  expect(mergerInWords(plan)).toContain("altena/arkel becomes rivierenland/hank (new team in the new tenant");
  const rehearsed = await applyMerger(database, photoStore, plan, { rehearse: true });
  expect((await allMunicipalities(database.connections.db)).map(({ municipality }) => municipality)).toEqual([
    "altena",
    "molenlanden",
  ]);
  const merged = await applyMerger(database, photoStore, plan);
  expect(merged).toEqual(rehearsed);
  expect(merged.samePeople).toBe(1);
  expect(await schema()).toEqual(schemaBefore);

  expect((await allMunicipalities(database.connections.db)).map(({ municipality }) => municipality)).toEqual(["rivierenland"]);
  const after = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count("rivierenland", table)])));
  expect(after).toEqual({ ...before, membership: Number(before["membership"]) + 1 });
  expect(await count("rivierenland", "kern")).toBe(41);
  expect(await count("molenlanden", "proposal")).toBe(0);
  // The same person once, with her guest account of the tenant that stays; one new officer.
  expect(await count("rivierenland", "person")).toBe(people - 1 + 1);
  const kernen = await inside("rivierenland", (tx) =>
    tx.selectFrom("membership").select("kern_id").where("person_id", "=", twice.person_id).where("left_at", "is", null).execute(),
  );
  expect(kernen.map(({ kern_id }) => kern_id)).toContain("hank");

  // Votes can still be counted again; the old audits are whole under their old names.
  const polls = await inside("rivierenland", (tx) => tx.selectFrom("tally").select("poll_id").execute());
  expect(polls.length).toBeGreaterThan(0);
  for (const { poll_id } of polls) {
    expect(await inside("rivierenland", (tx) => recount(tx, poll_id))).toMatchObject({ agrees: true });
  }
  expect(await inside("molenlanden", verifyAudit)).toEqual(chain);

  // Photos came along.
  const photos = await inside("rivierenland", (tx) => tx.selectFrom("photo").select("photo_id").execute());
  for (const { photo_id } of photos) expect(await photoStore.get("rivierenland", photo_id)).not.toBeNull();

  // Teams in the tenant that stays are the same teams, under their new marker.
  const order = orderFor(together, app, "2026-11-22", some);
  const steps = (await planProvisioning(provisioner, order)).steps;
  expect(steps.map(({ kern, do: deed, drift }) => [kern, deed, drift])).toEqual([
    ["arkel", "rename-team", undefined],
    ["goudriaan", "rename-team", undefined],
  ]);
  expect(await applyProvisioning(provisioner, order)).toMatchObject({ done: 2, failures: [] });
  await stage.time.sleep(48 * 3_600_000);
  expect(await planProvisioning(provisioner, order)).toMatchObject({ steps: [] });

  const links = await mergedMunicipalities(database.connections.db);
  expect(links.map(({ municipality, leftTenant }) => [municipality, leftTenant])).toEqual(
    expect.arrayContaining([
      ["altena", altena.entraTenantId.toLowerCase()],
      ["molenlanden", null],
    ]),
  );
  expect(redirectOf("/altena/arkel/voorstellen", links)).toBe("/rivierenland/hank/voorstellen");
  expect(redirectOf("/molenlanden", links)).toBe("/rivierenland");
  expect(redirectOf("/rivierenland/hank", links)).toBeNull();
}, 60_000);
