import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { applyProvisioning, type Provisioner, planProvisioning } from "../../src/provisioning/index.ts";
import { exportMunicipality } from "../../src/wiring/export-municipality.ts";
import { aMunicipality, testDatabase } from "../support/database.ts";
import { anOrder, officers, openStage } from "./stage.ts";

test("a municipality that leaves takes everything of its own along, and its teams are archived, not deleted", async () => {
  const database = await testDatabase();
  const stage = await openStage();
  try {
    const tenant = randomUUID();
    await aMunicipality(database, "gaat", ["arkel", "hoornaar"]);
    await aMunicipality(database, "blijft", ["arkel"]);
    await stage.seed(tenant, officers);
    const order = anOrder("gaat", tenant, ["arkel", "hoornaar"]);
    const provisioner: Provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
    await applyProvisioning(provisioner, order);

    const folder = join(mkdtempSync(join(tmpdir(), "kernplein-export-")), "gaat");
    const counts = await exportMunicipality(database.workshop, "gaat", folder);
    expect(counts).toMatchObject({ municipality: 1, kern: 2, provisioned_resource: expect.any(Number) });
    expect(Object.keys(counts)).not.toEqual(expect.arrayContaining(["roll"]));
    const lines = (table: string) =>
      readFileSync(join(folder, `${table}.ndjson`), "utf8")
        .trimEnd()
        .split("\n");
    expect(lines("kern").map((line) => (JSON.parse(line) as { kern_id: string }).kern_id)).toEqual(["arkel", "hoornaar"]);
    expect(lines("provisioned_resource")).toHaveLength(counts.provisioned_resource ?? 0);
    expect(readdirSync(folder)).toHaveLength(Object.keys(counts).length);
    await expect(exportMunicipality(database.workshop, "gaat", folder)).rejects.toThrow();

    await stage.time.sleep(3_600_000);
    const leaving = { ...order, kernen: [], leaving: true };
    expect(await applyProvisioning(provisioner, leaving)).toMatchObject({ done: 2, failures: [] });
    expect(await planProvisioning(provisioner, leaving)).toMatchObject({ steps: [] });
    await stage.time.sleep(3_600_000);
    const { value } = await stage.read<{ value: { id: string }[] }>(tenant, "/teams");
    for (const { id } of value) expect(await stage.read<object>(tenant, `/teams/${id}`)).toMatchObject({ isArchived: true });
    expect(value).toHaveLength(2);
  } finally {
    await stage.close();
    await database.close();
  }
});
