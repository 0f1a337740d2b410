/** /teams: making one takes time, and for a while afterwards its id does not exist. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, badRequest, boundId, type Call, forbidden, notFound, type Route, read, teamOf } from "./call.ts";
import { memberBody, newMember } from "./members.ts";
import { collection, select, soleValue } from "./odata.ts";
import { accepted, begin } from "./operations.ts";
import { type GraphTeam, isArchived } from "./state.ts";

const settings = z.record(z.string(), z.unknown()).optional();
const parts = { memberSettings: settings, guestSettings: settings, messagingSettings: settings, funSettings: settings };
const displayName = z.string().min(1).max(256);
const description = z.string().max(1024).nullish();
const visibility = z.enum(["private", "public"]);
const teamBody = z.strictObject({
  "template@odata.bind": z.string().regex(/\/teamsTemplates\('standard'\)$/),
  displayName,
  description,
  visibility: visibility.default("public"),
  firstChannelName: z.string().max(50).optional(),
  members: z.array(memberBody).default([]),
  ...parts,
});
const changeBody = z.strictObject({
  displayName: displayName.optional(),
  description,
  visibility: visibility.optional(),
  ...parts,
});
/** `shouldSetSpoSiteReadOnlyForMembers` is for signed-in people only. */
const archiveBody = z.strictObject({}).nullish();

function makeTeam(call: Call): Answer {
  const body = read(teamBody, call.body);
  const owner = body.members.length === 1 ? body.members[0] : undefined;
  if (!owner?.roles.includes("owner")) {
    throw badRequest("A team owner must be provided when creating a team in application context, and no other member.");
  }
  const ownerId = boundId(owner["user@odata.bind"]);
  const user = call.tenant.users.get(ownerId);
  if (!user) throw notFound(`User with id ${ownerId} was not found.`);
  if (user.userType === "Guest") throw forbidden("Guest users can not own this Unified Group due to policy setting.");

  const id = randomUUID();
  const internalId = `19:${randomUUID().replaceAll("-", "")}@thread.tacv2`;
  const createdDateTime = new Date(call.now).toISOString();
  const text = body.description ?? null;
  const first = { id: internalId, displayName: body.firstChannelName ?? "General", description: text, createdDateTime, tabs: [] };
  const team: GraphTeam = {
    id,
    internalId,
    displayName: body.displayName,
    description: text,
    visibility: body.visibility,
    settings: settingsOf(body),
    createdAt: call.now,
    visibleAt: 0,
    channels: [first],
    deletedChannels: [],
    installedApps: [],
    operations: [],
    members: [],
  };
  const operation = begin(call, team, { type: "createTeam", targetId: id, target: `/teams('${id}')` });
  team.visibleAt = operation.fails ? Number.MAX_SAFE_INTEGER : operation.doneAt + call.pace.visibleAfterMs;
  team.members.push({ ...newMember(call, id, user.id, ["owner"]), visibleAt: team.visibleAt });
  call.tenant.teams.set(id, team);
  call.changed();
  return accepted(team, operation, { "Content-Location": `/teams('${id}')` });
}

function settingsOf(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => name.endsWith("Settings") && value !== undefined));
}

function changeTeam(call: Call): Answer {
  const team = writable(call);
  const body = read(changeBody, call.body);
  if (body.displayName !== undefined) team.displayName = body.displayName;
  if (body.description !== undefined) team.description = body.description;
  if (body.visibility !== undefined) team.visibility = body.visibility;
  Object.assign(team.settings, settingsOf(body));
  call.changed();
  return { status: 204 };
}

/** The team of the path, unless it is archived: then it is read-only, but for its members. */
export function writable(call: Call): GraphTeam {
  const team = teamOf(call);
  if (isArchived(team.archive, call.now)) throw forbidden("The team is archived and therefore read-only.");
  return team;
}

function archive(call: Call, archived: boolean): Answer {
  const team = teamOf(call);
  read(archiveBody, call.body);
  if (!team.members.some(({ roles, userId }) => roles.includes("owner") && call.tenant.users.has(userId))) {
    throw badRequest("To archive a team and its group, they must have an owner.");
  }
  const type = archived ? "archiveTeam" : "unarchiveTeam";
  const operation = begin(call, team, { type, targetId: team.id, target: `/teams('${team.id}')` });
  // Asked again while it is so already, the operation has nothing to do and succeeds.
  if (!operation.fails && isArchived(team.archive, call.now) !== archived) team.archive = { archived, from: operation.doneAt };
  call.changed();
  return accepted(team, operation);
}

/** A list of teams fills four properties; only GET /teams/{id} gives all. */
function showInList(team: GraphTeam): Record<string, unknown> {
  const { id, displayName, description, visibility } = team;
  return { id, displayName, description, visibility, internalId: null, isArchived: null, webUrl: null, createdDateTime: null };
}

function showTeam(call: Call, team: GraphTeam): Record<string, unknown> {
  const thread = encodeURIComponent(team.internalId);
  const shown = team.members.filter(({ userId, visibleAt }) => call.now >= visibleAt && call.tenant.users.has(userId));
  const count = (role: string) => shown.filter(({ roles }) => roles.includes(role)).length;
  const [ownersCount, guestsCount] = [count("owner"), count("guest")];
  return {
    ...showInList(team),
    internalId: team.internalId,
    isArchived: isArchived(team.archive, call.now),
    createdDateTime: new Date(team.createdAt).toISOString(),
    webUrl: `${call.teamsOrigin}/l/team/${thread}/conversations?groupId=${team.id}&tenantId=${call.tenant.id}`,
    tenantId: call.tenant.id,
    summary: { ownersCount, guestsCount, membersCount: shown.length - ownersCount - guestsCount },
    ...team.settings,
  };
}

const mayChange = { permissions: ["TeamSettings.ReadWrite.All"], specific: ["TeamSettings.ReadWrite.Group"] };

export const teamRoutes: readonly Route[] = [
  { method: "POST", path: "/teams", permissions: ["Team.Create"], handle: makeTeam },
  {
    method: "GET",
    path: "/teams",
    permissions: ["Team.ReadBasic.All", "TeamSettings.Read.All", "TeamSettings.ReadWrite.All"],
    handle(call) {
      const name = soleValue(call, "displayName");
      const visible = [...call.tenant.teams.values()].filter(
        (team) => call.now >= team.visibleAt && (name === undefined || team.displayName.toLowerCase() === name),
      );
      return collection(call, visible.map(showInList), ["displayName", "id"]);
    },
  },
  {
    method: "GET",
    path: "/teams/{team}",
    permissions: ["Team.ReadBasic.All", "TeamSettings.Read.All", "TeamSettings.ReadWrite.All"],
    specific: ["TeamSettings.Read.Group", "TeamSettings.ReadWrite.Group"],
    handle: (call) => ({ status: 200, body: select(call, showTeam(call, teamOf(call))) }),
  },
  { method: "PATCH", path: "/teams/{team}", ...mayChange, handle: changeTeam },
  { method: "POST", path: "/teams/{team}/archive", ...mayChange, handle: (call) => archive(call, true) },
  { method: "POST", path: "/teams/{team}/unarchive", ...mayChange, handle: (call) => archive(call, false) },
];
