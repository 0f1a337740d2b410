/**
 * What provisioning needs of Microsoft 365, in its own words. adapters/graph/workplace.ts is the real thing.
 * `tenant` is an Entra tenant id; ids of teams, channels and people are Microsoft's. All calls wait and retry by themselves what is
 * worth retrying.
 */
import type { TabOrder } from "./contract.ts";

/** A call that may be made once only was perhaps done: look before doing it again. */
export class OutcomeUnknown extends Error {}

/** Microsoft said that making this team failed. */
export class TeamFailed extends Error {}

export interface WorkplaceTeam {
  id: string;
  name: string;
  /** Link that opens the team in Teams. */
  url: string;
  /** The channel every team begins with; null when Microsoft does not tell. */
  mainChannelId: string | null;
}

export interface WorkplaceApp {
  /** Id in the tenant's catalogue; another one than in the manifest. */
  id: string;
  /** Resource-specific permissions that its manifest asks for. */
  permissions: readonly string[];
}

export interface WorkplacePerson {
  id: string;
  guest: boolean;
}

export interface WorkplaceChannel {
  id: string;
  name: string;
}

export interface WorkplaceTab {
  id: string;
  entityId: string;
}

export interface TeamToMake {
  name: string;
  /** Holds the marker by which the team is found again. */
  description: string;
  firstChannel: string;
  ownerId: string;
}

/** The id is known at once; the team can be used later. */
export interface TeamBeingMade {
  teamId: string;
  /** Where to ask how far it is; opaque. */
  operation: string | null;
}

export type Invited = { personId: string; redeemUrl: string } | { refused: string };

export interface Workplace {
  findApp(tenant: string, externalId: string): Promise<WorkplaceApp | null>;
  /** People of the directory by address, in lower case; who is not there is left out. */
  findPeople(tenant: string, emails: readonly string[]): Promise<Map<string, WorkplacePerson>>;

  /** Ids of teams with this name whose description holds the marker. */
  findTeams(tenant: string, name: string, marker: string): Promise<string[]>;
  /** Null when there is no such team, also when it is still being made. */
  readTeam(tenant: string, teamId: string): Promise<WorkplaceTeam | null>;
  /** Throws `OutcomeUnknown` when a team was perhaps made. */
  makeTeam(tenant: string, team: TeamToMake): Promise<TeamBeingMade>;
  /** Waits until the team can be used. Throws `TeamFailed` when Microsoft gave up on it. */
  awaitTeam(tenant: string, team: TeamBeingMade): Promise<WorkplaceTeam>;

  hasApp(tenant: string, teamId: string, app: WorkplaceApp): Promise<boolean>;
  /** Installs and consents to exactly the app's permissions; nothing happens when it is there already. */
  installApp(tenant: string, teamId: string, app: WorkplaceApp): Promise<void>;

  /** The app must be installed: the right to read channels and tabs comes with it. */
  listChannels(tenant: string, teamId: string): Promise<WorkplaceChannel[]>;
  /** Null when the name is taken already. Throws `OutcomeUnknown` when the channel was perhaps made. */
  makeChannel(tenant: string, teamId: string, channel: { name: string; description: string }): Promise<WorkplaceChannel | null>;
  listTabs(tenant: string, teamId: string, channelId: string, app: WorkplaceApp): Promise<WorkplaceTab[]>;
  /** Throws `OutcomeUnknown` when the tab was perhaps pinned. */
  pinTab(tenant: string, teamId: string, channelId: string, app: WorkplaceApp, tab: TabOrder): Promise<WorkplaceTab>;

  /** Object ids of the owners; somebody added a moment ago may be missing. */
  listOwners(tenant: string, teamId: string): Promise<string[]>;
  /** Makes a person owner, whether a member already or not. */
  addOwner(tenant: string, teamId: string, personId: string): Promise<void>;
  /** Nothing happens to who is a member already. */
  addMember(tenant: string, teamId: string, personId: string): Promise<void>;
  /** Any number at once; gives who could not be added and why. */
  addMembers(tenant: string, teamId: string, personIds: readonly string[]): Promise<Map<string, string>>;
  /** False when Microsoft does not show the person as a member (left already, or added a moment ago). */
  removeMember(tenant: string, teamId: string, personId: string): Promise<boolean>;

  /** Makes a guest of an address, without a mail from Microsoft. An address that Microsoft does not take is `refused`. */
  invite(tenant: string, guest: { email: string; name: string; landingUrl: string }): Promise<Invited>;
}
