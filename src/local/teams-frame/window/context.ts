/** What Teams tells a page about where it is, in the flat shape that teams-js reads. Pure. */
import type { FrameChannel, FrameMunicipality, FramePerson, FrameTeam } from "../frame-data.ts";
import type { Choice } from "./choice.ts";

export type FrameContext = "content" | "settings" | "task";

/** What this window can do: teams-js asks it, and `isSupported()` answers by it. */
export const runtime = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  supports: { pages: { config: {}, currentApp: {}, tabs: {} }, dialog: { url: {} } },
});

/** The library version whose messages are understood. */
export const understands = "2.58.0";

/** Teams' answer to what it does not know: ErrorCode.NOT_SUPPORTED_ON_PLATFORM of teams-js. */
export const notSupported = { errorCode: 100, message: "This function is not supported by this window of Teams." };

export interface Where {
  home: FrameMunicipality;
  person: FramePerson | undefined;
  team: FrameTeam | undefined;
  channel: FrameChannel | undefined;
  entityId: string;
}

export function contextOf(frameContext: FrameContext, choice: Choice, { home, person, team, channel, entityId }: Where) {
  return {
    frameContext,
    theme: choice.theme,
    locale: choice.language === "nl" ? "nl-nl" : "en-gb",
    entityId,
    ...(choice.subPage && frameContext === "content" ? { subEntityId: choice.subPage } : {}),
    hostName: "Teams",
    hostClientType: "web",
    sessionId: home.tenantId,
    tid: home.tenantId,
    ...(person ? { userObjectId: person.oid, userPrincipalName: person.email, loginHint: person.email } : {}),
    ...(team ? { teamId: team.internalId, groupId: team.id, teamName: team.name } : {}),
    ...(channel ? { channelId: channel.id, channelName: channel.name, channelType: "Regular" } : {}),
  };
}
