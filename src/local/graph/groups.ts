/** /groups: the group behind each team. What administrators and their scripts do to it by hand, with its known consequences. */
import { z } from "zod";
import { type Answer, badRequest, type Call, notFound, type Route, read } from "./call.ts";
import { newMember } from "./members.ts";
import type { GraphTeam } from "./state.ts";

/** Known failure: who is added to the group, and not to the team, shows up in Teams after hours (graph-docs #4620, #7374). */
const seenInTeamsAfterMs = 6 * 3_600_000;

const referenceBody = z.strictObject({ "@odata.id": z.string() });

function groupOf(call: Call): GraphTeam {
  const team = call.tenant.teams.get(call.params.group ?? "");
  if (!team) throw notFound(`Resource '${call.params.group}' does not exist.`);
  return team;
}

function addMember(call: Call): Answer {
  const team = groupOf(call);
  const userId = read(referenceBody, call.body)["@odata.id"].split("/").at(-1) ?? "";
  const user = call.tenant.users.get(userId);
  if (!user) throw notFound(`Resource '${userId}' does not exist.`);
  if (team.members.some((member) => member.userId === userId)) {
    throw badRequest("One or more added object references already exist for the following modified properties: 'members'.");
  }
  const roles = user.userType === "Guest" ? ["guest"] : [];
  team.members.push({ ...newMember(call, team.id, userId, roles), visibleAt: call.now + seenInTeamsAfterMs });
  call.changed();
  return { status: 204 };
}

function deleteGroup(call: Call): Answer {
  const team = groupOf(call);
  call.tenant.teams.delete(team.id);
  call.tenant.deletedTeams.set(team.id, { team, deletedAt: call.now });
  call.changed();
  return { status: 204 };
}

export const groupRoutes: readonly Route[] = [
  { method: "DELETE", path: "/groups/{group}", permissions: ["Group.ReadWrite.All"], handle: deleteGroup },
  {
    method: "POST",
    path: "/groups/{group}/members/$ref",
    permissions: ["GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All"],
    handle: addMember,
  },
];
