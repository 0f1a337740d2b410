/** Microsoft 365 as provisioning wants it: every method is an operation of Graph with a file of its own. */
import type { Workplace } from "../../provisioning/workplace.ts";
import { addMember, addOwner } from "./add-member.ts";
import { addMembers } from "./add-members.ts";
import { awaitTeam } from "./await-team.ts";
import type { Graph } from "./client.ts";
import { createChannel } from "./create-channel.ts";
import { createTeam } from "./create-team.ts";
import { findApp } from "./find-app.ts";
import { findPeople } from "./find-people.ts";
import { findTeams } from "./find-teams.ts";
import { getTeam } from "./get-team.ts";
import { installApp } from "./install-app.ts";
import { inviteGuest } from "./invite-guest.ts";
import { listChannels } from "./list-channels.ts";
import { listInstalledApps } from "./list-installed-apps.ts";
import { listOwners } from "./list-owners.ts";
import { listTabs } from "./list-tabs.ts";
import { pinTab } from "./pin-tab.ts";
import { removeMember } from "./remove-member.ts";

export function graphWorkplace(graph: Graph): Workplace {
  return {
    findApp: (...given) => findApp(graph, ...given),
    findPeople: (...given) => findPeople(graph, ...given),
    findTeams: (...given) => findTeams(graph, ...given),
    readTeam: (...given) => getTeam(graph, ...given),
    makeTeam: (...given) => createTeam(graph, ...given),
    awaitTeam: (...given) => awaitTeam(graph, ...given),
    hasApp: async (tenant, teamId, app) => (await listInstalledApps(graph, tenant, teamId)).includes(app.id),
    installApp: (...given) => installApp(graph, ...given),
    listChannels: (...given) => listChannels(graph, ...given),
    makeChannel: (...given) => createChannel(graph, ...given),
    listTabs: (tenant, teamId, channelId, app) => listTabs(graph, tenant, teamId, channelId, app.id),
    pinTab: (tenant, teamId, channelId, app, tab) => pinTab(graph, tenant, teamId, channelId, app.id, tab),
    listOwners: (...given) => listOwners(graph, ...given),
    addOwner: (...given) => addOwner(graph, ...given),
    addMember: (...given) => addMember(graph, ...given),
    addMembers: (...given) => addMembers(graph, ...given),
    removeMember: (...given) => removeMember(graph, ...given),
    invite: (...given) => inviteGuest(graph, ...given),
  };
}
