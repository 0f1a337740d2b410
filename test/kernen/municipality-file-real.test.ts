import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { z } from "zod";
import { type MunicipalityFile, municipalityFileSchema, parseMunicipalityFile } from "../../src/kernen/municipality-file.ts";

function read(slug: string): MunicipalityFile {
  const url = new URL(`../../infra/municipalities/${slug}.yaml`, import.meta.url);
  const outcome = parseMunicipalityFile(readFileSync(url, "utf8"));
  if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults, null, 1));
  return outcome.municipality;
}

/** Residents per kern, CBS, 1-1-2021; three kernen are counted with the neighbour whose postcode they share. */
const counted = {
  molenlanden: {
    name: "Molenlanden",
    cbsCode: "GM1978",
    kernen: 20,
    residents: 44_010,
    uncounted: ["giessen-oudekerk"],
    officers: 4,
  },
  altena: { name: "Altena", cbsCode: "GM1959", kernen: 21, residents: 56_355, uncounted: ["oudendijk", "uppel"], officers: 3 },
} as const;

test.each(Object.entries(counted))("%s is read whole, with the residents CBS counted", (slug, expected) => {
  const file = read(slug);
  expect(file).toMatchObject({ slug, name: expected.name, cbsCode: expected.cbsCode, languages: ["nl", "en"] });
  expect(file.kernen).toHaveLength(expected.kernen);
  expect(file.kernen.reduce((sum, kern) => sum + (kern.residents ?? 0), 0)).toBe(expected.residents);
  expect(file.kernen.filter((kern) => kern.residents === null).map((kern) => kern.slug)).toEqual(expected.uncounted);
  expect(file.officers).toHaveLength(expected.officers);
  expect(file.councillors).toHaveLength(3);
  expect(file.admins).toHaveLength(1);
});

test.each(Object.keys(counted))("in %s everyone is fictional: their addresses can never receive mail", (slug) => {
  const file = read(slug);
  for (const { email } of [...file.officers, ...file.councillors, ...file.admins])
    expect(email).toMatch(new RegExp(`@${slug}\\.example$`));
});

test.each(Object.keys(counted))("in %s no two kernen within 5 km share an accent", (slug) => {
  const { kernen } = read(slug);
  const kmNorth = 111.2;
  const kmEast = kmNorth * Math.cos((51.8 * Math.PI) / 180);
  for (const one of kernen) {
    for (const other of kernen.filter((kern) => kern !== one && kern.accent === one.accent)) {
      const north = (one.location.latitude - other.location.latitude) * kmNorth;
      const east = (one.location.longitude - other.location.longitude) * kmEast;
      expect([one.slug, other.slug, Math.hypot(north, east) > 5]).toEqual([one.slug, other.slug, true]);
    }
  }
});

test.each(Object.keys(counted))("in %s no two kernen share both accent and silhouette", (slug) => {
  const { kernen } = read(slug);
  expect(new Set(kernen.map(({ accent, silhouette }) => `${accent} ${silhouette}`)).size).toBe(kernen.length);
});

test("a shared postcode stands with both kernen", () => {
  const withPostcode = (slug: string, postcode: string) =>
    read(slug)
      .kernen.filter((kern) => kern.postcodes.includes(postcode))
      .map((kern) => kern.slug);
  expect(withPostcode("molenlanden", "3381")).toEqual(["giessenburg", "giessen-oudekerk"]);
  expect(withPostcode("altena", "4286")).toEqual(["almkerk", "uppel"]);
  expect(withPostcode("altena", "4285")).toEqual(["oudendijk", "woudrichem"]);
});

test("both ways of joining occur, so that both can be tried", () => {
  const { joining, kernen } = read("molenlanden");
  expect(new Set(kernen.map((kern) => kern.joining ?? joining))).toEqual(new Set(["at-once", "officer-decides"]));
});

test("an editor can be given a JSON schema of the file", () => {
  const schema = z.toJSONSchema(municipalityFileSchema, { io: "input" });
  expect(schema.required).toEqual(
    expect.arrayContaining(["name", "slug", "cbsCode", "entraTenantId", "languages", "phone", "joining", "kernen", "officers"]),
  );
});

test.each(Object.keys(counted))(
  "%s has a theme team across kernen with parties from outside, and kernen that go first",
  (slug) => {
    const { themeTeams, kernen, officers } = read(slug);
    expect(themeTeams).toHaveLength(1);
    for (const { kernen: concerned, owners, partners, until } of themeTeams) {
      expect(concerned.length).toBeGreaterThan(2);
      expect(officers.map(({ email }) => email)).toEqual(expect.arrayContaining(owners));
      for (const { email } of partners) expect(email).toMatch(/@[a-z]+\.example$/);
      expect(until).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    expect(kernen.filter(({ rollout }) => rollout === "pilot").length).toBeGreaterThan(1);
  },
);
