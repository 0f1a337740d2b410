/** The tabs of a channel. A second pin is a second tab: there is no key by which Graph would know it again. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, badRequest, boundId, type Call, forbidden, notFound, type Route, read } from "./call.ts";
import { catalogId, showApp } from "./catalog.ts";
import { channelOf } from "./channels.ts";
import { collection, select } from "./odata.ts";
import { type GraphTab, isArchived } from "./state.ts";
import { writable } from "./teams.ts";

const url = z.string().startsWith("https://");
const configuration = z.strictObject({
  entityId: z.string().nullish(),
  contentUrl: url,
  websiteUrl: url.nullish(),
  removeUrl: url.nullish(),
});
const displayName = z.string().min(1).max(128);
const tabBody = z.strictObject({ displayName, "teamsApp@odata.bind": z.string(), configuration });
const changeBody = z.strictObject({ displayName: displayName.optional(), configuration: configuration.optional() });

function kept({ entityId, contentUrl, websiteUrl, removeUrl }: z.output<typeof configuration>): GraphTab["configuration"] {
  return { entityId: entityId ?? null, contentUrl, websiteUrl: websiteUrl ?? null, removeUrl: removeUrl ?? null };
}

function show(call: Call, tab: GraphTab): Record<string, unknown> {
  const { id, displayName, configuration } = tab;
  const app = call.catalog.find((one) => catalogId(call.tenant.id, one) === tab.appId);
  const webUrl = `${call.teamsOrigin}/l/entity/${tab.appId}/_djb2_msteams_prefix_${id}?groupId=${call.params.team}`;
  const expanded = call.query.get("$expand") === "teamsApp" && app ? { teamsApp: showApp(call.tenant.id, app, false) } : {};
  return { id, displayName, webUrl, configuration, ...expanded };
}

function pinTab(call: Call): Answer {
  const team = writable(call);
  const channel = channelOf(call);
  if (isArchived(channel.archive, call.now)) throw forbidden("The channel is archived and therefore read-only.");
  const body = read(tabBody, call.body);
  const appId = boundId(body["teamsApp@odata.bind"]);
  if (!team.installedApps.some((installed) => installed.appId === appId))
    throw forbidden("The app is not installed in the team.");
  if (!call.catalog.find((app) => catalogId(call.tenant.id, app) === appId)?.configurableTab) {
    throw badRequest("The app has no configurable tab.");
  }
  const tab: GraphTab = { id: randomUUID(), displayName: body.displayName, appId, configuration: kept(body.configuration) };
  channel.tabs.push(tab);
  call.changed();
  return { status: 201, body: show(call, tab) };
}

function tabOf(call: Call): GraphTab {
  const tab = channelOf(call).tabs.find(({ id }) => id === call.params.tab);
  if (!tab) throw notFound("Tab not found.");
  return tab;
}

function changeTab(call: Call): Answer {
  writable(call);
  const tab = tabOf(call);
  const body = read(changeBody, call.body);
  if (body.displayName !== undefined) tab.displayName = body.displayName;
  if (body.configuration !== undefined) tab.configuration = kept(body.configuration);
  call.changed();
  return { status: 200, body: show(call, tab) };
}

function removeTab(call: Call): Answer {
  writable(call);
  const { tabs } = channelOf(call);
  tabs.splice(tabs.indexOf(tabOf(call)), 1);
  call.changed();
  return { status: 204 };
}

const wide = ["TeamsTab.ReadWrite.All", "TeamsTab.ReadWriteForTeam.All", "TeamsTab.ReadWriteSelfForTeam.All"];
const readable = {
  permissions: ["TeamsTab.Read.All", ...wide],
  specific: ["TeamsTab.Read.Group", "TeamsTab.ReadWrite.Group"],
};
const path = "/teams/{team}/channels/{channel}/tabs";
const one = `${path}/{tab}`;

export const tabRoutes: readonly Route[] = [
  {
    method: "GET",
    path,
    ...readable,
    handle(call) {
      const shown = channelOf(call).tabs.map((tab) => show(call, tab));
      return collection(call, shown, ["displayName", "id"]);
    },
  },
  {
    method: "POST",
    path,
    permissions: ["TeamsTab.Create", ...wide],
    specific: ["TeamsTab.Create.Group", "TeamsTab.ReadWrite.Group"],
    handle: pinTab,
  },
  { method: "GET", path: one, ...readable, handle: (call) => ({ status: 200, body: select(call, show(call, tabOf(call))) }) },
  { method: "PATCH", path: one, permissions: wide, specific: ["TeamsTab.ReadWrite.Group"], handle: changeTab },
  {
    method: "DELETE",
    path: one,
    permissions: wide,
    specific: ["TeamsTab.Delete.Group", "TeamsTab.ReadWrite.Group"],
    handle: removeTab,
  },
];
