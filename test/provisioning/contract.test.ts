import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { applyProvisioning, inviteAndAdd, planProvisioning, removeMember } from "../../src/provisioning/index.ts";
import { aMunicipality, testDatabase } from "../support/database.ts";
import { anOrder, granted, officers, openStage, resourceSpecific } from "./stage.ts";

const checker = new URL("../../../shared/contracts/check-graph.mjs", import.meta.url);
// The checker stands beside the repository, not in it.
const present = existsSync(checker);
const where = present ? test : test.skip;
const reason = present ? "" : " (skipped: ../shared/contracts is not here)";

interface Report {
  failed: number;
  results: { problems: unknown[]; template: string | null }[];
  pacing: { checked: number; problems: unknown[] };
  useless: string[];
}

where(
  `everything sent for 20 kernen and their guests is what Microsoft's definitions allow, within the permissions and the pace${reason}`,
  async () => {
    const { checkRequests } = (await import(checker.href)) as { checkRequests(entries: unknown[], options: object): Report };
    await using database = await testDatabase();
    const stage = await openStage();
    try {
      const slugs = Array.from({ length: 20 }, (_, index) => `kern-${String.fromCharCode(97 + index)}`);
      const tenant = randomUUID();
      await aMunicipality(database, "molenlanden", slugs);
      await stage.seed(tenant, officers);
      const order = anOrder("molenlanden", tenant, slugs);
      const provisioner = { workplace: stage.workplace, keeper: database.workshop, time: stage.time };
      expect((await applyProvisioning(provisioner, order)).failures).toEqual([]);
      await planProvisioning(provisioner, order);
      const desk = { workplace: stage.workplace, workshop: database.workshop, landingUrl: "https://kernplein.example/welkom" };
      const inKern = { municipality: "molenlanden", tenant, kern: "kern-a" };
      const person = { id: randomUUID(), email: "anna@voorbeeld.example", name: "Anna", language: "nl" as const };
      const welcome = await inviteAndAdd(desk, { ...inKern, person });
      await stage.time.sleep(600_000);
      if ("oid" in welcome) await removeMember(desk, { ...inKern, oid: welcome.oid });

      expect(stage.sent.every(({ status }) => status !== 429)).toBe(true);
      const report = checkRequests(stage.sent, {
        granted: [...granted, ...resourceSpecific],
        consents: resourceSpecific.map((name) => ({ name, type: "Application" })),
        origins: [stage.url],
        strictIds: true,
        pacing: true,
      });
      expect(report.results.flatMap(({ problems, template }) => problems.map((problem) => ({ template, problem })))).toEqual([]);
      expect(report).toMatchObject({ failed: 0, useless: [], pacing: { checked: stage.sent.length, problems: [] } });
    } finally {
      await stage.close();
    }
  },
);
