/** Everything the adapter can send, held against Microsoft's own definitions: paths, bodies, permissions and pace. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { FaultSetting } from "../../../src/local/graph/index.ts";
import { OutcomeUnknown } from "../../../src/provisioning/workplace.ts";
import { externalId, granted, openStage, resourceSpecific, type Stage } from "../../provisioning/stage.ts";

const checker = new URL("../../../../shared/contracts/check-graph.mjs", import.meta.url);
// The checker stands beside the repository, not in it.
const present = existsSync(checker);
const where = present ? test : test.skip;
const reason = present ? "" : " (skipped: ../shared/contracts is not here)";

interface Report {
  failed: number;
  passed: number;
  results: { problems: unknown[]; template: string | null; entry: { method: string; url: string } }[];
  pacing: { checked: number; problems: unknown[] };
}

const landingUrl = "https://kernplein.example/welkom";
const tenant = randomUUID();

/** A call that may be made once only is made again by a caller who looked: here, that nothing came of it does not matter. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || tries > 20) throw error;
    }
  }
}

/** A team's whole life, with every operation there is. */
async function live({ workplace, seed }: Stage, name: string): Promise<void> {
  const people = await seed(tenant, ["een@gemeente.example", "twee@gemeente.example"]);
  const [een = "", twee = ""] = people.values();
  const app = await workplace.findApp(tenant, externalId);
  if (!app) throw new Error("no app");
  await workplace.findPeople(tenant, [...people.keys(), "niemand@gemeente.example"]);
  const description = `Plein [kernplein:test/${name}]`;
  const being = await insist(() => workplace.makeTeam(tenant, { name, description, firstChannel: "Algemeen", ownerId: een }));
  const { id, mainChannelId } = await workplace.awaitTeam(tenant, being);
  await workplace.findTeams(tenant, name, description);
  await workplace.installApp(tenant, id, app);
  const installation = await workplace.installedApp(tenant, id, app);
  await workplace.upgradeApp(tenant, id, app, installation?.installationId ?? "");
  await insist(() => workplace.makeChannel(tenant, id, { name: "Dorpsoverleg", description: "" }));
  const channel = (await workplace.listChannels(tenant, id)).find((one) => one.name === "Dorpsoverleg")?.id ?? "";
  await workplace.renameChannel(tenant, id, channel, { name: "Dorpsberaad", description: "Nieuwe naam" });
  const tab = { name: "Plein", entityId: "plein", contentUrl: landingUrl, websiteUrl: landingUrl };
  await insist(() => workplace.pinTab(tenant, id, mainChannelId ?? "", app, tab));
  for (const pinned of await workplace.listTabs(tenant, id, mainChannelId ?? "", app)) {
    await workplace.removeTab(tenant, id, mainChannelId ?? "", pinned.id);
  }
  await workplace.archiveChannel(tenant, id, channel);
  await workplace.unarchiveChannel(tenant, id, channel);
  const invited = await workplace.invite(tenant, { email: `gast-${name}@voorbeeld.example`, name: "Gast", landingUrl });
  const guest = "personId" in invited ? invited.personId : "";
  await workplace.addMember(tenant, id, guest);
  await workplace.addOwner(tenant, id, twee);
  await workplace.addMembers(tenant, id, [guest, twee]);
  await workplace.listMembers(tenant, id);
  await workplace.teamSize(tenant, id);
  await workplace.countAccounts(tenant);
  await workplace.countTeams(tenant);
  await workplace.removeMember(tenant, id, guest);
  await workplace.removeOwner(tenant, id, twee);
  await workplace.renameTeam(tenant, id, { name: `${name} en omstreken`, description });
  await workplace.archiveTeam(tenant, id);
  await workplace.unarchiveTeam(tenant, id);
  const { link } = await workplace.guestChanges(tenant, null);
  await workplace.deleteGuest(tenant, guest);
  await workplace.restoreGuest(tenant, guest);
  await workplace.guestChanges(tenant, link);
}

async function check(faults: FaultSetting | null): Promise<{ report: Report; stage: Stage }> {
  const stage = await openStage();
  try {
    if (faults) {
      const headers = { "Content-Type": "application/json" };
      await fetch(`${stage.url}/local/faults`, { method: "POST", headers, body: JSON.stringify(faults) });
    }
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => live(stage, `Kern ${"abcdefghijkl".charAt(index)}`.replace(" ", "-"))),
    );
    const { checkRequests } = (await import(checker.href)) as { checkRequests(entries: unknown[], options: object): Report };
    const report = checkRequests(stage.sent, {
      granted: [...granted, ...resourceSpecific],
      consents: resourceSpecific.map((name) => ({ name, type: "Application" })),
      origins: [stage.url],
      strictIds: true,
      pacing: true,
    });
    return { report, stage };
  } finally {
    await stage.close();
  }
}

const problemsOf = ({ results }: Report) =>
  results.flatMap(({ problems, template }) => problems.map((problem) => ({ template, problem })));

where(
  `every operation is what Microsoft's definitions allow, within the permissions and the pace${reason}`,
  async () => {
    const { report, stage } = await check(null);
    expect(problemsOf(report)).toEqual([]);
    expect(report).toMatchObject({ failed: 0, pacing: { checked: stage.sent.length, problems: [] } });
    expect(stage.sent.filter(({ status }) => status === 429)).toEqual([]);
  },
  60_000,
);

where.each([1, 2])(
  `with three in ten requests going wrong (seed %p) it stays so${reason}`,
  async (seed) => {
    const { report, stage } = await check({
      share: 0.3,
      kinds: ["429", "502", "503", "504", "reset", "lost", "slow"],
      seed,
      slowMs: 2,
    });
    expect(problemsOf(report)).toEqual([]);
    expect(report).toMatchObject({ failed: 0, pacing: { checked: stage.sent.length, problems: [] } });
    expect(stage.sent.filter(({ status }) => status === null || status >= 429).length).toBeGreaterThan(100);
  },
  60_000,
);
