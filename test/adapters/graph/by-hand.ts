/** What an administrator does by hand: calls to the local Graph past the adapter, with every right. */
import { UnsecuredJWT } from "jose";
import { granted, type Stage } from "../../provisioning/stage.ts";

const adminRights = [
  ...granted,
  "Group.ReadWrite.All",
  "GroupMember.ReadWrite.All",
  "Channel.ReadBasic.All",
  "Channel.Create",
  "Channel.Delete.All",
  "TeamSettings.ReadWrite.All",
  "TeamsTab.ReadWrite.All",
  "Files.Read.All",
];

export interface Given<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Calls the local Graph as the tenant's administrator. */
export async function byHand<Body = unknown>(
  stage: Stage,
  tenant: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Given<Body>> {
  await stage.time.sleep(2000);
  const token = new UnsecuredJWT({ tid: tenant, roles: adminRights }).encode();
  const response = await fetch(`${stage.url}/v1.0${path}`, {
    method,
    headers: {
      ...headers,
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : null) as Body };
}

/** A team that can be used, with the app in it, and its owner. */
export async function furnishedTeam(stage: Stage, tenant: string, externalId: string, name = "Arkel") {
  const email = "officier@gemeente.example";
  const ownerId = (await stage.seed(tenant, [email])).get(email) ?? "";
  const being = await stage.workplace.makeTeam(tenant, {
    name,
    description: `Plein [kernplein:${name}]`,
    firstChannel: "Algemeen",
    ownerId,
  });
  const team = await stage.workplace.awaitTeam(tenant, being);
  const app = await stage.workplace.findApp(tenant, externalId);
  if (!app) throw new Error("The app is not in the catalogue.");
  await stage.workplace.installApp(tenant, team.id, app);
  return { team, app, ownerId };
}
