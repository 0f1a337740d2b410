/** /teams: making one takes time, and for a while afterwards its id does not exist. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Answer, badRequest, boundId, type Call, GraphFault, notFound, type Route, read, teamOf } from "./call.ts";
import { memberBody, newMember } from "./members.ts";
import { collection, select } from "./odata.ts";
import type { GraphOperation, GraphTeam } from "./state.ts";

const settings = z.record(z.string(), z.unknown()).optional();
const teamBody = z.strictObject({
  "template@odata.bind": z.string().regex(/\/teamsTemplates\('standard'\)$/),
  displayName: z.string().min(1).max(256),
  description: z.string().max(1024).nullish(),
  visibility: z.enum(["private", "public"]).default("public"),
  firstChannelName: z.string().max(50).optional(),
  members: z.array(memberBody).default([]),
  memberSettings: settings,
  guestSettings: settings,
  messagingSettings: settings,
  funSettings: settings,
});

function makeTeam(call: Call): Answer {
  const body = read(teamBody, call.body);
  const owner = body.members.length === 1 ? body.members[0] : undefined;
  if (!owner?.roles.includes("owner")) {
    throw badRequest("A team owner must be provided when creating a team in application context, and no other member.");
  }
  const ownerId = boundId(owner["user@odata.bind"]);
  const user = call.tenant.users.get(ownerId);
  if (!user) throw notFound(`User with id ${ownerId} was not found.`);
  if (user.userType === "Guest")
    throw new GraphFault(403, "Forbidden", "Guest users can not own this Unified Group due to policy setting.");

  const { displayName, description = null, visibility, firstChannelName = "General" } = body;
  const id = randomUUID();
  const internalId = `19:${randomUUID().replaceAll("-", "")}@thread.tacv2`;
  const operation: GraphOperation = { id: randomUUID(), createdAt: call.now, doneAt: call.now + call.pace.operationMs };
  const visibleAt = operation.doneAt + call.pace.visibleAfterMs;
  call.tenant.teams.set(id, {
    id,
    internalId,
    displayName,
    description,
    visibility,
    settings: Object.fromEntries(Object.entries(body).filter(([name]) => name.endsWith("Settings"))),
    createdAt: call.now,
    visibleAt,
    channels: [
      {
        id: internalId,
        displayName: firstChannelName,
        description,
        createdDateTime: new Date(call.now).toISOString(),
        tabs: [],
      },
    ],
    installedApps: [],
    operations: [operation],
    members: [{ ...newMember(call, id, user.id, ["owner"]), visibleAt }],
  });
  call.changed();
  return {
    status: 202,
    headers: { Location: `/teams('${id}')/operations('${operation.id}')`, "Content-Location": `/teams('${id}')` },
  };
}

function readOperation(call: Call): Answer {
  const team = call.tenant.teams.get(call.params.team ?? "");
  const operation = team?.operations.find(({ id }) => id === call.params.operation);
  if (!team || !operation) throw notFound("No operation found with this id.");
  const begun = operation.createdAt + call.pace.operationMs / 10;
  const status = call.now >= operation.doneAt ? "succeeded" : call.now >= begun ? "inProgress" : "notStarted";
  return {
    status: 200,
    body: {
      id: operation.id,
      operationType: "createTeam",
      createdDateTime: new Date(operation.createdAt).toISOString(),
      status,
      lastActionDateTime: new Date(Math.min(call.now, operation.doneAt)).toISOString(),
      attemptsCount: 1,
      targetResourceId: team.id,
      targetResourceLocation: `/teams('${team.id}')`,
      error: null,
    },
  };
}

/** A list of teams fills four properties; only GET /teams/{id} gives all. */
function showInList(team: GraphTeam): Record<string, unknown> {
  const { id, displayName, description, visibility } = team;
  return { id, displayName, description, visibility, internalId: null, isArchived: null, webUrl: null, createdDateTime: null };
}

function showTeam(call: Call, team: GraphTeam): Record<string, unknown> {
  const thread = encodeURIComponent(team.internalId);
  return {
    ...showInList(team),
    internalId: team.internalId,
    isArchived: false,
    createdDateTime: new Date(team.createdAt).toISOString(),
    webUrl: `${call.teamsOrigin}/l/team/${thread}/conversations?groupId=${team.id}&tenantId=${call.tenant.id}`,
    tenantId: call.tenant.id,
    ...team.settings,
  };
}

export const teamRoutes: readonly Route[] = [
  { method: "POST", path: "/teams", permissions: ["Team.Create"], handle: makeTeam },
  {
    method: "GET",
    path: "/teams",
    permissions: ["Team.ReadBasic.All", "TeamSettings.Read.All", "TeamSettings.ReadWrite.All"],
    handle(call) {
      const visible = [...call.tenant.teams.values()].filter((team) => call.now >= team.visibleAt);
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
  { method: "GET", path: "/teams/{team}/operations/{operation}", permissions: [], handle: readOperation },
];
