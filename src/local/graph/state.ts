/** What the local Graph remembers, per tenant, kept in one JSON file a tenant so that it survives a restart. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface GraphUser {
  id: string;
  displayName: string;
  mail: string;
  userPrincipalName: string;
  userType: "Member" | "Guest";
  externalUserState: "PendingAcceptance" | "Accepted" | null;
  /** Where redeeming the invitation leads; null for a member. */
  inviteRedirectUrl: string | null;
  createdDateTime: string;
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

export interface GraphChannel {
  id: string;
  displayName: string;
  description: string | null;
  createdDateTime: string;
  tabs: GraphTab[];
}

export interface GraphInstallation {
  id: string;
  appId: string;
  consented: string[];
}

export interface GraphOperation {
  id: string;
  createdAt: number;
  doneAt: number;
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
  channels: GraphChannel[];
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
}

export interface GraphState {
  tenant(id: string): GraphTenant;
  /** Says that a tenant changed. */
  touch(tenant: GraphTenant): void;
  /** To be called before an answer goes out: writes what changed, so that a killed process forgets nothing it told. */
  save(): void;
  /** Writes what is not yet written. */
  flush(): void;
}

/** Up to this many characters a state is written before each answer; a larger one now and then, and may lose its last moments when killed. */
const small = 1_000_000;
const laterMs = 250;

/** Opens the state kept in a folder, which is made when absent. A file is replaced whole (written beside it, then renamed). */
export function openState(directory: string): GraphState {
  mkdirSync(directory, { recursive: true });
  const tenants = new Map<string, GraphTenant>();
  for (const name of readdirSync(directory)) {
    if (!name.endsWith(".json")) continue;
    const kept = JSON.parse(readFileSync(join(directory, name), "utf8")) as {
      id: string;
      users: GraphUser[];
      teams: GraphTeam[];
    };
    const tenant = emptyTenant(kept.id);
    for (const user of kept.users) putUser(tenant, user);
    for (const team of kept.teams) tenant.teams.set(team.id, team);
    tenants.set(kept.id, tenant);
  }

  const dirty = new Set<GraphTenant>();
  let timer: NodeJS.Timeout | null = null;
  let largest = 0;

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    for (const tenant of dirty) {
      const file = join(directory, `${tenant.id}.json`);
      const content = { id: tenant.id, users: [...tenant.users.values()], teams: [...tenant.teams.values()] };
      const text = JSON.stringify(content);
      largest = Math.max(largest, text.length);
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
    }
    dirty.clear();
  }

  return {
    tenant(id) {
      const known = tenants.get(id);
      if (known) return known;
      const made = emptyTenant(id);
      tenants.set(id, made);
      return made;
    },
    touch: (tenant) => dirty.add(tenant),
    save() {
      if (dirty.size === 0) return;
      if (largest < small) flush();
      else timer ??= setTimeout(flush, laterMs).unref();
    },
    flush,
  };
}

function emptyTenant(id: string): GraphTenant {
  return { id, users: new Map(), idByMail: new Map(), teams: new Map() };
}

export function putUser(tenant: GraphTenant, user: GraphUser): void {
  tenant.users.set(user.id, user);
  tenant.idByMail.set(user.mail.toLowerCase(), user.id);
}

export function userByMail(tenant: GraphTenant, mail: string): GraphUser | undefined {
  return tenant.users.get(tenant.idByMail.get(mail.toLowerCase()) ?? "");
}
