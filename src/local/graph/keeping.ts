/** Keeps the tenants in one JSON file each, so that they survive a restart. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  emptyTenant,
  type GraphInstallation,
  type GraphOperation,
  type GraphTeam,
  type GraphTenant,
  type GraphUser,
} from "./state.ts";

export interface GraphState {
  tenant(id: string): GraphTenant;
  /** Says that a tenant changed. */
  touch(tenant: GraphTenant): void;
  /** Throws `NotWritten` while earlier changes cannot be written. To be called before work begins. */
  mustBeWritable(): void;
  /**
   * To be called before an answer goes out: writes what changed, so that a killed process forgets nothing it told. Throws `NotWritten`
   * when that is impossible; the change is then undone.
   */
  save(): void;
  /** Writes what is not yet written. */
  flush(): void;
}

/** The disk is full, or the folder is gone or may not be written. */
export class NotWritten extends Error {}

/** Up to this many characters a state is written before each answer; a larger one now and then, and may lose its last moments when killed. */
const small = 1_000_000;
/** A large state takes a while to write: at most a tenth of the time goes into it. */
const laterMs = 250;
const pauseFactor = 10;

/** Opens the state kept in a folder, which is made when absent. A file is replaced whole (written beside it, then renamed). */
export function openState(directory: string): GraphState {
  const tenants = new Map<string, GraphTenant>();
  /** What stands on disk, of the tenants that are small enough to go back to it. */
  const written = new Map<string, string>();
  try {
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory)) {
      if (!name.endsWith(".json")) continue;
      const text = readFileSync(join(directory, name), "utf8");
      const tenant = parseTenant(text);
      tenants.set(tenant.id, tenant);
      if (text.length < small) written.set(tenant.id, text);
    }
  } catch (cause) {
    throw new NotWritten(`The local Graph cannot use its folder ${directory}: ${(cause as Error).message}`, { cause });
  }

  const dirty = new Set<GraphTenant>();
  let timer: NodeJS.Timeout | null = null;
  let largest = 0;
  let stuck = false;
  let writingMs = 0;

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const began = performance.now();
    try {
      for (const tenant of dirty) {
        const text = JSON.stringify({ ...tenant, ...listsOf(tenant) });
        const file = join(directory, `${tenant.id}.json`);
        largest = Math.max(largest, text.length);
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
        if (text.length < small) written.set(tenant.id, text);
        else written.delete(tenant.id);
        dirty.delete(tenant);
      }
      stuck = false;
      writingMs = performance.now() - began;
    } catch (cause) {
      const reason = (cause as Error).message;
      throw new NotWritten(`The local Graph cannot write its folder ${directory}: ${reason}. Nothing was changed.`, { cause });
    }
  }

  /** Back to what stands on disk; a large tenant keeps its changes until they can be written. */
  function undo(): void {
    for (const tenant of dirty) {
      const text = written.get(tenant.id);
      if (text === undefined && largest >= small) {
        stuck = true;
        continue;
      }
      tenants.set(tenant.id, text === undefined ? emptyTenant(tenant.id) : parseTenant(text));
      dirty.delete(tenant);
    }
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
    mustBeWritable() {
      if (stuck) flush();
    },
    save() {
      if (dirty.size === 0) return;
      if (largest >= small) {
        const pause = Math.max(laterMs, writingMs * pauseFactor);
        timer ??= setTimeout(() => {
          try {
            flush();
          } catch {
            stuck = true;
          }
        }, pause).unref();
        return;
      }
      try {
        flush();
      } catch (error) {
        undo();
        throw error;
      }
    },
    flush,
  };
}

function listsOf({ users, teams, deletedUsers, deletedTeams }: GraphTenant) {
  return {
    idByMail: undefined,
    users: [...users.values()],
    teams: [...teams.values()],
    deletedUsers: [...deletedUsers.values()],
    deletedTeams: [...deletedTeams.values()],
  };
}

/** A file of an earlier version lacks what came later; an app without a version is older than every version. */
function parseTenant(text: string): GraphTenant {
  const kept = JSON.parse(text) as {
    id: string;
    sequence?: number;
    users: GraphUser[];
    teams: GraphTeam[];
    deletedUsers?: { user: GraphUser; deletedAt: number }[];
    deletedTeams?: { team: GraphTeam; deletedAt: number }[];
  };
  const tenant = emptyTenant(kept.id);
  kept.users.forEach((user, index) => {
    const whole = { ...{ externalUserStateChangeDateTime: null, visibleAt: 0, changed: index + 1 }, ...user };
    tenant.users.set(user.id, whole);
    tenant.idByMail.set(user.mail.toLowerCase(), user.id);
  });
  tenant.sequence = kept.sequence ?? kept.users.length;
  for (const team of kept.teams) tenant.teams.set(team.id, completeTeam(team));
  for (const one of kept.deletedUsers ?? []) tenant.deletedUsers.set(one.user.id, one);
  for (const one of kept.deletedTeams ?? []) tenant.deletedTeams.set(one.team.id, one);
  return tenant;
}

function completeTeam(team: GraphTeam): GraphTeam {
  const target = { type: "createTeam", targetId: team.id, target: `/teams('${team.id}')` };
  const installedApps = team.installedApps.map((app): GraphInstallation => ({ ...{ version: "0.0.0" }, ...app }));
  const operations = team.operations.map((operation): GraphOperation => ({ ...target, ...operation }));
  return { ...{ deletedChannels: [] }, ...team, installedApps, operations };
}
