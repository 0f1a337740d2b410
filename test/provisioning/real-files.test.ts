import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MunicipalityFile, parseMunicipalityFile } from "../../src/kernen/index.ts";
import type { Progress } from "../../src/provisioning/contract.ts";
import { applyProvisioning, orderFor, type Provisioner, planProvisioning } from "../../src/provisioning/index.ts";
import { wantedChannels } from "../../src/provisioning/wanted.ts";
import type { Reaction } from "../../src/shared/reaction.ts";
import { aMunicipality, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOrder, openStage, readBack, type Stage } from "./stage.ts";

let database: TestDatabase;
let stage: Stage;
const told: string[] = [];
const listen = (name: string): Reaction => ({ name, run: async () => undefined });

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact.fact);
    return fact.fact === "team-ready" || fact.fact === "partner-invited" ? [listen(`test.${fact.fact}`)] : [];
  });
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

function read(slug: string): MunicipalityFile {
  const parsed = parseMunicipalityFile(readFileSync(new URL(`../../infra/municipalities/${slug}.yaml`, import.meta.url), "utf8"));
  if ("faults" in parsed) throw new Error("The file has faults.");
  return parsed.municipality;
}

const provisioner = (): Provisioner => ({ workplace: stage.workplace, keeper: database.workshop, time: stage.time });

test.each([
  ["molenlanden", 20],
  ["altena", 21],
])(
  "an empty tenant gets all of %s, and then the plan says that there is nothing to do",
  async (slug, count) => {
    told.length = 0;
    const file = read(slug);
    await aMunicipality(
      database,
      slug,
      file.kernen.map((kern) => kern.slug),
    );
    await stage.seed(
      file.entraTenantId,
      file.officers.map(({ email }) => email),
    );
    const { app } = anOrder(slug, file.entraTenantId, []);
    const order = orderFor(file, app, "2026-11-22");
    const progress: Progress[] = [];
    const applied = await applyProvisioning(provisioner(), order, { onProgress: (one) => progress.push(one) });
    expect([applied.failures, applied.problems]).toEqual([[], []]);
    expect(progress.at(-1)).toMatchObject({ kernenDone: count + 1, kernenTotal: count + 1, remainingMs: 0 });
    expect(await planProvisioning(provisioner(), order)).toMatchObject({ steps: [], problems: [] });

    await stage.time.sleep(2 * 24 * 3_600_000);
    expect(await planProvisioning(provisioner(), order)).toMatchObject({ steps: [], problems: [] });

    const found = await readBack(stage, file.entraTenantId);
    expect(found.teams.map(({ displayName }) => displayName).sort()).toEqual(
      [...file.kernen, ...file.themeTeams].map(({ name }) => name).sort(),
    );
    for (const kern of order.kernen) {
      const channels = wantedChannels(kern).channels.map(({ name }) => name);
      expect(found.channels.get(kern.name)).toEqual(channels.sort());
      expect(found.tabs.get(kern.name)).toEqual(kern.theme ? [] : [`algemeen-${kern.slug}`, `voorstellen-${kern.slug}`]);
      expect(found.owners.get(kern.name)).toBe(kern.officers.length);
    }
    const theme = found.teams.find(({ displayName }) => displayName === file.themeTeams[0]?.name);
    const { value: members } = await stage.read<{ value: { email: string }[] }>(
      file.entraTenantId,
      `/teams/${theme?.id}/members`,
    );
    const wanted = order.kernen.at(-1);
    expect(members.map(({ email }) => email).sort()).toEqual(
      [...(wanted?.officers ?? []), ...(wanted?.theme?.members ?? [])].map(({ email }) => email).sort(),
    );
    // The team of no kern is no news for a kern; each partner gets a mail of ours.
    expect(told.filter((fact) => fact === "team-ready")).toHaveLength(count);
    expect(told.filter((fact) => fact === "partner-invited")).toHaveLength(file.themeTeams[0]?.partners.length ?? 0);
  },
  60_000,
);
