import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  allMunicipalities,
  contactOf,
  kernOf,
  listKernen,
  loadMunicipality,
  recordTeamUrl,
  viewKern,
} from "../../src/kernen/index.ts";
import { type MunicipalityFile, parseMunicipalityFile } from "../../src/kernen/municipality-file.ts";
import { contactFor, shownPeople } from "../../src/kernen/rules.ts";
import type { Actor, Tx } from "../../src/shared/work.ts";
import { aPerson, type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let molenlanden: MunicipalityFile;
const visitor: Actor = { municipality: "molenlanden", person: null, roles: [], channel: "web", language: "nl" };

function municipalityFile(slug: string): MunicipalityFile {
  const parsed = parseMunicipalityFile(readFileSync(new URL(`../../infra/municipalities/${slug}.yaml`, import.meta.url), "utf8"));
  if ("faults" in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.municipality;
}

const inMolenlanden = <T>(body: (tx: Tx) => Promise<T>) => database.connections.inMunicipality("molenlanden", body);

beforeAll(async () => {
  database = await testDatabase();
  molenlanden = municipalityFile("molenlanden");
  for (const file of [molenlanden, municipalityFile("altena")]) {
    await database.connections.inMunicipality(file.slug, (tx) => loadMunicipality(tx, file));
  }
});
afterAll(() => database.close());

describe("loading a municipality", () => {
  test("Molenlanden has twenty kernen and Altena twenty-one, each seen from its own side only", async () => {
    expect((await database.perform(listKernen, visitor, {})).kernen).toHaveLength(20);
    expect((await database.perform(listKernen, { ...visitor, municipality: "altena" }, {})).kernen).toHaveLength(21);
  });

  test("twice changes nothing, and a team's address stays", async () => {
    await inMolenlanden((tx) => recordTeamUrl(tx, "arkel", "https://teams.example/arkel"));
    const rows = () => inMolenlanden((tx) => tx.selectFrom("kern").selectAll().orderBy("kern_id").execute());
    const before = await rows();
    await inMolenlanden((tx) => loadMunicipality(tx, molenlanden));
    expect(await rows()).toEqual(before);
    expect(before.find((row) => row.kern_id === "arkel")?.team_url).toBe("https://teams.example/arkel");
  });

  test("a changed file changes the kern; a kern that left the file stays", async () => {
    const [first, ...others] = molenlanden.kernen;
    const changed = {
      ...molenlanden,
      kernen: others.map((kern) => (kern.slug === "brandwijk" ? { ...kern, residents: 1350 } : kern)),
    };
    await inMolenlanden((tx) => loadMunicipality(tx, changed));
    const { kernen } = await database.perform(listKernen, visitor, {});
    expect(kernen).toHaveLength(20);
    expect(kernen.find((kern) => kern.kern === "brandwijk")?.residents).toBe(1350);
    expect(kernen.map((kern) => kern.kern)).toContain(first?.slug);
    await inMolenlanden((tx) => loadMunicipality(tx, molenlanden));
  });

  test("what the file leaves out gets a plain value: unknown residents 0, the municipality's own policy", async () => {
    const oudekerk = await inMolenlanden((tx) => kernOf(tx, "giessen-oudekerk"));
    expect(oudekerk?.residents).toBe(0);
    const arkel = await inMolenlanden((tx) => kernOf(tx, "arkel"));
    expect(arkel?.joining).toBe(molenlanden.joining);
    expect(await inMolenlanden((tx) => kernOf(tx, "almkerk"))).toBeUndefined();
  });

  test("which municipalities there are is known outside any of them", async () => {
    const known = await allMunicipalities(database.connections.db);
    expect(known.map(({ municipality, name }) => [municipality, name])).toEqual([
      ["altena", "Altena"],
      ["molenlanden", "Molenlanden"],
    ]);
    expect(known[1]?.entraTenantId).toBe(molenlanden.entraTenantId);
  });
});

describe("looking at kernen", () => {
  test("a shared postcode suggests both kernen, and a postcode may be typed with its letters", async () => {
    const { kernen } = await database.perform(listKernen, visitor, { postcode: "3381 AB" });
    expect(kernen.map((kern) => kern.kern)).toEqual(["giessen-oudekerk", "giessenburg"]);
    expect((await database.perform(listKernen, visitor, { postcode: "1000" })).kernen).toEqual([]);
    await expect(database.perform(listKernen, visitor, { postcode: "0123" })).rejects.toMatchObject({ code: "invalid-input" });
  });

  test("fewer than ten members is told to nobody", async () => {
    for (let count = 0; count < 10; count++) await aPerson(database, { kernen: ["arkel"] });
    for (let count = 0; count < 9; count++) await aPerson(database, { kernen: ["brandwijk"] });
    const { kernen } = await database.perform(listKernen, visitor, {});
    const members = (slug: string) => kernen.find((kern) => kern.kern === slug)?.members;
    expect([members("arkel"), members("brandwijk"), members("langerak")]).toEqual([10, null, null]);
    expect((await database.perform(viewKern, visitor, { kern: "arkel" })).members).toBe(10);
  });

  test("who left is not counted", async () => {
    await inMolenlanden((tx) =>
      tx.updateTable("membership").set({ left_at: database.clock.now }).where("kern_id", "=", "arkel").execute(),
    );
    expect((await database.perform(viewKern, visitor, { kern: "arkel" })).members).toBeNull();
  });

  test("a kern of another municipality is not found", async () => {
    await expect(database.perform(viewKern, visitor, { kern: "almkerk" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("only who is signed in gets the team's address", async () => {
    const member = await aPerson(database);
    expect((await database.perform(viewKern, visitor, { kern: "arkel" })).teamUrl).toBeNull();
    expect((await database.perform(viewKern, member, { kern: "arkel" })).teamUrl).toBe("https://teams.example/arkel");
  });
});

describe("whom to call", () => {
  test("the municipality while there is no officer, then an officer, the kern's own before one of all kernen", async () => {
    const contact = async () => (await database.perform(viewKern, visitor, { kern: "hoornaar" })).contact;
    expect(await contact()).toEqual({ name: "Gemeente Molenlanden", phone: molenlanden.phone });
    const everywhere = await aPerson(database, { name: "Aad Overal", kernen: [], roles: [{ role: "officer", kern: null }] });
    await inMolenlanden((tx) =>
      tx.updateTable("person").set({ phone: "088 111 11 11" }).where("person_id", "=", everywhere.person).execute(),
    );
    expect(await contact()).toEqual({ name: "Aad Overal", phone: "088 111 11 11" });
    await aPerson(database, { name: "Zita Hier", kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] });
    expect(await contact()).toEqual({ name: "Zita Hier", phone: molenlanden.phone });
    const nearby = await aPerson(database, { name: "Zoë Hier", kernen: [], roles: [{ role: "officer", kern: "hoornaar" }] });
    await inMolenlanden((tx) =>
      tx.updateTable("person").set({ phone: "088 222 22 22" }).where("person_id", "=", nearby.person).execute(),
    );
    expect(await inMolenlanden((tx) => contactOf(tx, "hoornaar"))).toEqual({ name: "Zoë Hier", phone: "088 222 22 22" });
  });

  test("an officer without a number of her own is reached through the municipality", () => {
    const municipality = { name: "Molenlanden", phone: "14 0184" };
    expect(contactFor({ name: "Ina", phone: null }, municipality)).toEqual({ name: "Ina", phone: "14 0184" });
    expect(contactFor(undefined, municipality).name).toBe("Gemeente Molenlanden");
  });
});

test("figures are shown from ten people on", () => {
  expect([0, 9, 10, 11].map(shownPeople)).toEqual([null, null, 10, 11]);
});
