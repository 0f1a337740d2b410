/** /teams/{id}/channels and their tabs. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { badRequest, boundId, type Call, GraphFault, notFound, type Route, read, teamOf } from "./call.ts";
import { catalogId, showApp } from "./catalog.ts";
import { collection } from "./odata.ts";
import type { GraphChannel, GraphTab } from "./state.ts";

const mostChannels = 1000;

/** What Teams refuses in a channel name: characters, dots at the edges, reserved words (Limits and specifications for Teams). */
function nameFault(name: string): string | null {
  if (/[~#%&*{}+/\\:<>?|'",]|\.\./.test(name)) return "Channel name contains invalid characters.";
  if (/^[_.]|\.$|^\s|\s$/.test(name)) return "Channel name can not start with _ or . and can not end with a dot.";
  if (/^(forms|desktop\.ini|con|prn|aux|nul|com\d|lpt\d)$/i.test(name)) return "Channel name is a reserved word.";
  if (name.length < 1 || name.length > 50) return "Channel name must have 1 to 50 characters.";
  return null;
}

const channelBody = z.strictObject({
  "@odata.type": z.string().optional(),
  displayName: z.string(),
  description: z.string().max(1024).nullish(),
  membershipType: z.literal("standard").default("standard"),
});

const url = z
  .string()
  .refine(
    (text) => /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/)/.test(text),
    "must use https (this local stand-in also takes http on the own machine)",
  );
const tabBody = z.strictObject({
  displayName: z.string().min(1).max(128),
  "teamsApp@odata.bind": z.string(),
  configuration: z.strictObject({
    entityId: z.string().nullish(),
    contentUrl: url,
    websiteUrl: url.nullish(),
    removeUrl: url.nullish(),
  }),
});

function channelOf(call: Call): GraphChannel {
  const channel = teamOf(call).channels.find(({ id }) => id === call.params.channel);
  if (!channel) throw notFound("Channel not found.");
  return channel;
}

function show(call: Call, channel: GraphChannel): Record<string, unknown> {
  const { id, displayName, description, createdDateTime } = channel;
  const team = call.params.team;
  const link = `${call.teamsOrigin}/l/channel/${encodeURIComponent(id)}/${encodeURIComponent(displayName)}`;
  const webUrl = `${link}?groupId=${team}&tenantId=${call.tenant.id}`;
  return { id, createdDateTime, displayName, description, email: "", webUrl, membershipType: "standard", isArchived: false };
}

function showTab(call: Call, tab: GraphTab): Record<string, unknown> {
  const { id, displayName, configuration } = tab;
  const app = call.catalog.find((one) => catalogId(call.tenant.id, one) === tab.appId);
  const webUrl = `${call.teamsOrigin}/l/entity/${tab.appId}/_djb2_msteams_prefix_${id}?groupId=${call.params.team}`;
  const expanded = call.query.get("$expand") === "teamsApp" && app ? { teamsApp: showApp(call.tenant.id, app, false) } : {};
  return { id, displayName, webUrl, configuration, ...expanded };
}

function pinTab(call: Call) {
  const team = teamOf(call);
  const channel = channelOf(call);
  const body = read(tabBody, call.body);
  const appId = boundId(body["teamsApp@odata.bind"]);
  if (!team.installedApps.some((installed) => installed.appId === appId)) {
    throw new GraphFault(403, "Forbidden", "The app is not installed in the team.");
  }
  if (!call.catalog.find((app) => catalogId(call.tenant.id, app) === appId)?.configurableTab) {
    throw badRequest("The app has no configurable tab.");
  }
  const tab: GraphTab = {
    id: randomUUID(),
    displayName: body.displayName,
    appId,
    configuration: {
      entityId: body.configuration.entityId ?? null,
      contentUrl: body.configuration.contentUrl,
      websiteUrl: body.configuration.websiteUrl ?? null,
      removeUrl: body.configuration.removeUrl ?? null,
    },
  };
  channel.tabs.push(tab);
  call.changed();
  return { status: 201, body: showTab(call, tab) };
}

export const channelRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/teams/{team}/channels",
    permissions: ["Channel.ReadBasic.All", "ChannelSettings.Read.All", "ChannelSettings.ReadWrite.All"],
    specific: ["ChannelSettings.Read.Group", "ChannelSettings.ReadWrite.Group"],
    handle: (call) =>
      collection(
        call,
        teamOf(call).channels.map((channel) => show(call, channel)),
        ["displayName", "membershipType", "id"],
      ),
  },
  {
    method: "POST",
    path: "/teams/{team}/channels",
    permissions: ["Channel.Create"],
    specific: ["Channel.Create.Group"],
    handle(call) {
      const team = teamOf(call);
      const { displayName, description = null } = read(channelBody, call.body);
      const fault = nameFault(displayName);
      if (fault) throw badRequest(fault);
      if (team.channels.some((channel) => channel.displayName.toLowerCase() === displayName.toLowerCase())) {
        throw badRequest("Channel name already existed, please use other name");
      }
      if (team.channels.length >= mostChannels) throw badRequest("The team has reached its channel limit.");
      const channel: GraphChannel = {
        id: `19:${randomUUID().replaceAll("-", "")}@thread.tacv2`,
        displayName,
        description,
        createdDateTime: new Date(call.now).toISOString(),
        tabs: [],
      };
      team.channels.push(channel);
      call.changed();
      return { status: 201, body: show(call, channel) };
    },
  },
  {
    method: "GET",
    path: "/teams/{team}/channels/{channel}/tabs",
    permissions: [
      "TeamsTab.Read.All",
      "TeamsTab.ReadWrite.All",
      "TeamsTab.ReadWriteForTeam.All",
      "TeamsTab.ReadWriteSelfForTeam.All",
    ],
    specific: ["TeamsTab.Read.Group", "TeamsTab.ReadWrite.Group"],
    handle(call) {
      const channel = channelOf(call);
      return collection(
        call,
        channel.tabs.map((tab) => showTab(call, tab)),
        ["displayName", "id"],
      );
    },
  },
  {
    method: "POST",
    path: "/teams/{team}/channels/{channel}/tabs",
    permissions: [
      "TeamsTab.Create",
      "TeamsTab.ReadWrite.All",
      "TeamsTab.ReadWriteForTeam.All",
      "TeamsTab.ReadWriteSelfForTeam.All",
    ],
    specific: ["TeamsTab.Create.Group", "TeamsTab.ReadWrite.Group"],
    handle: pinTab,
  },
];
