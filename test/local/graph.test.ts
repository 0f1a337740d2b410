import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { UnsecuredJWT } from "jose";
import { catalogId } from "../../src/local/graph/index.ts";
import { catalogApp, granted, openStage, resourceSpecific, type Stage } from "../provisioning/stage.ts";

const tenant = "5b1f3c1e-0000-4000-8000-000000000001";
let stage: Stage;
let owner: string;

beforeAll(async () => {
  stage = await openStage({ pace: { operationMs: 8000, visibleAfterMs: 60_000 } });
  owner = (await stage.seed(tenant, ["officier@gemeente.example"])).get("officier@gemeente.example") ?? "";
});
afterAll(() => stage.close());

/** What these tests look at in the answers; each answer holds some of it. */
interface Answered {
  error: { code: string; message: string } | null;
  id: string;
  displayName: string;
  internalId: string;
  userPrincipalName: string;
  mail: string;
  status: string;
  roles: string[];
  invitedUser: { id: string };
  inviteRedeemUrl: string;
  value: Answered[];
  responses: { status: number }[];
  "@odata.nextLink"?: string;
}

interface Given {
  roles?: readonly string[];
  body?: unknown;
  method?: string;
}

async function ask(path: string, { roles = [...granted, "Channel.Create", "Channel.ReadBasic.All"], body, method }: Given = {}) {
  await stage.time.sleep(2000);
  const token = new UnsecuredJWT({ tid: tenant, roles: [...roles] }).encode();
  const response = await fetch(`${stage.url}/v1.0${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { Authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: (text ? JSON.parse(text) : {}) as Answered };
}

const member = (id: string, roles: string[] = []) => ({
  "@odata.type": "#microsoft.graph.aadUserConversationMember",
  roles,
  "user@odata.bind": `${stage.url}/v1.0/users('${id}')`,
});

const team = (displayName: string) => ({
  "template@odata.bind": `${stage.url}/v1.0/teamsTemplates('standard')`,
  displayName,
  description: `Plein [kernplein:test/${displayName}]`,
  firstChannelName: "Algemeen",
  visibility: "private",
  members: [member(owner, ["owner"])],
});

async function readyTeam(displayName: string): Promise<string> {
  const { headers } = await ask("/teams", { body: team(displayName) });
  await stage.time.sleep(80_000);
  return /'(.+)'/.exec(headers.get("Content-Location") ?? "")?.[1] ?? "";
}

const consent = (names: readonly string[]) => ({
  "teamsApp@odata.bind": `${stage.url}/v1.0/appCatalogs/teamsApps/${catalogId(tenant, catalogApp)}`,
  consentedPermissionSet: {
    resourceSpecificPermissions: names.map((permissionValue) => ({ permissionValue, permissionType: "application" })),
  },
});

test("a request without a token is refused with 401, one without the permission with 403 that names it", async () => {
  const bare = await fetch(`${stage.url}/v1.0/teams`);
  expect(bare.status).toBe(401);
  const { status, json } = await ask("/teams", { roles: ["User.Invite.All"] });
  expect(status).toBe(403);
  expect(json.error).toMatchObject({ code: "Authorization_RequestDenied", innerError: { "request-id": expect.any(String) } });
  expect(json.error?.message).toContain("Team.ReadBasic.All");
});

test("a new team is promised with 202, does not exist for a while after its operation succeeded, and then does", async () => {
  const { status, headers } = await ask("/teams", { body: team("Traag") });
  expect(status).toBe(202);
  const operation = headers.get("Location") ?? "";
  const id = /'(.+)'/.exec(headers.get("Content-Location") ?? "")?.[1];
  expect((await ask(operation)).json.status).toBe("inProgress");
  await stage.time.sleep(10_000);
  expect((await ask(operation)).json.status).toBe("succeeded");
  expect((await ask(`/teams/${id}`)).status).toBe(404);
  expect((await ask("/teams?$filter=displayName%20eq%20'Traag'")).json.value).toHaveLength(0);
  await stage.time.sleep(60_000);
  expect((await ask(`/teams/${id}`)).json).toMatchObject({ id, displayName: "Traag", internalId: expect.stringMatching(/^19:/) });
  expect((await ask("/teams?$filter=displayName%20eq%20'Traag'")).json.value).toHaveLength(1);
});

test("a team needs exactly one owner of the organisation, and its body no unknown property", async () => {
  expect((await ask("/teams", { body: { ...team("Fout"), members: [] } })).status).toBe(400);
  expect((await ask("/teams", { body: { ...team("Fout"), discoverySettings: {} } })).status).toBe(400);
  const { json } = await ask("/invitations", {
    body: { invitedUserEmailAddress: "gast@voorbeeld.example", inviteRedirectUrl: "https://kernplein.example/" },
  });
  const refused = await ask("/teams", { body: { ...team("Fout"), members: [member(json.invitedUser.id, ["owner"])] } });
  expect([refused.status, refused.json.error?.message]).toEqual([403, expect.stringContaining("policy")]);
});

test.each(["'t Zand", "Jeugd & sport", "a/b", "_begin", "einde.", "forms", "x".repeat(51)])(
  "channel name %s is refused",
  async (name) => {
    const id = await readyTeam(`Namen ${name.length}${name.charAt(0)}`);
    const { status } = await ask(`/teams/${id}/channels`, { body: { displayName: name, membershipType: "standard" } });
    expect(status).toBe(400);
  },
);

test("a channel name can be used once in a team, whatever its capitals", async () => {
  const id = await readyTeam("Dubbel");
  expect((await ask(`/teams/${id}/channels`, { body: { displayName: "Voorstellen" } })).status).toBe(201);
  const again = await ask(`/teams/${id}/channels`, { body: { displayName: "voorstellen" } });
  expect([again.status, again.json.error?.message]).toEqual([400, "Channel name already existed, please use other name"]);
});

test("an app is installed with exactly the consent its definition asks for, and once", async () => {
  const id = await readyTeam("App");
  const path = `/teams/${id}/installedApps`;
  expect((await ask(path, { body: consent(resourceSpecific.slice(1)) })).status).toBe(400);
  const poor = ["TeamsAppInstallation.ReadWriteSelfForTeam.All"];
  expect((await ask(path, { body: consent(resourceSpecific), roles: poor })).status).toBe(403);
  expect((await ask(path, { body: consent(resourceSpecific) })).status).toBe(201);
  expect((await ask(path, { body: consent(resourceSpecific) })).status).toBe(409);
});

test("the rights that come with the app hold in the team that has it, and a tab needs the app", async () => {
  const [bare, furnished] = [await readyTeam("Kaal"), await readyTeam("Ingericht")];
  await ask(`/teams/${furnished}/installedApps`, { body: consent(resourceSpecific) });
  const pin = {
    ...consent([]),
    displayName: "Plein",
    configuration: { entityId: "plein", contentUrl: "https://kernplein.example/" },
  };
  const { consentedPermissionSet: _, ...tab } = pin;
  for (const [id, expected] of [
    [bare, 403],
    [furnished, 201],
  ] as const) {
    const own = granted.filter((name) => !name.startsWith("ChannelSettings"));
    expect((await ask(`/teams/${id}/channels`, { roles: own })).status).toBe(expected === 201 ? 200 : 403);
    const { internalId } = (await ask(`/teams/${id}`)).json;
    const path = `/teams/${id}/channels/${encodeURIComponent(internalId)}/tabs`;
    expect((await ask(path, { body: tab, roles: [...granted, "TeamsTab.ReadWriteForTeam.All"] })).status).toBe(expected);
  }
  const { internalId } = (await ask(`/teams/${furnished}`)).json;
  const insecure = { ...tab, configuration: { entityId: "plein", contentUrl: "http://kernplein.example/" } };
  expect((await ask(`/teams/${furnished}/channels/${encodeURIComponent(internalId)}/tabs`, { body: insecure })).status).toBe(400);
});

test("bulk members: 207 names who failed, 201 is too many, owners are dropped in silence, and lists show them later", async () => {
  const id = await readyTeam("Leden");
  const people = await stage.seed(tenant, ["lid@gemeente.example"]);
  const lid = people.get("lid@gemeente.example") ?? "";
  const nobody = "00000000-0000-4000-8000-000000000000";
  const { status, json } = await ask(`/teams/${id}/members/add`, { body: { values: [member(lid, ["owner"]), member(nobody)] } });
  expect(status).toBe(207);
  expect(json.value.map(({ error }) => error !== null)).toEqual([false, true]);
  const many = Array.from({ length: 201 }, () => member(lid));
  expect((await ask(`/teams/${id}/members/add`, { body: { values: many } })).status).toBe(400);
  expect((await ask(`/teams/${id}/members`)).json.value).toHaveLength(1);
  await stage.time.sleep(60_000);
  const { value } = (await ask(`/teams/${id}/members`)).json;
  expect(value.map(({ roles }) => roles)).toEqual([["owner"], []]);
  expect((await ask(`/teams/${id}/members/${value[0]?.id}`, { method: "DELETE" })).status).toBe(400);
  expect((await ask(`/teams/${id}/members/${value[1]?.id}`, { method: "DELETE" })).status).toBe(204);
});

test.each(["an+na@voorbeeld.example", "an na@voorbeeld.example", ".anna@voorbeeld.example", "anna"])(
  "an invitation to %s is refused",
  async (email) => {
    const body = { invitedUserEmailAddress: email, inviteRedirectUrl: "https://kernplein.example/" };
    expect((await ask("/invitations", { body })).status).toBe(400);
  },
);

test("a guest is made once, is pending until the invitation is redeemed, and the basic profile does not show that", async () => {
  const body = { invitedUserEmailAddress: "Anna@voorbeeld.example", inviteRedirectUrl: "https://kernplein.example/welkom" };
  const first = await ask("/invitations", { body });
  expect([first.status, first.json.status]).toEqual([201, "PendingAcceptance"]);
  const page = await (await fetch(first.json.inviteRedeemUrl)).text();
  expect(page).toContain("Uitnodiging aannemen");
  const secret = /name="secret" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const accept = (form: Record<string, string>) =>
    fetch(first.json.inviteRedeemUrl, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  expect((await accept({ secret: "van elders", answer: "accept" })).status).toBe(200);
  expect(await (await accept({ secret, answer: "later" })).text()).toContain("nog niet aangenomen");
  expect((await ask("/invitations", { body })).json.status).toBe("PendingAcceptance");
  const redeemed = await accept({ secret, answer: "accept" });
  expect([redeemed.status, redeemed.headers.get("Location")]).toEqual([303, "https://kernplein.example/welkom"]);
  const again = await ask("/invitations", { body });
  expect([again.json.invitedUser.id, again.json.status]).toEqual([first.json.invitedUser.id, "Completed"]);
  await stage.time.sleep(15_000);
  const basic = await ask("/users?$filter=mail%20eq%20'anna@voorbeeld.example'");
  expect(basic.json.value[0]?.userPrincipalName).toContain("#EXT#");
  expect((await ask("/users?$select=id,userType", { roles: ["User.ReadBasic.All"] })).status).toBe(403);
  const local = (await (await fetch(`${stage.url}/local/users?tenant=${tenant}`)).json()) as {
    mail: string;
    externalUserState: string;
  }[];
  expect(local.find(({ mail }) => mail === "Anna@voorbeeld.example")?.externalUserState).toBe("Accepted");
});

test("a long collection comes in pages that lead to each other", async () => {
  await stage.seed(
    tenant,
    Array.from({ length: 7 }, (_, index) => `pagina${index}@gemeente.example`),
  );
  const seen: string[] = [];
  let path: string | undefined = "/users?$top=3&$filter=startswith(mail,'pagina')&$select=mail";
  while (path) {
    const { json }: { json: Answered } = await ask(path);
    expect(json.value.length).toBeLessThanOrEqual(3);
    seen.push(...json.value.map(({ mail }) => mail));
    path = json["@odata.nextLink"]?.replace(`${stage.url}/v1.0`, "");
  }
  expect(seen).toHaveLength(7);
});

test("a filter Graph does not support is refused", async () => {
  expect((await ask("/teams?$filter=contains(description,'kernplein')")).status).toBe(400);
});

test("the fifth call on one team within a second is told when to come back", async () => {
  const id = await readyTeam("Druk");
  await stage.time.sleep(2000);
  const token = new UnsecuredJWT({ tid: tenant, roles: granted }).encode();
  const statuses: number[] = [];
  for (let index = 0; index < 5; index += 1) {
    const response = await fetch(`${stage.url}/v1.0/teams/${id}`, { headers: { Authorization: `Bearer ${token}` } });
    statuses.push(response.status);
    if (response.status === 429) expect(response.headers.get("Retry-After")).toBe("1");
  }
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
});

test("a batch answers each part by itself and takes twenty at most", async () => {
  const part = (id: string, url: string) => ({ id, method: "GET", url });
  const { json } = await ask("/$batch", {
    body: { requests: [part("a", "/teams?$top=1"), part("b", "/teams/none"), part("c", "/niets")] },
  });
  expect(json.responses.map(({ status }) => status)).toEqual([200, 404, 400]);
  const many = Array.from({ length: 21 }, (_, index) => part(String(index), "/teams"));
  expect((await ask("/$batch", { body: { requests: many } })).status).toBe(400);
});

test("what an answer told is on disk before it is told, so that a killed process forgets nothing", async () => {
  const { headers } = await ask("/teams", { body: team("Bewaard") });
  const id = /'(.+)'/.exec(headers.get("Content-Location") ?? "")?.[1] ?? "";
  expect(readFileSync(join(stage.directory, `${tenant}.json`), "utf8")).toContain(id);
});

test("what was made is there after a restart", async () => {
  const id = await readyTeam("Blijvend");
  await stage.restart();
  expect((await ask(`/teams/${id}`)).json.displayName).toBe("Blijvend");
});

test("the doors are shut for another host name and for forms of other sites", async () => {
  const form = await fetch(`${stage.url}/local/redeem`, { method: "POST", body: "tenant=x" });
  expect(form.status).toBe(400);
  const { request } = await import("node:http");
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const call = request(`${stage.url}/local/users?tenant=${tenant}`, { headers: { Host: "kwaad.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on("error", reject).end();
  });
  expect(status).toBe(403);
});
