/** /teams/{id}/channels: made at once, refused by name, archived later, deleted for thirty days before they are gone. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, badRequest, type Call, GraphFault, notFound, type Route, read, teamOf } from "./call.ts";
import { collection, select } from "./odata.ts";
import { accepted, begin } from "./operations.ts";
import { type GraphChannel, type GraphTeam, isArchived, restorableMs } from "./state.ts";
import { writable } from "./teams.ts";

const mostChannels = 1000;

/** The SharePoint site of a team is made in the background; until then there is no folder (known failure). */
const folderAfterMs = 15 * 60_000;

/** What Teams refuses in a channel name: characters, dots at the edges, reserved words (Limits and specifications for Teams). */
function nameFault(name: string): string | null {
  if (/[~#%&*{}+/\\:<>?|'",]|\.\./.test(name)) return "Channel name contains invalid characters.";
  if (/^[_.]|\.$|^\s|\s$/.test(name)) return "Channel name can not start with _ or . and can not end with a dot.";
  if (/^(forms|desktop\.ini|con|prn|aux|nul|com\d|lpt\d)$/i.test(name)) return "Channel name is a reserved word.";
  if (name.length < 1 || name.length > 50) return "Channel name must have 1 to 50 characters.";
  return null;
}

const description = z.string().max(1024).nullish();
const channelBody = z.strictObject({
  "@odata.type": z.string().optional(),
  displayName: z.string(),
  description,
  membershipType: z.literal("standard").default("standard"),
});
const changeBody = z.strictObject({ displayName: z.string().optional(), description });
/** `shouldSetSpoSiteReadOnlyForMembers` is for signed-in people only. */
const archiveBody = z.strictObject({}).nullish();

export function channelOf(call: Call): GraphChannel {
  const channel = teamOf(call).channels.find(({ id }) => id === call.params.channel);
  if (!channel) throw notFound("Channel not found.");
  return channel;
}

function deletedLately(call: Call, team: GraphTeam): GraphChannel[] {
  return team.deletedChannels.filter(({ deletedAt }) => call.now - deletedAt < restorableMs).map(({ channel }) => channel);
}

/** Refuses a name that Teams does not take, or that another channel has, also one deleted less than 30 days ago. */
function refuseName(call: Call, team: GraphTeam, name: string, own?: GraphChannel): void {
  const fault = nameFault(name);
  if (fault) throw badRequest(fault);
  const taken = [...team.channels, ...deletedLately(call, team)].filter((channel) => channel !== own);
  if (taken.some(({ displayName }) => displayName.toLowerCase() === name.toLowerCase())) {
    throw badRequest("Channel name already existed, please use other name");
  }
}

function show(call: Call, channel: GraphChannel): Record<string, unknown> {
  const { id, displayName, description, createdDateTime } = channel;
  const link = `${call.teamsOrigin}/l/channel/${encodeURIComponent(id)}/${encodeURIComponent(displayName)}`;
  const webUrl = `${link}?groupId=${call.params.team}&tenantId=${call.tenant.id}`;
  const archived = isArchived(channel.archive, call.now);
  return { id, createdDateTime, displayName, description, email: "", webUrl, membershipType: "standard", isArchived: archived };
}

function makeChannel(call: Call): Answer {
  const team = writable(call);
  const { displayName, description = null } = read(channelBody, call.body);
  refuseName(call, team, displayName);
  if (team.channels.length + deletedLately(call, team).length >= mostChannels) {
    throw badRequest("The team has reached its channel limit.");
  }
  const id = `19:${randomUUID().replaceAll("-", "")}@thread.tacv2`;
  const channel = { id, displayName, description, createdDateTime: new Date(call.now).toISOString(), tabs: [] };
  team.channels.push(channel);
  call.changed();
  return { status: 201, body: show(call, channel) };
}

function changeChannel(call: Call): Answer {
  const team = writable(call);
  const channel = channelOf(call);
  const body = read(changeBody, call.body);
  if (body.displayName !== undefined) {
    refuseName(call, team, body.displayName, channel);
    channel.displayName = body.displayName;
  }
  if (body.description !== undefined) channel.description = body.description;
  call.changed();
  return { status: 204 };
}

function refuseFirst(call: Call, team: GraphTeam, what: string): void {
  if (call.params.channel === team.internalId) throw badRequest(`The General channel of a team can not be ${what}.`);
}

function deleteChannel(call: Call): Answer {
  const team = writable(call);
  const channel = channelOf(call);
  refuseFirst(call, team, "deleted");
  team.channels.splice(team.channels.indexOf(channel), 1);
  team.deletedChannels.push({ channel, deletedAt: call.now });
  call.changed();
  return { status: 204 };
}

function archive(call: Call, archived: boolean): Answer {
  const team = writable(call);
  const channel = channelOf(call);
  read(archiveBody, call.body);
  refuseFirst(call, team, "archived");
  const target = `/teams('${team.id}')/channels('${channel.id}')`;
  const operation = begin(call, team, { type: archived ? "archiveChannel" : "unarchiveChannel", targetId: channel.id, target });
  if (!operation.fails && isArchived(channel.archive, call.now) !== archived)
    channel.archive = { archived, from: operation.doneAt };
  call.changed();
  return accepted(team, operation);
}

function showFolder(call: Call): Answer {
  const team = teamOf(call);
  const { id, displayName } = channelOf(call);
  if (call.now < team.createdAt + folderAfterMs) {
    throw new GraphFault(404, "itemNotFound", "Folder location for channel is not ready yet.");
  }
  const webUrl = `https://example.sharepoint.com/sites/${team.id}/Shared%20Documents/${encodeURIComponent(displayName)}`;
  return { status: 200, body: { id: `01${id.slice(3, 35)}`, name: displayName, webUrl, folder: { childCount: 0 } } };
}

const readable = {
  permissions: ["Channel.ReadBasic.All", "ChannelSettings.Read.All", "ChannelSettings.ReadWrite.All"],
  specific: ["ChannelSettings.Read.Group", "ChannelSettings.ReadWrite.Group"],
};
const path = "/teams/{team}/channels";
const one = "/teams/{team}/channels/{channel}";
const mayArchive = ["ChannelSettings.ReadWrite.All"];

export const channelRoutes: readonly Route[] = [
  {
    method: "GET",
    path,
    ...readable,
    handle(call) {
      const shown = teamOf(call).channels.map((channel) => show(call, channel));
      return collection(call, shown, ["displayName", "membershipType", "id"]);
    },
  },
  { method: "POST", path, permissions: ["Channel.Create"], specific: ["Channel.Create.Group"], handle: makeChannel },
  { method: "GET", path: one, ...readable, handle: (call) => ({ status: 200, body: select(call, show(call, channelOf(call))) }) },
  {
    method: "PATCH",
    path: one,
    permissions: ["ChannelSettings.ReadWrite.All"],
    specific: ["ChannelSettings.ReadWrite.Group"],
    handle: changeChannel,
  },
  {
    method: "DELETE",
    path: one,
    permissions: ["Channel.Delete.All"],
    specific: ["Channel.Delete.Group"],
    handle: deleteChannel,
  },
  { method: "POST", path: `${one}/archive`, permissions: mayArchive, handle: (call) => archive(call, true) },
  { method: "POST", path: `${one}/unarchive`, permissions: mayArchive, handle: (call) => archive(call, false) },
  { method: "GET", path: `${one}/filesFolder`, permissions: ["Files.Read.All", "Sites.Read.All"], handle: showFolder },
];
