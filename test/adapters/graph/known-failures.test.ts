/**
 * Failures of Microsoft Graph that others have met. Each is provoked in the local Graph, and the adapter gets past it. The names are
 * those of the list the adapter was built from.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkGraph, openGraph } from "../../../src/adapters/graph/index.ts";
import { OutcomeUnknown, TeamFailed } from "../../../src/provisioning/workplace.ts";
import { catalogApp, externalId, granted, openStage, type Stage, type StageOptions } from "../../provisioning/stage.ts";
import { byHand, furnishedTeam } from "./by-hand.ts";

let tenant: string;
let stage: Stage;

async function restage(options: StageOptions): Promise<void> {
  await stage.close();
  stage = await openStage(options);
}

beforeEach(async () => {
  tenant = randomUUID();
  stage = await openStage();
});
afterEach(() => stage.close());

const officer = "officier@gemeente.example";
const aTeam = async () => ({
  name: "Arkel",
  description: "Plein [kernplein:test/arkel]",
  firstChannel: "Algemeen",
  ownerId: (await stage.seed(tenant, [officer])).get(officer) ?? "",
});
const posts = (path: string) => stage.sent.filter(({ method, url }) => method === "POST" && url.endsWith(path));
const minutes = (count: number) => count * 60_000;

describe("making teams", () => {
  test("group less than 15 minutes old: the team call answers 404, and is waited for up to 20 minutes, not three times", async () => {
    await restage({ pace: { operationMs: 8000, visibleAfterMs: minutes(17) } });
    const being = await stage.workplace.makeTeam(tenant, await aTeam());
    const began = stage.time.now();
    const team = await stage.workplace.awaitTeam(tenant, being);
    expect(team.id).toBe(being.teamId);
    expect(stage.time.now() - began).toBeGreaterThan(minutes(16));
    expect(stage.sent.filter(({ status }) => status === 404).length).toBeGreaterThan(10);
  });

  test("operation says succeeded, GET team is still 404 for seconds", async () => {
    const being = await stage.workplace.makeTeam(tenant, await aTeam());
    await stage.time.sleep(10_000);
    const operation = await byHand<{ status: string }>(stage, tenant, "GET", being.operation ?? "");
    const early = await byHand(stage, tenant, "GET", `/teams/${being.teamId}`);
    expect([operation.body.status, early.status]).toEqual(["succeeded", 404]);
    expect((await stage.workplace.awaitTeam(tenant, being)).name).toBe("Arkel");
  });

  test("sporadic 404 on a fresh team, still in July 2026: everything done in it waits and goes on", async () => {
    const { team, app } = await furnishedTeam(stage, tenant, externalId);
    let count = 0;
    stage.faults.rule = ({ path }) => (path.startsWith(`/teams/${team.id}/`) && ++count % 2 === 1 ? { status: 404 } : undefined);
    await stage.workplace.installApp(tenant, team.id, app);
    expect(await stage.workplace.hasApp(tenant, team.id, app)).toBe(true);
    const channel = await stage.workplace.makeChannel(tenant, team.id, { name: "Voorstellen", description: "" });
    expect((await stage.workplace.listChannels(tenant, team.id)).map(({ name }) => name)).toEqual(["Algemeen", "Voorstellen"]);
    const tab = {
      name: "Plein",
      entityId: "plein",
      contentUrl: "https://kernplein.example/",
      websiteUrl: "https://kernplein.example/",
    };
    await stage.workplace.pinTab(tenant, team.id, channel?.id ?? "", app, tab);
    expect(await stage.workplace.listTabs(tenant, team.id, channel?.id ?? "", app)).toHaveLength(1);
    expect(await stage.workplace.listOwners(tenant, team.id)).toHaveLength(1);
    expect(count).toBeGreaterThan(12);
  });

  test("second create gives 409 'provisioning already in progress': never posted again blindly", async () => {
    stage.faults.rule = ({ method, path }) => (method === "POST" && path === "/teams" ? { status: 409 } : undefined);
    await expect(stage.workplace.makeTeam(tenant, await aTeam())).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(posts("/teams")).toHaveLength(1);
  });

  test.each(["lost", { status: 504, done: true }, { status: 502, done: true }] as const)(
    "POST /teams has no idempotency key and displayName is not unique: with the answer gone (%p) the team is found by its marker",
    async (fault) => {
      const order = await aTeam();
      stage.faults.rule = ({ method, path }) => (method === "POST" && path === "/teams" ? fault : undefined);
      await expect(stage.workplace.makeTeam(tenant, order)).rejects.toBeInstanceOf(OutcomeUnknown);
      stage.faults.rule = () => undefined;
      // Somebody else's team of the same name is no match.
      await stage.workplace.makeTeam(tenant, { ...order, description: "Volleybal" });
      await stage.time.sleep(minutes(5));
      const found = await stage.workplace.findTeams(tenant, "Arkel", "[kernplein:test/arkel]");
      expect(found).toHaveLength(1);
      const all = await byHand<{ value: unknown[] }>(stage, tenant, "GET", "/teams?$filter=displayName eq 'Arkel'");
      expect(all.body.value).toHaveLength(2);
    },
  );

  test("an operation that ends as failed is told, and leaves no team behind", async () => {
    stage.faults.rule = ({ method, path }) => (method === "POST" && path === "/teams" ? "operation-fails" : undefined);
    const being = await stage.workplace.makeTeam(tenant, await aTeam());
    await expect(stage.workplace.awaitTeam(tenant, being)).rejects.toBeInstanceOf(TeamFailed);
    expect(await stage.workplace.readTeam(tenant, being.teamId)).toBeNull();
  });

  test("SharePoint site is made in the background without a ready signal: files are not touched at provisioning", async () => {
    const { team } = await furnishedTeam(stage, tenant, externalId);
    const folder = `/teams/${team.id}/channels/${encodeURIComponent(team.mainChannelId ?? "")}/filesFolder`;
    const early = await byHand<{ error: { message: string } }>(stage, tenant, "GET", folder);
    expect([early.status, early.body.error.message]).toEqual([404, "Folder location for channel is not ready yet."]);
    await stage.time.sleep(minutes(20));
    expect((await byHand(stage, tenant, "GET", folder)).status).toBe(200);
    expect(stage.sent.filter(({ url }) => /drive|sites|filesFolder/i.test(url))).toEqual([]);
  });
});

describe("the app", () => {
  test("new catalog app may take hours to be readable by Graph: said to be waited for, and found later", async () => {
    await restage({ apps: [{ ...catalogApp, shownFrom: Date.parse("2026-11-22T12:00:00Z") + minutes(240) }] });
    expect(await stage.workplace.findApp(tenant, externalId)).toBeNull();
    const checks = await checkGraph(stage.graph, { tenant, permissions: granted, externalId });
    expect(checks.at(-1)).toMatchObject({ name: "app-in-catalogue", ok: false, detail: expect.stringContaining("hours") });
    await stage.time.sleep(minutes(241));
    expect(await stage.workplace.findApp(tenant, externalId)).toMatchObject({ version: "1.0.0" });
  });

  test("install gives 409 already installed: counts as success", async () => {
    const { team, app } = await furnishedTeam(stage, tenant, externalId);
    await stage.workplace.installApp(tenant, team.id, app);
    expect(posts("/installedApps").map(({ status }) => status)).toEqual([201, 409]);
  });
});

describe("members", () => {
  test("bulk add ignores the owner role silently: owners are added singly, read back, and promoted with PATCH", async () => {
    const { team } = await furnishedTeam(stage, tenant, externalId);
    const people = await stage.seed(tenant, ["een@gemeente.example", "twee@gemeente.example"]);
    const [een = "", twee = ""] = people.values();
    const owner = (id: string) => ({
      "@odata.type": "#microsoft.graph.aadUserConversationMember",
      roles: ["owner"],
      "user@odata.bind": `${stage.url}/v1.0/users('${id}')`,
    });
    await byHand(stage, tenant, "POST", `/teams/${team.id}/members/add`, { values: [owner(een)] });
    await stage.time.sleep(minutes(5));
    expect(await stage.workplace.listOwners(tenant, team.id)).not.toContain(een);
    for (const id of [een, twee]) await stage.workplace.addOwner(tenant, team.id, id);
    await stage.time.sleep(minutes(5));
    expect(await stage.workplace.listOwners(tenant, team.id)).toEqual(expect.arrayContaining([een, twee]));
    expect(posts("/members/add")).toEqual([]);
  });

  test("guest added via /groups/…/members is not visible in Teams for 1–6 h: /teams/{id}/members is used, which heals it too", async () => {
    const { team } = await furnishedTeam(stage, tenant, externalId);
    const invited = await stage.workplace.invite(tenant, {
      email: "anna@voorbeeld.example",
      name: "Anna",
      landingUrl: "https://kernplein.example/",
    });
    const anna = "personId" in invited ? invited.personId : "";
    await stage.time.sleep(minutes(1));
    const reference = { "@odata.id": `${stage.url}/v1.0/directoryObjects/${anna}` };
    expect((await byHand(stage, tenant, "POST", `/groups/${team.id}/members/$ref`, reference)).status).toBe(204);
    await stage.time.sleep(minutes(60));
    const ids = async () => (await stage.workplace.listMembers(tenant, team.id)).map(({ id }) => id);
    expect(await ids()).not.toContain(anna);
    await stage.workplace.addMember(tenant, team.id, anna);
    await stage.time.sleep(minutes(2));
    expect(await ids()).toContain(anna);
    expect(stage.sent.filter(({ url }) => url.includes("/groups"))).toEqual([]);
  });

  test("guest added through the API gets no welcome mail: the redeem link and the team's link come back for our own", async () => {
    const { team } = await furnishedTeam(stage, tenant, externalId);
    const invited = await stage.workplace.invite(tenant, {
      email: "anna@voorbeeld.example",
      name: "Anna",
      landingUrl: "https://kernplein.example/",
    });
    expect(posts("/invitations")[0]?.body).toMatchObject({ sendInvitationMessage: false });
    expect(invited).toMatchObject({ redeemUrl: expect.stringMatching(/^http/) });
    expect(team.url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/team\/.*tenantId=/);
  });

  test("GET members?$filter=roles…owner may give 400: all are read and filtered here", async () => {
    const { team, ownerId } = await furnishedTeam(stage, tenant, externalId);
    const filter = "$filter=microsoft.graph.aadUserConversationMember/roles/any(r:r eq 'owner')";
    expect((await byHand(stage, tenant, "GET", `/teams/${team.id}/members?${filter}`)).status).toBe(400);
    expect(await stage.workplace.listOwners(tenant, team.id)).toEqual([ownerId]);
  });

  test("a guest made a moment ago is unknown to Teams: singly and in bulk it is tried again", async () => {
    const { team } = await furnishedTeam(stage, tenant, externalId);
    const invite = async (email: string) => {
      const invited = await stage.workplace.invite(tenant, { email, name: "Gast", landingUrl: "https://kernplein.example/" });
      return "personId" in invited ? invited.personId : "";
    };
    await stage.workplace.addMember(tenant, team.id, await invite("een@voorbeeld.example"));
    const failed = await stage.workplace.addMembers(tenant, team.id, [await invite("twee@voorbeeld.example")]);
    expect(failed.size).toBe(0);
    expect(stage.sent.some(({ status }) => status === 404) && stage.sent.some(({ status }) => status === 207)).toBe(true);
  });
});

describe("limits", () => {
  test("$batch parts are throttled inside, and the SDK does not retry those: they are asked again", async () => {
    const emails = Array.from({ length: 40 }, (_, index) => `lid${index}@gemeente.example`);
    await stage.seed(tenant, emails);
    const url = `${stage.url}/local/faults`;
    const headers = { "Content-Type": "application/json" };
    await fetch(url, { method: "POST", headers, body: JSON.stringify({ share: 0.3, kinds: ["429", "503"], seed: 3 }) });
    expect((await stage.workplace.findPeople(tenant, emails)).size).toBe(40);
    const { struck } = (await (await fetch(url)).json()) as { struck: number };
    expect(struck).toBeGreaterThan(5);
  });

  test("users delta link older than 30 days is rejected: everybody is read anew", async () => {
    await stage.workplace.invite(tenant, {
      email: "anna@voorbeeld.example",
      name: "Anna",
      landingUrl: "https://kernplein.example/",
    });
    const { link } = await stage.workplace.guestChanges(tenant, null);
    expect((await stage.workplace.guestChanges(tenant, link)).changes).toEqual([]);
    await stage.time.sleep(minutes(31 * 24 * 60));
    const anew = await stage.workplace.guestChanges(tenant, link);
    expect(anew.changes).toMatchObject([{ email: "anna@voorbeeld.example", state: "pending" }]);
    expect(stage.sent.some(({ status }) => status === 410)).toBe(true);
  });
});

describe("secrets and identity", () => {
  test("tokens are kept per tenant and never shared across: a token of another tenant is not even sent", async () => {
    const other = randomUUID();
    const mixed = openGraph({
      origin: stage.url,
      tokens: () => stage.graph.tokens(other),
      time: stage.time,
      record: (sent) => stage.sent.push(sent),
    });
    await expect(mixed.call({ tenant, method: "GET", path: "/teams" })).rejects.toThrow(
      `for tenant ${other} and not for ${tenant}`,
    );
    expect(stage.sent).toEqual([]);
  });

  test("consent that was never given ends at once with what the administrator must do", async () => {
    const denied = Object.assign(new Error("AADSTS65001: The user or administrator has not consented."), { statusCode: 400 });
    const { TokenDenied } = await import("../../../src/adapters/graph/token-source.ts");
    const graph = openGraph({ tokens: () => Promise.reject(new TokenDenied(denied.message)), time: stage.time });
    const began = stage.time.now();
    await expect(graph.call({ tenant, method: "GET", path: "/teams" })).rejects.toThrow(
      /administrator give consent.*AADSTS65001/,
    );
    expect(stage.time.now()).toBe(began);
  });

  test("no secret: Entra is asked with a certificate or with the managed identity that the app trusts, and with nothing else", () => {
    const source = readFileSync(new URL("../../../src/adapters/graph/token-source.ts", import.meta.url), "utf8");
    const credentials = new Set(source.match(/new \w+Credential\(/g));
    expect([...credentials].sort()).toEqual([
      "new ClientAssertionCredential(",
      "new ClientCertificateCredential(",
      "new ManagedIdentityCredential(",
    ]);
  });
});
