/** What people get wrong: each ends with a sentence that says what to do, and with nothing changed. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type GraphRefused, graphWorkplace, openGraph } from "../../../src/adapters/graph/index.ts";
import { startLocalGraph } from "../../../src/local/graph/index.ts";
import { externalId, granted, openStage, type Stage } from "../../provisioning/stage.ts";
import { byHand, furnishedTeam } from "./by-hand.ts";

let tenant: string;
let stage: Stage;

beforeEach(async () => {
  tenant = randomUUID();
  stage = await openStage();
});
afterEach(() => stage.close());

const fails = (work: Promise<unknown>): Promise<GraphRefused> =>
  work.then(
    () => Promise.reject(new Error("It was not refused.")),
    (error: GraphRefused) => error,
  );

async function teamsThere(): Promise<number> {
  await stage.time.sleep(600_000);
  return (await byHand<{ value: unknown[] }>(stage, tenant, "GET", "/teams")).body.value.length;
}

const aTeam = (ownerId: string) => ({ name: "Arkel", description: "[kernplein:test/arkel]", firstChannel: "Algemeen", ownerId });

/** A Graph that takes only the tokens in `valid`. */
async function strictGraph(valid: ReadonlySet<string>) {
  const directory = mkdtempSync(join(tmpdir(), "local-graph-"));
  const server = await startLocalGraph({
    directory,
    port: 0,
    host: "127.0.0.1",
    catalogApps: [],
    verifyToken: async (bearer) => {
      if (!valid.has(bearer)) throw new Error("Lifetime validation failed, the token is expired.");
      return { tid: tenant, roles: granted };
    },
  });
  return {
    server,
    async [Symbol.asyncDispose]() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

test("an expired token: once more with a new one; when that is refused too, the sentence says what to check", async () => {
  await using place = await strictGraph(new Set(["new"]));
  const asked: (boolean | undefined)[] = [];
  const renewing = openGraph({
    origin: place.server.url,
    time: stage.time,
    tokens: async (_, fresh) => {
      asked.push(fresh);
      return fresh ? "new" : "old";
    },
  });
  expect((await renewing.call({ tenant, method: "GET", path: "/teams" })).status).toBe(200);
  expect(asked).toEqual([false, true]);
  const stale = openGraph({ origin: place.server.url, time: stage.time, tokens: async () => "old" });
  const refused = await fails(graphWorkplace(stale).makeTeam(tenant, aTeam(randomUUID())));
  expect(refused).toMatchObject({ status: 401 });
  expect(refused.message).toMatch(/expired.*clock.*Lifetime validation failed/);
  expect(refused.said.nl).toContain("verlopen");
});

test("a token of another tenant is not sent, and a team of another tenant is not there", async () => {
  const { team } = await furnishedTeam(stage, tenant, externalId);
  const other = randomUUID();
  expect(await stage.workplace.readTeam(other, team.id)).toBeNull();
  const mixed = openGraph({ origin: stage.url, time: stage.time, tokens: () => stage.graph.tokens(other) });
  const refused = await fails(graphWorkplace(mixed).renameTeam(tenant, team.id, { name: "Gekaapt", description: "" }));
  expect(refused.message).toContain(`not for ${tenant}, so nothing was sent`);
  expect((await stage.workplace.readTeam(tenant, team.id))?.name).toBe("Arkel");
});

test("missing consent: the sentence names the permission and who must give it, and nothing is made", async () => {
  const ownerId = (await stage.seed(tenant, ["officier@gemeente.example"])).get("officier@gemeente.example") ?? "";
  await stage.close();
  stage = await openStage({ roles: granted.filter((name) => name !== "Team.Create") });
  const refused = await fails(stage.workplace.makeTeam(tenant, aTeam(ownerId)));
  expect(refused).toMatchObject({ status: 403, code: "Authorization_RequestDenied" });
  expect(refused.message).toMatch(/has not given consent.*administrator.*Team\.Create/);
  expect(refused.said.nl).toContain("toestemming");
  expect(await teamsThere()).toBe(0);
});

test("a team deleted by hand: told so within minutes, and it can be restored or made anew", async () => {
  const { team, app } = await furnishedTeam(stage, tenant, externalId);
  await byHand(stage, tenant, "DELETE", `/groups/${team.id}`);
  const began = stage.time.now();
  for (const work of [
    () => stage.workplace.makeChannel(tenant, team.id, { name: "Voorstellen", description: "" }),
    () => stage.workplace.installApp(tenant, team.id, app),
    () => stage.workplace.renameTeam(tenant, team.id, { name: "Arkel", description: "" }),
    () => stage.workplace.archiveTeam(tenant, team.id),
    () => stage.workplace.listMembers(tenant, team.id),
  ]) {
    const refused = await fails(work());
    expect(refused.status).toBe(404);
    expect(refused.message).toContain("somebody deleted it");
  }
  expect(stage.time.now() - began).toBeLessThan(5 * 3 * 60_000);
  expect(await stage.workplace.readTeam(tenant, team.id)).toBeNull();
  expect((await byHand(stage, tenant, "POST", `/directory/deletedItems/${team.id}/restore`)).status).toBe(200);
  await stage.time.sleep(120_000);
  expect(await stage.workplace.readTeam(tenant, team.id)).toMatchObject({ name: "Arkel" });
});

test("disk full on the local state: refused with the reason, nothing half done, and it goes on when there is room", async () => {
  const { team } = await furnishedTeam(stage, tenant, externalId);
  rmSync(stage.directory, { recursive: true });
  writeFileSync(stage.directory, "in the way");
  const refused = await fails(stage.workplace.renameTeam(tenant, team.id, { name: "Half", description: "" }));
  expect(refused).toMatchObject({ status: 507 });
  expect(refused.message).toMatch(/disk is full or cannot be written.*Nothing was changed/);
  expect((await stage.workplace.readTeam(tenant, team.id))?.name).toBe("Arkel");
  const options = { port: 0, host: "127.0.0.1" as const, catalogApps: [], verifyToken: () => Promise.reject(new Error("no")) };
  await expect(startLocalGraph({ ...options, directory: stage.directory })).rejects.toThrow(
    `cannot use its folder ${stage.directory}`,
  );
  rmSync(stage.directory);
  const { mkdirSync } = await import("node:fs");
  mkdirSync(stage.directory);
  await stage.workplace.renameTeam(tenant, team.id, { name: "Heel", description: "" });
  await stage.restart();
  expect((await stage.workplace.readTeam(tenant, team.id))?.name).toBe("Heel");
});
