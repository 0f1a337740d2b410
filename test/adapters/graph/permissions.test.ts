import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { granted, resourceSpecific } from "../../provisioning/stage.ts";

const folder = new URL("../../../src/adapters/graph/", import.meta.url);

/** What every operation names as the least permission it needs; null for one that needs none. */
async function namedByOperations(): Promise<Map<string, string | null>> {
  const named = new Map<string, string | null>();
  for (const file of readdirSync(folder)) {
    if (!readFileSync(new URL(file, folder), "utf8").includes("export const permission")) continue;
    const operation = (await import(new URL(file, folder).href)) as { permission: string | null };
    named.set(file, operation.permission);
  }
  return named;
}

test("the permissions asked for are exactly those that some operation needs, and each has a reason", async () => {
  const needed = [...new Set((await namedByOperations()).values())].filter((name) => name !== null);
  expect([...granted, ...resourceSpecific].sort()).toEqual(needed.sort());
  const text = readFileSync(new URL("../../../infra/entra/permissions.json", import.meta.url), "utf8");
  const { application, resourceSpecific: specific } = JSON.parse(text) as Record<string, { name: string; reason: string }[]>;
  for (const { reason } of [...(application ?? []), ...(specific ?? [])]) expect(reason.length).toBeGreaterThan(20);
});

test("every file that calls Graph for an operation names its permission", async () => {
  const named = await namedByOperations();
  const shared = ["batch.ts", "client.ts", "check.ts"];
  const calling = readdirSync(folder).filter((file) =>
    /graph\s*\.\s*(call|list)\b/.test(readFileSync(new URL(file, folder), "utf8")),
  );
  expect(calling.filter((file) => !named.has(file) && !shared.includes(file))).toEqual([]);
});

test("rights inside a team are resource-specific, and nothing outside the modest set is asked for", () => {
  for (const name of resourceSpecific) expect(name).toMatch(/\.Group$/);
  for (const name of granted)
    expect(name).not.toMatch(/^(Directory|Group|Mail|Files|Sites|Chat|ChannelMessage)\.|^User\.ReadWrite|^TeamSettings/);
});

test("each right that reaches further than our own teams and guests says so in its reason", () => {
  const text = readFileSync(new URL("../../../infra/entra/permissions.json", import.meta.url), "utf8");
  const { application } = JSON.parse(text) as { application: { name: string; reason: string }[] };
  const wide = application.filter(({ name }) => ["User.Read.All", "ChannelSettings.ReadWrite.All"].includes(name));
  expect(wide.map(({ reason }) => /Kernplein|no others/.test(reason))).toEqual([true, true]);
});
