/**
 * What provisioning needs of Microsoft 365, in its own words. adapters/graph/workplace.ts is the real thing.
 * `tenant` is an Entra tenant id; ids of teams, channels and people are Microsoft's. All calls wait and retry by themselves what is
 * worth retrying.
 */
import type { Said } from "../shared/said.ts";
import type { TabOrder } from "./contract.ts";

/** Microsoft declined, or cannot be reached; `said` tells people what that means and what to do. */
export class WorkplaceRefused extends Error {
  readonly said: Said;

  constructor(said: Said, message: string, cause?: unknown) {
    super(message, { cause });
    this.said = said;
  }
}

/** A call that may be made once only was perhaps done: look before doing it again. */
export class OutcomeUnknown extends Error {}

/**
 * Done each time before a request that may be made once only leaves, however long it had to wait for its turn: seconds before at most.
 * When it throws nothing is sent. Whoever looks for what came of it must know the moment of sending, not the moment of asking.
 */
export type Sending = () => Promise<void>;

/** Microsoft said that making this team failed. */
export class TeamFailed extends Error {}

/** What members of a team may do; everything else stays as Kernplein makes it (apps and tabs by owners only). */
export interface TeamSettings {
  membersMakeChannels: boolean;
  guestsMakeChannels: boolean;
  editOwnMessages: boolean;
  deleteOwnMessages: boolean;
  /** Of the whole team and of a whole channel. */
  mentionEveryone: boolean;
}

export interface WorkplaceTeam {
  id: string;
  name: string;
  /** Link that opens the team in Teams. */
  url: string;
  /** The channel every team begins with; null when Microsoft does not tell. */
  mainChannelId: string | null;
  /** Read-only: by hand, or because its time was over. */
  archived: boolean;
  /** Ends with the marker by which the team is found again; "" when there is none. */
  description: string;
  /** Absent when Microsoft does not tell. */
  settings?: TeamSettings;
}

export interface WorkplaceApp {
  /** Id in the tenant's catalogue; another one than in the manifest. */
  id: string;
  /** Of the manifest in the catalogue: "1.2.0". */
  version: string;
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
  /** Absent when Microsoft does not tell. */
  archived?: boolean;
}

export interface WorkplaceMember {
  /** Object id of the person. */
  id: string;
  /** In lower case; "" when the directory has none. */
  email: string;
  owner: boolean;
  /** Absent when Microsoft does not tell. */
  guest?: boolean;
}

export interface TeamSize {
  /** Owners and guests included. */
  members: number;
  owners: number;
}

export interface InstalledApp {
  installationId: string;
  version: string;
}

/** A guest of the directory as a delta tells it. */
export interface GuestChange {
  personId: string;
  /** In lower case; "" when only the removal is told. */
  email: string;
  state: "pending" | "accepted" | "removed";
  /** Since when she is in that state, ISO 8601; null when Microsoft does not tell. */
  since: string | null;
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
  /** When left out: only owners make channels, everybody mends own messages, nobody mentions everyone. */
  settings?: TeamSettings;
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
  makeTeam(tenant: string, team: TeamToMake, sending?: Sending): Promise<TeamBeingMade>;
  renameTeam(tenant: string, teamId: string, team: { name: string; description: string }): Promise<void>;
  changeSettings(tenant: string, teamId: string, settings: TeamSettings): Promise<void>;
  /** Asked for, not waited for: shows after a while. Nothing happens to what is archived already. */
  archiveTeam(tenant: string, teamId: string): Promise<void>;
  unarchiveTeam(tenant: string, teamId: string): Promise<void>;
  /** Waits until the team can be used. Throws `TeamFailed` when Microsoft gave up on it. */
  awaitTeam(tenant: string, team: TeamBeingMade): Promise<WorkplaceTeam>;

  hasApp(tenant: string, teamId: string, app: WorkplaceApp): Promise<boolean>;
  /** Installs and consents to exactly the app's permissions; nothing happens when it is there already. */
  installApp(tenant: string, teamId: string, app: WorkplaceApp): Promise<void>;
  /** Null when the app is not in the team. */
  installedApp(tenant: string, teamId: string, app: WorkplaceApp): Promise<InstalledApp | null>;
  /** To the version of the catalogue, with consent to exactly the app's permissions. */
  upgradeApp(tenant: string, teamId: string, app: WorkplaceApp, installationId: string): Promise<void>;

  /** The app must be installed: the right to read channels and tabs comes with it. */
  listChannels(tenant: string, teamId: string): Promise<WorkplaceChannel[]>;
  /** Null when the name is taken already. Throws `OutcomeUnknown` when the channel was perhaps made. */
  makeChannel(tenant: string, teamId: string, channel: { name: string; description: string }): Promise<WorkplaceChannel | null>;
  renameChannel(tenant: string, teamId: string, channelId: string, channel: { name: string; description: string }): Promise<void>;
  /** Nothing happens to what is archived already. */
  archiveChannel(tenant: string, teamId: string, channelId: string): Promise<void>;
  unarchiveChannel(tenant: string, teamId: string, channelId: string): Promise<void>;
  listTabs(tenant: string, teamId: string, channelId: string, app: WorkplaceApp): Promise<WorkplaceTab[]>;
  /** Throws `OutcomeUnknown` when the tab was perhaps pinned. */
  pinTab(
    tenant: string,
    teamId: string,
    channelId: string,
    app: WorkplaceApp,
    tab: TabOrder,
    sending?: Sending,
  ): Promise<WorkplaceTab>;
  /** Nothing happens when the tab is gone already. */
  removeTab(tenant: string, teamId: string, channelId: string, tabId: string): Promise<void>;

  /** Everybody in the team; somebody added a moment ago may be missing. */
  listMembers(tenant: string, teamId: string): Promise<WorkplaceMember[]>;
  /** Without reading them all where that can be avoided. */
  teamSize(tenant: string, teamId: string): Promise<TeamSize>;
  /** Object ids of the owners; somebody added a moment ago may be missing. */
  listOwners(tenant: string, teamId: string): Promise<string[]>;
  /** Makes a person owner, whether a member already or not. */
  addOwner(tenant: string, teamId: string, personId: string): Promise<void>;
  /** Takes an owner out of the team; nothing happens to who is not in it. The last owner cannot go. */
  removeOwner(tenant: string, teamId: string, personId: string): Promise<void>;
  /** Nothing happens to who is a member already. */
  addMember(tenant: string, teamId: string, personId: string): Promise<void>;
  /** Any number at once; gives who could not be added and why. */
  addMembers(tenant: string, teamId: string, personIds: readonly string[]): Promise<Map<string, string>>;
  /** False when Microsoft does not show the person as a member (left already, or added a moment ago). */
  removeMember(tenant: string, teamId: string, personId: string): Promise<boolean>;

  /** Makes a guest of an address, without a mail from Microsoft. An address that Microsoft does not take is `refused`. */
  invite(tenant: string, guest: { email: string; name: string; landingUrl: string }): Promise<Invited>;
  /** Out of the directory; can be restored for 30 days. False when there was nobody. */
  deleteGuest(tenant: string, personId: string): Promise<boolean>;
  /** False when it is too late. */
  restoreGuest(tenant: string, personId: string): Promise<boolean>;
  /** Accounts in the directory; `deleted` ones count towards its limit for as long as they can be restored. */
  countAccounts(tenant: string): Promise<{ present: number; deleted: number }>;
  /** All teams of the tenant, whoever made them. */
  countTeams(tenant: string): Promise<number>;
  /** Guests who changed since `link` (of the answer before; null: all of them), and the link for the next time. */
  guestChanges(tenant: string, link: string | null): Promise<{ changes: GuestChange[]; link: string }>;
}
