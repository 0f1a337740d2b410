/** Microsoft 365 as provisioning wants it: every method is an operation of Graph with a file of its own. */
import type { Workplace } from "../../provisioning/workplace.ts";
import { addMember, addOwner } from "./add-member.ts";
import { addMembers } from "./add-members.ts";
import { archiveChannel, unarchiveChannel } from "./archive-channel.ts";
import { archiveTeam, unarchiveTeam } from "./archive-team.ts";
import { awaitTeam } from "./await-team.ts";
import { changeSettings } from "./change-settings.ts";
import type { Graph } from "./client.ts";
import { countAccounts } from "./count-accounts.ts";
import { countTeams } from "./count-teams.ts";
import { createChannel } from "./create-channel.ts";
import { createTeam } from "./create-team.ts";
import { deleteGuest } from "./delete-guest.ts";
import { findApp } from "./find-app.ts";
import { findPeople } from "./find-people.ts";
import { findTeams } from "./find-teams.ts";
import { getTeam } from "./get-team.ts";
import { guestChanges } from "./guest-changes.ts";
import { installApp } from "./install-app.ts";
import { installedApp } from "./installed-app.ts";
import { inviteGuest } from "./invite-guest.ts";
import { listChannels } from "./list-channels.ts";
import { listMembers, listOwners } from "./list-members.ts";
import { listTabs } from "./list-tabs.ts";
import { pinTab } from "./pin-tab.ts";
import { removeMember } from "./remove-member.ts";
import { removeOwner } from "./remove-owner.ts";
import { removeTab } from "./remove-tab.ts";
import { renameChannel } from "./rename-channel.ts";
import { renameTeam } from "./rename-team.ts";
import { restoreGuest } from "./restore-guest.ts";
import { teamSize } from "./team-size.ts";
import { upgradeApp } from "./upgrade-app.ts";

export function graphWorkplace(graph: Graph): Workplace {
  return {
    findApp: (...given) => findApp(graph, ...given),
    findPeople: (...given) => findPeople(graph, ...given),
    findTeams: (...given) => findTeams(graph, ...given),
    readTeam: (...given) => getTeam(graph, ...given),
    makeTeam: (...given) => createTeam(graph, ...given),
    awaitTeam: (...given) => awaitTeam(graph, ...given),
    renameTeam: (...given) => renameTeam(graph, ...given),
    changeSettings: (...given) => changeSettings(graph, ...given),
    archiveTeam: (...given) => archiveTeam(graph, ...given),
    unarchiveTeam: (...given) => unarchiveTeam(graph, ...given),
    hasApp: async (...given) => (await installedApp(graph, ...given)) !== null,
    installedApp: (...given) => installedApp(graph, ...given),
    installApp: (...given) => installApp(graph, ...given),
    upgradeApp: (...given) => upgradeApp(graph, ...given),
    listChannels: (...given) => listChannels(graph, ...given),
    makeChannel: (...given) => createChannel(graph, ...given),
    renameChannel: (...given) => renameChannel(graph, ...given),
    archiveChannel: (...given) => archiveChannel(graph, ...given),
    unarchiveChannel: (...given) => unarchiveChannel(graph, ...given),
    listTabs: (tenant, teamId, channelId, app) => listTabs(graph, tenant, teamId, channelId, app.id),
    pinTab: (tenant, teamId, channelId, app, ...given) => pinTab(graph, tenant, teamId, channelId, app.id, ...given),
    removeTab: (...given) => removeTab(graph, ...given),
    listMembers: (...given) => listMembers(graph, ...given),
    teamSize: (...given) => teamSize(graph, ...given),
    countAccounts: (...given) => countAccounts(graph, ...given),
    countTeams: (...given) => countTeams(graph, ...given),
    listOwners: (...given) => listOwners(graph, ...given),
    addOwner: (...given) => addOwner(graph, ...given),
    removeOwner: (...given) => removeOwner(graph, ...given),
    addMember: (...given) => addMember(graph, ...given),
    addMembers: (...given) => addMembers(graph, ...given),
    removeMember: (...given) => removeMember(graph, ...given),
    invite: (...given) => inviteGuest(graph, ...given),
    deleteGuest: (...given) => deleteGuest(graph, ...given),
    restoreGuest: (...given) => restoreGuest(graph, ...given),
    guestChanges: (...given) => guestChanges(graph, ...given),
  };
}
