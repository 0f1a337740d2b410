import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { type Connections, connect } from "../../src/adapters/postgres/connect.ts";
import {
  allMunicipalities,
  draftMerger,
  type MunicipalityFile,
  parseMunicipalityFile,
  planMerger,
} from "../../src/kernen/index.ts";
import { enrol } from "../../src/members/index.ts";
import { loadResources } from "../../src/provisioning/store.ts";
import { applyMerger } from "../../src/wiring/merge-command.ts";
import { loadMunicipalities } from "../../src/wiring/municipalities.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const parsed = parseMunicipalityFile(
  readFileSync(new URL("../../infra/municipalities/molenlanden.yaml", import.meta.url), "utf8"),
);
if ("faults" in parsed) throw new Error("The file has faults.");
const molenlanden = parsed.municipality;
/** The same kernen and theme team under another name: everything coincides. */
const waardenland: MunicipalityFile = {
  ...molenlanden,
  name: "Waardenland",
  slug: "waardenland",
  entraTenantId: "00000000-0000-4000-8000-00000000aaaa",
};
const old = [molenlanden, waardenland];

let database: TestDatabase;
let original: Connections;
let copy: Connections;
let copyName: string;

beforeAll(async () => {
  database = await testDatabase();
  const { inMunicipality } = database.connections;
  await loadMunicipalities(inMunicipality, old);
  for (const { slug } of old) {
    await inMunicipality(slug, async (tx) => {
      const since = database.clock.now;
      await enrol(tx, { kern: "arkel", name: `Inwoner van ${slug}`, email: `a@${slug}.example`, language: "nl", since });
      for (const kern of ["arkel", "thema:lekdijk"]) {
        const row = {
          municipality_id: slug,
          resource: "team",
          key: kern,
          kern_id: kern,
          state: "created",
          graph_id: `team-${kern}-${slug}`,
        };
        await tx
          .insertInto("provisioned_resource")
          .values({ ...row, marker: `[kernplein:${slug}/${kern}]`, updated_at: since })
          .execute();
      }
    });
  }
  await database.connections.close();
  const base = new URL(database.url);
  copyName = `${base.pathname.slice(1)}_copy`;
  const server = new pg.Client(database.url.replace(base.pathname, "/postgres"));
  await server.connect();
  await server.query(`create database ${copyName} template ${base.pathname.slice(1)}`);
  await server.end();
  original = connect(database.url);
  copy = connect(database.url.replace(base.pathname, `/${copyName}`));
}, 60_000);
afterAll(async () => {
  await copy.close();
  await original.owner.query(`drop database ${copyName} with (force)`);
  await original.close();
  const server = new pg.Client(database.url.replace(new URL(database.url).pathname, "/postgres"));
  await server.connect();
  await server.query(`drop database ${new URL(database.url).pathname.slice(1)} with (force)`);
  await server.end();
});

const photos = { get: async () => null, put: async () => undefined };
const names = async (at: Connections) => (await allMunicipalities(at.db)).map(({ municipality }) => municipality);
const members = (at: Connections, municipality: string) =>
  at.inMunicipality(municipality, (tx) =>
    tx
      .selectFrom("membership as m")
      .innerJoin("person as p", "p.person_id", "m.person_id")
      .select(["m.kern_id as kern", "p.name"])
      .orderBy("p.name")
      .execute(),
  );

test("the draft is carried out whole on a copy of the database, and the original knows nothing of it", async () => {
  const draft = draftMerger(old, { name: "Rivierenland", slug: "rivierenland", cbsCode: "GM9999" });
  const plan = planMerger(old, draft);
  expect(plan.problems).toEqual([]);
  await applyMerger({ connections: copy }, photos, plan);

  expect(await names(copy)).toEqual(["rivierenland"]);
  expect(await members(copy, "rivierenland")).toEqual([
    { kern: "arkel", name: "Inwoner van molenlanden" },
    { kern: "arkel-waardenland", name: "Inwoner van waardenland" },
  ]);
  // Teams of the tenant that stays, the theme team too; those of the other are left behind.
  const resources = await copy.inMunicipality("rivierenland", loadResources);
  expect(resources.map(({ key, marker }) => [key, marker]).sort()).toEqual([
    ["arkel", "[kernplein:rivierenland/arkel]"],
    ["thema:lekdijk", "[kernplein:rivierenland/thema:lekdijk]"],
  ]);
  expect(await names(original)).toEqual(["molenlanden", "waardenland"]);
  expect(await members(original, "waardenland")).toEqual([{ kern: "arkel", name: "Inwoner van waardenland" }]);
}, 60_000);

test("within one tenant both theme teams of one name keep their team, each under a slug of its own", async () => {
  const near = { ...waardenland, entraTenantId: molenlanden.entraTenantId };
  const from = [molenlanden, near];
  const draft = draftMerger(from, { name: "Rivierenland", slug: "rivierenland", cbsCode: "GM9999" });
  const careless = { ...draft, themeTeams: draft.themeTeams.map(({ was: _, ...theme }) => theme) };
  expect(planMerger(from, careless).problems).toEqual([
    "Several old theme teams become “lekdijk”. Give each its own slug in the new file and say “was: molenlanden/lekdijk or waardenland/lekdijk”.",
  ]);
  await applyMerger({ connections: original }, photos, planMerger(from, draft));
  const resources = await original.inMunicipality("rivierenland", loadResources);
  expect(resources.map(({ key, graphId }) => [key, graphId]).sort()).toEqual([
    ["arkel", "team-arkel-molenlanden"],
    ["arkel-waardenland", "team-arkel-waardenland"],
    ["thema:lekdijk", "team-thema:lekdijk-molenlanden"],
    ["thema:lekdijk-waardenland", "team-thema:lekdijk-waardenland"],
  ]);
  expect(resources.find(({ key }) => key === "thema:lekdijk-waardenland")?.marker).toBe(
    "[kernplein:rivierenland/thema:lekdijk-waardenland]",
  );
}, 60_000);
