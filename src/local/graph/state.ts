/** What the local Graph remembers of a tenant: people, teams, and for thirty days what was deleted. */

export interface GraphUser {
  id: string;
  displayName: string;
  mail: string;
  userPrincipalName: string;
  userType: "Member" | "Guest";
  externalUserState: "PendingAcceptance" | "Accepted" | null;
  externalUserStateChangeDateTime: string | null;
  /** Where redeeming the invitation leads; null for a member. */
  inviteRedirectUrl: string | null;
  createdDateTime: string;
  /** Milliseconds since 1970 from which the directory answers for this account everywhere. */
  visibleAt: number;
  /** The tenant's sequence at the last change; deltas go by it. */
  changed: number;
}

export interface GraphMember {
  id: string;
  userId: string;
  roles: string[];
  /** Milliseconds since 1970 from which a list of members shows this one. */
  visibleAt: number;
}

export interface GraphTab {
  id: string;
  displayName: string;
  appId: string;
  configuration: Record<string, string | null>;
}

/** `archived` holds from that moment on, and the opposite until then. */
export interface Archive {
  archived: boolean;
  from: number;
}

export interface GraphChannel {
  id: string;
  displayName: string;
  description: string | null;
  createdDateTime: string;
  tabs: GraphTab[];
  archive?: Archive;
}

export interface GraphInstallation {
  id: string;
  appId: string;
  version: string;
  consented: string[];
}

export interface GraphOperation {
  id: string;
  type: string;
  targetId: string;
  target: string;
  createdAt: number;
  doneAt: number;
  /** Ends as "failed". */
  fails?: boolean;
}

export interface GraphTeam {
  id: string;
  internalId: string;
  displayName: string;
  description: string | null;
  visibility: string;
  settings: Record<string, unknown>;
  createdAt: number;
  /** Until then the id answers 404 and lists leave the team out. */
  visibleAt: number;
  archive?: Archive;
  channels: GraphChannel[];
  /** Their names stay taken, and they count, for thirty days. */
  deletedChannels: { channel: GraphChannel; deletedAt: number }[];
  installedApps: GraphInstallation[];
  operations: GraphOperation[];
  members: GraphMember[];
}

export interface GraphTenant {
  id: string;
  users: Map<string, GraphUser>;
  /** Ids of users by address in lower case. */
  idByMail: Map<string, string>;
  teams: Map<string, GraphTeam>;
  deletedUsers: Map<string, { user: GraphUser; deletedAt: number }>;
  deletedTeams: Map<string, { team: GraphTeam; deletedAt: number }>;
  /** Grows with every change of an account. */
  sequence: number;
}

/** How long what was deleted can be restored. */
export const restorableMs = 30 * 24 * 3_600_000;

export const isArchived = (archive: Archive | undefined, now: number): boolean =>
  archive !== undefined && now >= archive.from === archive.archived;

export function emptyTenant(id: string): GraphTenant {
  return {
    id,
    users: new Map(),
    idByMail: new Map(),
    teams: new Map(),
    deletedUsers: new Map(),
    deletedTeams: new Map(),
    sequence: 0,
  };
}

/** Keeps an account as it is now; deltas tell of it from here on. */
export function putUser(tenant: GraphTenant, user: GraphUser): void {
  tenant.sequence += 1;
  user.changed = tenant.sequence;
  tenant.users.set(user.id, user);
  tenant.idByMail.set(user.mail.toLowerCase(), user.id);
}

export function deleteUser(tenant: GraphTenant, user: GraphUser, now: number): void {
  tenant.sequence += 1;
  user.changed = tenant.sequence;
  tenant.users.delete(user.id);
  tenant.idByMail.delete(user.mail.toLowerCase());
  tenant.deletedUsers.set(user.id, { user, deletedAt: now });
}

export function userByMail(tenant: GraphTenant, mail: string): GraphUser | undefined {
  return tenant.users.get(tenant.idByMail.get(mail.toLowerCase()) ?? "");
}
