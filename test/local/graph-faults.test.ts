/** Faults by share through the loopback door and the command, and what the local Graph keeps and refuses. */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, jest, test } from "@jest/globals";
import { UnsecuredJWT } from "jose";
import { type LocalGraph, startLocalGraph } from "../../src/local/graph/index.ts";
import { localFaults } from "../../src/wiring/local-command.ts";
import { noteRunning } from "../../src/wiring/running.ts";

const tenant = randomUUID();
let folder: string;
let graph: LocalGraph;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kernplein-"));
  process.env.LOCAL_FOLDER = folder;
  // A state as an earlier version kept it.
  mkdirSync(join(folder, "graph"));
  const team = {
    id: "oud",
    internalId: "19:a@thread.tacv2",
    displayName: "Oud",
    description: null,
    visibility: "private",
    settings: {},
    createdAt: 0,
    visibleAt: 0,
  };
  const kept = {
    ...team,
    channels: [],
    installedApps: [{ id: "i", appId: "a", consented: [] }],
    operations: [{ id: "o", createdAt: 0, doneAt: 1 }],
    members: [],
  };
  const user = {
    id: randomUUID(),
    displayName: "Jan",
    mail: "jan@gemeente.example",
    userPrincipalName: "jan@gemeente.example",
    userType: "Member",
    externalUserState: null,
    inviteRedirectUrl: null,
    createdDateTime: "2026-01-01T00:00:00Z",
  };
  writeFileSync(join(folder, "graph", `${tenant}.json`), JSON.stringify({ id: tenant, users: [user], teams: [kept] }));
  graph = await startLocalGraph({
    directory: join(folder, "graph"),
    port: 0,
    host: "127.0.0.1",
    catalogApps: [],
    verifyToken: async (bearer) => UnsecuredJWT.decode<{ tid: string; roles: string[] }>(bearer).payload,
  });
  noteRunning(folder, { pid: process.pid, origin: "http://localhost:1", graphUrl: graph.url });
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
  delete process.env.LOCAL_FOLDER;
});
afterEach(() => graph.faults.off());

const token = new UnsecuredJWT({
  tid: tenant,
  roles: ["User.Read.All", "Team.ReadBasic.All", "TeamsAppInstallation.Read.All"],
}).encode();
const ask = (path: string) => fetch(`${graph.url}/v1.0${path}`, { headers: { Authorization: `Bearer ${token}` } });
/** The status, or 0 when the line was cut. */
const outcome = (path: string) =>
  ask(path).then(
    async (answer) => {
      await answer.text();
      return answer.status;
    },
    () => 0,
  );

async function outcomes(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push(await outcome("/users"));
  return found;
}

async function said(work: Promise<void>, log: ReturnType<typeof jest.spyOn>): Promise<string> {
  await work;
  return String(log.mock.calls.at(-1)?.[0]);
}

test("a share of the requests goes wrong in the ways asked for, the same ones for the same seed, until it is switched off", async () => {
  graph.faults.set({ share: 0.5, kinds: ["429", "503", "reset"], seed: 7 });
  const first = await outcomes(60);
  graph.faults.set({ share: 0.5, kinds: ["429", "503", "reset"], seed: 7 });
  expect(await outcomes(60)).toEqual(first);
  expect(new Set(first)).toEqual(new Set([0, 200, 429, 503]));
  expect(first.filter((status) => status !== 200).length).toBeGreaterThan(20);
  graph.faults.off();
  expect(new Set(await outcomes(20))).toEqual(new Set([200]));
});

test("a slow answer is late and whole; a lost one is cut after the work", async () => {
  graph.faults.set({ share: 1, kinds: ["slow"], slowMs: 120 });
  const began = performance.now();
  expect(await outcome("/users")).toBe(200);
  expect(performance.now() - began).toBeGreaterThan(110);
  graph.faults.set({ share: 1, kinds: ["lost"] });
  expect(await outcome("/users")).toBe(0);
});

test("kernplein local faults switches them on and off in the running app, and tells what is on", async () => {
  const log = jest.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    expect(await said(localFaults(undefined, {}), log)).toBe("No faults are switched on.");
    expect(await said(localFaults(undefined, { share: "0.3", kinds: "429,lost", seed: "5" }), log)).toBe(
      "30% of the requests go wrong: 429, lost (seed 5).",
    );
    await outcomes(10);
    expect(await said(localFaults(undefined, { json: true }), log)).toContain('"requests": 10');
    expect(await said(localFaults("off", {}), log)).toBe("No faults are switched on.");
  } finally {
    log.mockRestore();
  }
});

test.each([
  ["no number", undefined, { share: "vaak" }, "--share must be a number"],
  ["more than all", undefined, { share: "1.5" }, "--share must be a number"],
  ["an unknown kind", undefined, { share: "0.1", kinds: "429,brand" }, "unknown brand; there are 429,502"],
  ["kinds without a share", undefined, { kinds: "429" }, "Add --share"],
  ["another word", "uit", {}, 'Write "off"'],
  ["both", "off", { share: "0.1" }, "not both"],
] as const)("a wrong use (%s) is a sentence, and nothing is switched on", async (_what, word, options, sentence) => {
  await expect(localFaults(word, options)).rejects.toThrow(sentence);
  expect(graph.faults.shown()).toBeNull();
});

test("without a running app, or with wrong faults at the door, nothing is switched on", async () => {
  rmSync(join(folder, "running.json"));
  await expect(localFaults(undefined, { share: "0.1" })).rejects.toThrow("npm start");
  noteRunning(folder, { pid: process.pid, origin: "http://localhost:1", graphUrl: graph.url });
  for (const body of [{ share: 2, kinds: ["429"] }, { share: 0.1, kinds: [] }, { share: 0.1, kinds: ["brand"] }, { aan: true }]) {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(`${graph.url}/local/faults`, { method: "POST", headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(400);
  }
  expect(graph.faults.shown()).toBeNull();
});

test("the state of an earlier version is read: its accounts are in the delta, its apps are older than any version", async () => {
  const users = (await (await ask("/users/delta?$select=id,mail")).json()) as { value: { mail: string }[] };
  expect(users.value.map(({ mail }) => mail)).toEqual(["jan@gemeente.example"]);
  const operation = (await (await ask("/teams/oud/operations/o")).json()) as Record<string, unknown>;
  expect(operation).toMatchObject({ operationType: "createTeam", targetResourceLocation: "/teams('oud')", status: "succeeded" });
});

test("an expired or missing token gets 401 and the reason", async () => {
  const answer = await fetch(`${graph.url}/v1.0/users`, { headers: { Authorization: "Bearer rommel" } });
  expect(answer.status).toBe(401);
  expect(((await answer.json()) as { error: { code: string } }).error.code).toBe("InvalidAuthenticationToken");
});
