import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { draftInYaml, draftMerger, type MunicipalityFile, parseMunicipalityFile, planMerger } from "../../src/kernen/index.ts";
import { draftByCommand } from "../../src/wiring/merge-draft-command.ts";

const folder = mkdtempSync(join(tmpdir(), "kernplein-draft-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pathOf = (slug: string) => new URL(`../../infra/municipalities/${slug}.yaml`, import.meta.url).pathname;
function read(slug: string): MunicipalityFile {
  const parsed = parseMunicipalityFile(readFileSync(pathOf(slug), "utf8"));
  if ("faults" in parsed) throw new Error("The file has faults.");
  return parsed.municipality;
}
const molenlanden = read("molenlanden");
const altena = read("altena");
const rivierenland = { name: "Rivierenland", slug: "rivierenland", cbsCode: "GM9999" };

/** The file that the draft's text reads as; throws with its faults. */
function draftOf(from: readonly MunicipalityFile[]): MunicipalityFile {
  const parsed = parseMunicipalityFile(draftInYaml(draftMerger(from, rivierenland), from));
  if ("faults" in parsed) throw new Error(parsed.faults.map(({ path, en }) => `${path}: ${en}`).join("\n"));
  return parsed.municipality;
}

test("of two real municipalities it is a file without faults that can be carried out as it is", () => {
  const draft = draftOf([molenlanden, altena]);
  const plan = planMerger([molenlanden, altena], draft);
  expect(plan).toMatchObject({ problems: [], newKernen: [], officersLeaving: [], officersComing: [] });
  expect(plan.kernen).toHaveLength(41);
  expect(draft).toMatchObject({ ...rivierenland, entraTenantId: molenlanden.entraTenantId, phone: molenlanden.phone });
  expect(draft.kernen.find(({ slug }) => slug === "andel")).toMatchObject({ was: "altena/andel", formerMunicipality: "Altena" });
});

test("equal slugs and names are resolved, an officer of both becomes one, and everything that names a kern follows", () => {
  const [first, second] = molenlanden.officers;
  if (!first || !second) throw new Error("no officers");
  const twin: MunicipalityFile = {
    ...molenlanden,
    slug: "giessenlanden",
    name: "Giessenlanden",
    joining: "officer-decides",
    officers: [
      {
        ...first,
        name: "Anders",
        kernen: molenlanden.kernen.map(({ slug }) => slug),
        leave: [{ from: "2027-07-01", until: "2027-07-09", deputy: second.email }],
      },
      second,
    ],
    kernen: molenlanden.kernen.map((kern) =>
      kern.slug === "arkel" ? { ...kern, accepted: ["tab-removed/voorstellen-arkel"] } : kern,
    ),
  };
  const draft = draftOf([molenlanden, twin]);
  expect(planMerger([molenlanden, twin], draft).problems).toEqual([]);
  const [here, there] = draft.kernen.filter(({ was }) => was?.endsWith("/arkel"));
  expect(here).toMatchObject({ slug: "arkel", name: "Arkel (Molenlanden)" });
  expect(there).toMatchObject({
    slug: "arkel-giessenlanden",
    name: "Arkel (Giessenlanden)",
    joining: "officer-decides",
    accepted: ["tab-removed/voorstellen-arkel-giessenlanden"],
  });
  const officer = draft.officers.find(({ email }) => email === first.email);
  expect(officer).toMatchObject({ name: first.name, leave: [{ deputy: second.email }] });
  expect(officer?.kernen).toEqual([...first.kernen, ...molenlanden.kernen.map(({ slug }) => `${slug}-giessenlanden`)]);
  const [, theme] = draft.themeTeams;
  expect(theme).toMatchObject({
    slug: "lekdijk-giessenlanden",
    was: "giessenlanden/lekdijk",
    kernen: expect.arrayContaining(["langerak-giessenlanden"]),
  });
  expect([draft.admins.length, draft.councillors.length]).toEqual([1, 3]);
});

test("whatever slugs and names coincide, the draft has no faults and nobody's kern is lost", () => {
  const aFile = (municipality: string) =>
    fc
      .uniqueArray(fc.constantFrom("arkel", "arkel-b", "arkel-a", "b", "rijswijk", "rijswijk-b-2"), { minLength: 1 })
      .map((slugs): MunicipalityFile => {
        const [kern] = molenlanden.kernen;
        const [officer] = molenlanden.officers;
        if (!kern || !officer) throw new Error("empty");
        const kernen = slugs.map((slug) => ({ ...kern, slug, name: slug.split("-")[0] === "b" ? "Rijswijk" : `Dorp ${slug}` }));
        return {
          ...molenlanden,
          slug: municipality,
          name: municipality,
          kernen,
          officers: [{ ...officer, kernen: slugs }],
          themeTeams: [],
        };
      });
  fc.assert(
    fc.property(aFile("a"), aFile("b"), aFile("c"), (...from) => {
      const draft = draftOf(from);
      const plan = planMerger(from, draft);
      expect(plan.problems).toEqual([]);
      expect(plan.kernen).toHaveLength(from.reduce((sum, { kernen }) => sum + kernen.length, 0));
    }),
    { numRuns: 50 },
  );
});

test("the command writes the draft once, never over another file, and asks for what only people know", async () => {
  const said = jest.spyOn(console, "log").mockImplementation(() => undefined);
  const faults = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const draft = join(folder, "rivierenland.yaml");
  const files = [pathOf("molenlanden"), pathOf("altena")];
  expect(await draftByCommand(files, { draft })).toBe(64);
  expect(faults.mock.calls.flat().join("\n")).toContain("--cbs");
  expect(await draftByCommand(files, { draft, name: "Rivierenland", cbs: "GM9999" })).toBe(0);
  expect(said.mock.calls.flat().join("\n")).toContain("~ altena/andel becomes rivierenland/andel");
  expect("municipality" in parseMunicipalityFile(readFileSync(draft, "utf8"))).toBe(true);
  await expect(draftByCommand(files, { draft, name: "Rivierenland", cbs: "GM9999" })).rejects.toThrow("EEXIST");
  expect(await draftByCommand(files, { draft: join(folder, "fout.yaml"), name: "Rivierenland", cbs: "onbekend" })).toBe(1);
  said.mockRestore();
  faults.mockRestore();
});
