/** The settings of a team in Microsoft's words. What is not named in `TeamSettings` is the same for every team. */
import type { Team } from "@microsoft/microsoft-graph-types";
import type { TeamSettings } from "../../provisioning/workplace.ts";

const usual: TeamSettings = {
  membersMakeChannels: false,
  guestsMakeChannels: false,
  editOwnMessages: true,
  deleteOwnMessages: true,
  mentionEveryone: false,
};

/** Guests may never delete channels; owners may always delete messages. */
export function settingsBody(given: TeamSettings = usual) {
  return {
    memberSettings: {
      allowCreateUpdateChannels: given.membersMakeChannels,
      allowDeleteChannels: false,
      allowAddRemoveApps: false,
    },
    guestSettings: { allowCreateUpdateChannels: given.guestsMakeChannels, allowDeleteChannels: false },
    messagingSettings: {
      allowOwnerDeleteMessages: true,
      allowUserEditMessages: given.editOwnMessages,
      allowUserDeleteMessages: given.deleteOwnMessages,
      allowTeamMentions: given.mentionEveryone,
      allowChannelMentions: given.mentionEveryone,
    },
  };
}

/** Undefined when Graph leaves one of them out. */
export function readSettings({ memberSettings, guestSettings, messagingSettings }: Team): TeamSettings | undefined {
  const found = {
    membersMakeChannels: memberSettings?.allowCreateUpdateChannels,
    guestsMakeChannels: guestSettings?.allowCreateUpdateChannels,
    editOwnMessages: messagingSettings?.allowUserEditMessages,
    deleteOwnMessages: messagingSettings?.allowUserDeleteMessages,
    mentionEveryone: messagingSettings?.allowTeamMentions,
  };
  return Object.values(found).every((value) => typeof value === "boolean") ? (found as TeamSettings) : undefined;
}
