/** Renaming, archiving, upgrading, removing, and guests who come and go, through the adapter and read back by hand. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { WorkplaceApp, WorkplaceTeam } from "../../../src/provisioning/workplace.ts";
import { catalogApp, externalId, openStage, type Stage } from "../../provisioning/stage.ts";
import { byHand, furnishedTeam } from "./by-hand.ts";

let tenant: string;
let stage: Stage;
let team: WorkplaceTeam;
let app: WorkplaceApp;
let ownerId: string;
const apps = [{ ...catalogApp }];

beforeEach(async () => {
  tenant = randomUUID();
  apps[0] = { ...catalogApp };
  stage = await openStage({ apps });
  ({ team, app, ownerId } = await furnishedTeam(stage, tenant, externalId));
});
afterEach(() => stage.close());

const minute = 60_000;
const landingUrl = "https://kernplein.example/welkom";

async function aChannel(name = "Dorpsoverleg"): Promise<string> {
  return (await stage.workplace.makeChannel(tenant, team.id, { name, description: "" }))?.id ?? "";
}

async function aGuest(email: string): Promise<string> {
  const invited = await stage.workplace.invite(tenant, { email, name: "Anna", landingUrl });
  await stage.time.sleep(minute);
  return "personId" in invited ? invited.personId : "";
}

test("a team takes another name and description, and both are read back", async () => {
  await stage.workplace.renameTeam(tenant, team.id, { name: "Arkel en Rietveld", description: "Nieuw [kernplein:test/arkel]" });
  expect(await stage.workplace.readTeam(tenant, team.id)).toMatchObject({
    name: "Arkel en Rietveld",
    description: "Nieuw [kernplein:test/arkel]",
    archived: false,
  });
});

test("archiving a team takes a while and is waited for; it is read-only, members can still change, and it can be undone", async () => {
  await stage.workplace.archiveTeam(tenant, team.id);
  expect((await stage.workplace.readTeam(tenant, team.id))?.archived).toBe(true);
  await expect(stage.workplace.makeChannel(tenant, team.id, { name: "Te laat", description: "" })).rejects.toThrow("archived");
  await stage.workplace.addMember(tenant, team.id, await aGuest("anna@voorbeeld.example"));
  await stage.workplace.archiveTeam(tenant, team.id);
  await stage.workplace.unarchiveTeam(tenant, team.id);
  expect((await stage.workplace.readTeam(tenant, team.id))?.archived).toBe(false);
  expect(await aChannel("Weer open")).not.toBe("");
});

test.each(["lost", { status: 503 }, { status: 429, retryAfter: 2 }, { status: 409 }] as const)(
  "archiving with %p on the way ends archived, once",
  async (fault) => {
    let left = 0;
    stage.faults.rule = ({ path }) => (path.endsWith("/archive") && left-- > 0 ? fault : undefined);
    if (fault !== "lost" && "status" in fault && fault.status === 409) {
      // Somebody else asked at the same moment.
      await byHand(stage, tenant, "POST", `/teams/${team.id}/archive`, {});
    }
    left = 1;
    await stage.workplace.archiveTeam(tenant, team.id);
    expect((await stage.workplace.readTeam(tenant, team.id))?.archived).toBe(true);
  },
);

test("an archiving that Microsoft gives up on is told", async () => {
  stage.faults.rule = ({ path }) => (path.endsWith("/archive") ? "operation-fails" : undefined);
  await expect(stage.workplace.archiveTeam(tenant, team.id)).rejects.toThrow("Failed to execute the operation");
});

test("a channel is renamed and archived and comes back; the first channel stays", async () => {
  const id = await aChannel();
  await stage.workplace.renameChannel(tenant, team.id, id, { name: "Dorpsberaad", description: "Nieuwe naam" });
  await stage.workplace.archiveChannel(tenant, team.id, id);
  const seen = async () => (await stage.workplace.listChannels(tenant, team.id)).find((one) => one.id === id);
  expect(await seen()).toEqual({ id, name: "Dorpsberaad", archived: true });
  await stage.workplace.unarchiveChannel(tenant, team.id, id);
  expect(await seen()).toMatchObject({ archived: false });
  await expect(stage.workplace.archiveChannel(tenant, team.id, team.mainChannelId ?? "")).rejects.toThrow("General channel");
  await expect(stage.workplace.renameChannel(tenant, team.id, id, { name: "'t Zand", description: "" })).rejects.toThrow(
    "invalid characters",
  );
});

test("the name of a channel deleted by hand stays taken for thirty days", async () => {
  const id = await aChannel();
  await byHand(stage, tenant, "DELETE", `/teams/${team.id}/channels/${encodeURIComponent(id)}`);
  expect(await aChannel()).toBe("");
  await stage.time.sleep(31 * 24 * 60 * minute);
  expect(await aChannel()).not.toBe("");
});

test("a tab is taken away, and once more without harm", async () => {
  const id = await aChannel();
  const order = { name: "Plein", entityId: "plein", contentUrl: landingUrl, websiteUrl: landingUrl };
  const tab = await stage.workplace.pinTab(tenant, team.id, id, app, order);
  await stage.workplace.removeTab(tenant, team.id, id, tab.id);
  await stage.workplace.removeTab(tenant, team.id, id, tab.id);
  expect(await stage.workplace.listTabs(tenant, team.id, id, app)).toEqual([]);
});

test("a newer app in the catalogue is seen and installed with consent to exactly what it asks for", async () => {
  expect(await stage.workplace.installedApp(tenant, team.id, app)).toMatchObject({ version: "1.0.0" });
  apps[0] = { ...catalogApp, version: "1.1.0", resourceSpecific: [...catalogApp.resourceSpecific, "TeamMember.Read.Group"] };
  const newer = (await stage.workplace.findApp(tenant, externalId)) ?? app;
  const installed = await stage.workplace.installedApp(tenant, team.id, newer);
  expect([newer.version, installed?.version]).toEqual(["1.1.0", "1.0.0"]);
  const old = { ...newer, permissions: app.permissions };
  await expect(stage.workplace.upgradeApp(tenant, team.id, old, installed?.installationId ?? "")).rejects.toThrow("do not equal");
  await stage.workplace.upgradeApp(tenant, team.id, newer, installed?.installationId ?? "");
  expect(await stage.workplace.installedApp(tenant, team.id, newer)).toMatchObject({ version: "1.1.0" });
  expect(await stage.workplace.installedApp(tenant, team.id, { ...newer, id: randomUUID() })).toBeNull();
});

test("on one's own machine addresses go to Graph with https, which alone it takes, and the redeem page leads back to http", async () => {
  const local = "http://localhost:3978/welkom";
  const tab = { name: "Plein", entityId: "plein", contentUrl: local, websiteUrl: local };
  await stage.workplace.pinTab(tenant, team.id, team.mainChannelId ?? "", app, tab);
  const invited = await stage.workplace.invite(tenant, { email: "anna@voorbeeld.example", name: "Anna", landingUrl: local });
  const sent = JSON.stringify(stage.sent.map(({ body }) => body));
  expect(sent.match(/https?:\/\/localhost:3978/g)).toEqual(Array(3).fill("https://localhost:3978"));
  const link = "redeemUrl" in invited ? invited.redeemUrl : "";
  const secret = /name="secret" value="([^"]+)"/.exec(await (await fetch(link)).text())?.[1] ?? "";
  const form = new URLSearchParams({ secret, answer: "accept" });
  const answer = await fetch(link, { method: "POST", body: form, redirect: "manual" });
  expect(answer.headers.get("Location")).toBe(local);
});

test("members are listed with role and address and counted; the last owner cannot go", async () => {
  const anna = await aGuest("Anna@voorbeeld.example");
  await stage.workplace.addMember(tenant, team.id, anna);
  await stage.time.sleep(2 * minute);
  expect(await stage.workplace.listMembers(tenant, team.id)).toEqual([
    { id: ownerId, email: "officier@gemeente.example", owner: true, guest: false },
    { id: anna, email: "anna@voorbeeld.example", owner: false, guest: true },
  ]);
  expect(await stage.workplace.teamSize(tenant, team.id)).toEqual({ members: 2, owners: 1 });
  await expect(stage.workplace.removeOwner(tenant, team.id, ownerId)).rejects.toThrow("last owner");
  const second = (await stage.seed(tenant, ["tweede@gemeente.example"])).get("tweede@gemeente.example") ?? "";
  await stage.workplace.addOwner(tenant, team.id, second);
  await stage.workplace.removeOwner(tenant, team.id, ownerId);
  await stage.time.sleep(2 * minute);
  expect(await stage.workplace.listOwners(tenant, team.id)).toEqual([second]);
});

test("a guest is removed and restored within thirty days with her membership, and not after; employees are never removed", async () => {
  const anna = await aGuest("anna@voorbeeld.example");
  await stage.workplace.addMember(tenant, team.id, anna);
  await stage.time.sleep(2 * minute);
  const inTeam = async () => (await stage.workplace.listMembers(tenant, team.id)).some(({ id }) => id === anna);
  expect(await stage.workplace.deleteGuest(tenant, anna)).toBe(true);
  expect(await stage.workplace.deleteGuest(tenant, anna)).toBe(false);
  expect(await inTeam()).toBe(false);
  await stage.time.sleep(29 * 24 * 60 * minute);
  expect(await stage.workplace.restoreGuest(tenant, anna)).toBe(true);
  expect(await stage.workplace.restoreGuest(tenant, anna)).toBe(true);
  expect(await inTeam()).toBe(true);
  await stage.workplace.deleteGuest(tenant, anna);
  await stage.time.sleep(31 * 24 * 60 * minute);
  expect(await stage.workplace.restoreGuest(tenant, anna)).toBe(false);
  await expect(stage.workplace.deleteGuest(tenant, ownerId)).rejects.toThrow("no guest");
  expect(stage.sent.filter(({ method, url }) => method === "DELETE" && url.endsWith(ownerId))).toEqual([]);
});

test("guests that changed come page by page: invited, accepted, removed, each once, and employees not at all", async () => {
  const ids = await Promise.all(Array.from({ length: 450 }, (_, index) => aGuest(`gast${index}@voorbeeld.example`)));
  const first = await stage.workplace.guestChanges(tenant, null);
  expect(first.changes.map(({ personId }) => personId).sort()).toEqual([...ids].sort());
  expect(stage.sent.filter(({ url }) => url.includes("/users/delta")).length).toBeGreaterThan(2);
  const redeem = { tenant, email: "gast7@voorbeeld.example" };
  const headers = { "Content-Type": "application/json" };
  await fetch(`${stage.url}/local/redeem`, { method: "POST", headers, body: JSON.stringify(redeem) });
  await stage.workplace.deleteGuest(tenant, ids[9] ?? "");
  await stage.restart();
  const second = await stage.workplace.guestChanges(tenant, first.link);
  expect(second.changes).toEqual([
    { personId: ids[7], email: "gast7@voorbeeld.example", state: "accepted", since: expect.stringMatching(/^2026-/) },
    { personId: ids[9], email: "", state: "removed", since: null },
  ]);
  expect((await stage.workplace.guestChanges(tenant, second.link)).changes).toEqual([]);
}, 20_000);
