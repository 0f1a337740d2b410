/** The file that tells Microsoft's local Teams client who is who: https://aka.ms/teams-app-test-tool-config-guide */
import { stringify } from "yaml";

export interface PlaygroundPerson {
  /** Object id in the municipality's tenant. */
  oid: string;
  name: string;
  email: string;
}

export interface PlaygroundConfig {
  tenantId: string;
  team: {
    name: string;
    /** Id of the channel General, which is also the team's. */
    id: string;
    /** Object id of the Microsoft 365 group. */
    groupId: string;
  };
  /** The client shows one channel beside General. */
  channel: { id: string; name: string };
  /** Who sits behind the screen. */
  me: PlaygroundPerson;
  /** Others in the team; the client wants five, so more are left out and fewer are filled up. */
  others: readonly PlaygroundPerson[];
}

const othersInFile = 5;

/** Ids of conversations, to drive the client by HTTP. */
export const personalChat = "a:kernplein-persoonlijk";
export const userId = (oid: string): string => `29:${oid}`;
export const botUserId = "28:kernplein";

/** The text of `.m365agentsplayground.yml`. */
export function playgroundFile({ tenantId, team, channel, me, others }: PlaygroundConfig): string {
  return stringify({
    version: "0.1.1",
    tenantId,
    bot: { id: botUserId, name: "Kernplein" },
    currentUser: userOf(me),
    users: Array.from({ length: othersInFile }, (_, index) => userOf(others[index] ?? onlooker(index + 1))),
    personalChat: { id: personalChat },
    groupChat: { id: "19:kernplein-groep@unq.gbl.spaces", name: "Groepsgesprek" },
    team: { id: team.id, name: team.name, aadGroupId: team.groupId, channels: [channel] },
  });
}

function userOf({ oid, name, email }: PlaygroundPerson) {
  const [givenName = name, ...rest] = name.split(" ");
  return {
    id: userId(oid),
    name,
    userPrincipleName: email,
    aadObjectId: oid,
    givenName,
    surname: rest.join(" ") || givenName,
    email,
  };
}

/** Somebody whom Kernplein does not know. */
function onlooker(number: number): PlaygroundPerson {
  return {
    oid: `00000000-0000-4000-8000-00000000000${number}`,
    name: `Onbekende ${number}`,
    email: `onbekende.${number}@voorbeeld.example`,
  };
}
