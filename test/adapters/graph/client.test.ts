import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { checkGraph, clientCredentialTokens, GraphRefused, openGraph } from "../../../src/adapters/graph/index.ts";
import { OutcomeUnknown } from "../../../src/provisioning/workplace.ts";
import { catalogApp, externalId, granted, openStage, type Stage, virtualTime } from "../../provisioning/stage.ts";

const tenant = "5b1f3c1e-0000-4000-8000-000000000002";
let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** Lets the first `count` requests to a path go wrong. */
function failing(count: number, path: string, fault: ReturnType<Stage["faults"]["rule"]>) {
  let left = count;
  stage.faults.rule = (request) => (request.path.startsWith(path) && left-- > 0 ? fault : undefined);
}

const aTeam = (ownerId: string) => ({
  name: "Arkel",
  description: "Plein [kernplein:test/arkel]",
  firstChannel: "Algemeen",
  ownerId,
});

async function anOwner(): Promise<string> {
  return (await stage.seed(tenant, ["officier@gemeente.example"])).get("officier@gemeente.example") ?? "";
}

async function readyTeam(): Promise<string> {
  const being = await stage.workplace.makeTeam(tenant, aTeam(await anOwner()));
  return (await stage.workplace.awaitTeam(tenant, being)).id;
}

test.each([502, 503, 504] as const)("a read that meets %i is tried again", async (status) => {
  failing(3, "/appCatalogs", { status });
  expect(await stage.workplace.findApp(tenant, externalId)).toMatchObject({ permissions: catalogApp.resourceSpecific });
  expect(stage.sent.map((request) => request.status)).toEqual([status, status, status, 200]);
});

test("Retry-After of a 429 is waited out to the end", async () => {
  failing(1, "/appCatalogs", { status: 429, retryAfter: 17 });
  await stage.workplace.findApp(tenant, externalId);
  const [first, second] = stage.sent;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(17_000);
});

test("a cut line is tried again; one that stays cut ends with the error", async () => {
  failing(2, "/appCatalogs", "cut");
  expect(await stage.workplace.findApp(tenant, externalId)).not.toBeNull();
  stage.faults.rule = () => "cut";
  await expect(stage.workplace.findApp(tenant, externalId)).rejects.toThrow();
  expect(stage.sent.length).toBeLessThan(15);
});

test.each(["lost", "cut", { status: 502 }, { status: 503 }] as const)(
  "asking for a team is never repeated blindly: %p",
  async (fault) => {
    const ownerId = await anOwner();
    failing(1, "/teams", fault);
    await expect(stage.workplace.makeTeam(tenant, aTeam(ownerId))).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(stage.sent.filter(({ method, url }) => method === "POST" && url.endsWith("/teams"))).toHaveLength(1);
  },
);

test("a team that Graph throttles is asked for again, since a 429 made nothing", async () => {
  const ownerId = await anOwner();
  failing(1, "/teams", { status: 429, retryAfter: 3 });
  expect(await stage.workplace.makeTeam(tenant, aTeam(ownerId))).toMatchObject({
    teamId: expect.any(String),
    operation: expect.any(String),
  });
});

test("the moment of sending is told each time a team is asked for, after the wait; what cannot be written down is not sent", async () => {
  const ownerId = await anOwner();
  failing(1, "/teams", { status: 429, retryAfter: 40 });
  const told: number[] = [];
  const sending = async () => void told.push(stage.time.now());
  await stage.workplace.makeTeam(tenant, aTeam(ownerId), sending);
  expect(told).toHaveLength(2);
  expect((told[1] ?? 0) - (told[0] ?? 0)).toBeGreaterThanOrEqual(40_000);
  const asked = stage.sent.length;
  const failure = new Error("The database is gone.");
  await expect(stage.workplace.makeTeam(tenant, aTeam(ownerId), () => Promise.reject(failure))).rejects.toBe(failure);
  expect(stage.sent).toHaveLength(asked);
});

test("the operation of a new team is looked at more than 30 seconds apart, and the id is waited for until it answers", async () => {
  const being = await stage.workplace.makeTeam(tenant, aTeam(await anOwner()));
  expect(await stage.workplace.readTeam(tenant, being.teamId)).toBeNull();
  const team = await stage.workplace.awaitTeam(tenant, being);
  expect(team).toMatchObject({
    name: "Arkel",
    url: expect.stringContaining(being.teamId),
    mainChannelId: expect.stringMatching(/^19:/),
  });
  const polls = stage.sent.filter(({ url }) => url.includes("operations")).map(({ at }) => at);
  for (const [index, at] of polls.entries()) if (index > 0) expect(at - (polls[index - 1] ?? 0)).toBeGreaterThan(30_000);
});

test("Graph's refusal comes out with status, code and sentence, and without the token", async () => {
  const poor = await openStage({ roles: ["User.Invite.All"] });
  try {
    const error = await poor.workplace.findApp(tenant, externalId).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GraphRefused);
    expect(error).toMatchObject({ status: 403, code: "Authorization_RequestDenied" });
    expect(String((error as Error).message)).toContain("AppCatalog.Read.All");
    expect(JSON.stringify(poor.sent)).not.toContain("Bearer");
  } finally {
    await poor.close();
  }
});

test("installing twice is installing once, and a repeated channel name leads to null", async () => {
  const teamId = await readyTeam();
  const app = await stage.workplace.findApp(tenant, externalId);
  if (!app) throw new Error("no app");
  await stage.workplace.installApp(tenant, teamId, app);
  await stage.workplace.installApp(tenant, teamId, app);
  expect(await stage.workplace.hasApp(tenant, teamId, app)).toBe(true);
  const channel = { name: "Voorstellen", description: "" };
  expect(await stage.workplace.makeChannel(tenant, teamId, channel)).toMatchObject({ name: "Voorstellen" });
  expect(await stage.workplace.makeChannel(tenant, teamId, channel)).toBeNull();
});

test("450 members go in three calls, and who stays unknown is named", async () => {
  const teamId = await readyTeam();
  const people = await stage.seed(
    tenant,
    Array.from({ length: 449 }, (_, index) => `lid${index}@gemeente.example`),
  );
  const nobody = "00000000-0000-4000-8000-000000000000";
  const failed = await stage.workplace.addMembers(tenant, teamId, [...people.values(), nobody]);
  expect([...failed.keys()]).toEqual([nobody]);
  const calls = stage.sent.filter(({ url }) => url.endsWith("/members/add"));
  expect(calls.map(({ body }) => (body as { values: unknown[] }).values.length).slice(0, 3)).toEqual([200, 200, 50]);
});

test("a plain member becomes owner, and somebody who is gone already can be taken out", async () => {
  const teamId = await readyTeam();
  const id = (await stage.seed(tenant, ["tweede@gemeente.example"])).get("tweede@gemeente.example") ?? "";
  await stage.workplace.addMember(tenant, teamId, id);
  await stage.time.sleep(120_000);
  await stage.workplace.addOwner(tenant, teamId, id);
  expect(await stage.workplace.listOwners(tenant, teamId)).toContain(id);
  expect(await stage.workplace.removeMember(tenant, teamId, id)).toBe(true);
  expect(await stage.workplace.removeMember(tenant, teamId, id)).toBe(false);
});

test("people are found twenty a batch, apostrophes included, and failed parts are asked again", async () => {
  const emails = Array.from({ length: 44 }, (_, index) => `d'officier${index}@gemeente.example`);
  await stage.seed(tenant, emails);
  const found = await stage.workplace.findPeople(tenant, [...emails, "niemand@gemeente.example"]);
  expect(found.size).toBe(44);
  expect(stage.sent.filter(({ url }) => url.endsWith("/$batch"))).toHaveLength(3);
});

test("parts of a batch that were throttled are asked again, and only those", async () => {
  const asked: string[][] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { requests } = JSON.parse(Buffer.concat(chunks).toString()) as { requests: { id: string; url: string }[] };
    asked.push(requests.map(({ id }) => id));
    const responses = requests.map(({ id }) =>
      id === "1" && asked.length === 1
        ? { id, status: 429, headers: { "Retry-After": "5" }, body: {} }
        : { id, status: 200, body: { value: [{ id: `user-${id}`, userPrincipalName: "x" }] } },
    );
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ responses }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const time = virtualTime();
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const graph = openGraph({ origin, tokens: async () => "token", time });
    const { findPeople } = await import("../../../src/adapters/graph/find-people.ts");
    const began = time.now();
    expect((await findPeople(graph, tenant, ["a@x.example", "b@x.example", "c@x.example"])).size).toBe(3);
    expect(asked).toEqual([["0", "1", "2"], ["1"]]);
    expect(time.now() - began).toBeGreaterThanOrEqual(5000);
  } finally {
    server.close();
  }
});

test("a next page that leads outside Graph is not followed with our token", async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ value: [], "@odata.nextLink": "https://kwaad.example/v1.0/teams" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const graph = openGraph({ origin, tokens: async () => "token" });
    await expect(graph.list({ tenant, path: "/teams" })).rejects.toThrow("outside itself");
  } finally {
    server.close();
  }
});

test("tokens are asked per tenant by client credentials, kept while valid, and never shared between tenants", async () => {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString();
    asked.push(`${request.url} ${new URLSearchParams(body).get("scope")}`);
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ access_token: `token for ${request.url}`, expires_in: 3600 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const tokens = clientCredentialTokens({ authority, clientId: "app", clientSecret: "secret" });
    const given = [await tokens("one"), await tokens("two"), await tokens("one")];
    expect(given).toEqual(["token for /one/oauth2/v2.0/token", "token for /two/oauth2/v2.0/token", given[0]]);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain("https://graph.microsoft.com/.default");
  } finally {
    server.close();
  }
});

test("the adapter tests itself: all well, a permission missing, the app not uploaded, no token", async () => {
  const options = { tenant, permissions: granted, externalId };
  expect((await checkGraph(stage.graph, options)).every(({ ok }) => ok)).toBe(true);
  const absent = await checkGraph(stage.graph, { ...options, externalId: "another" });
  expect(absent.at(-1)).toMatchObject({ name: "app-in-catalogue", ok: false, detail: expect.stringContaining("Upload") });
  const poor = await openStage({ roles: granted.slice(1) });
  try {
    const checks = await checkGraph(poor.graph, options);
    expect(checks.find(({ name }) => name === "permissions")).toMatchObject({
      ok: false,
      detail: expect.stringContaining("Team.Create"),
    });
  } finally {
    await poor.close();
  }
  const graph = openGraph({ tokens: () => Promise.reject(new Error("AADSTS65001.")) });
  expect(await checkGraph(graph, options)).toMatchObject([
    { name: "token", ok: false, detail: expect.stringContaining("admin consent") },
  ]);
});
