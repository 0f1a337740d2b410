/** What planning looks at: the record kept in the database, and what Microsoft says. */
import type { ResourceDetails, ResourceKind } from "./contract.ts";
import type {
  InstalledApp,
  WorkplaceApp,
  WorkplaceChannel,
  WorkplaceMember,
  WorkplacePerson,
  WorkplaceTab,
  WorkplaceTeam,
} from "./workplace.ts";

export interface ResourceRow {
  resource: ResourceKind;
  /** Unique per resource: "arkel", "arkel/voorstellen", "arkel/voorstellen/kernplein". */
  key: string;
  kern: string;
  /** "intent": asked for, perhaps made. */
  state: "intent" | "created";
  graphId: string | null;
  marker: string;
  details: ResourceDetails;
  updatedAt: Date;
}

export interface Recorded {
  get(resource: ResourceKind, key: string): ResourceRow | undefined;
  /** All rows of one kind, in no order. */
  all(resource: ResourceKind): ResourceRow[];
}

/** Graph shows a change after seconds or minutes: until then what we did last counts (pnp/powershell #5414: 20 minutes). */
export const freshMs = 20 * 60_000;
/** Graph shows a new member after minutes or hours; until then our own record counts. */
export const trustedMs = 24 * 3_600_000;

/** Milliseconds since the row was written. */
export function age(row: ResourceRow, now: number): number {
  return now - row.updatedAt.getTime();
}

export interface Seen {
  app: WorkplaceApp | null;
  /** By address in small letters. */
  people: Map<string, WorkplacePerson>;
  /** By slug. */
  kernen: Map<string, SeenKern>;
}

export interface SeenKern {
  /** Teams that carry the marker, when they had to be looked for. */
  teamIds: string[];
  team: WorkplaceTeam | null;
  /** Null when the app is not in the team. */
  app: InstalledApp | null;
  /** Null as long as the app is not installed: the right to read them comes with it. */
  channels: WorkplaceChannel[] | null;
  /** By channel id. */
  tabs: Map<string, WorkplaceTab[]>;
  members: WorkplaceMember[];
}

export const nothingSeen: SeenKern = { teamIds: [], team: null, app: null, channels: null, tabs: new Map(), members: [] };

/** Somebody who takes part in a kern and has a guest account. */
export interface Resident {
  oid: string;
  since: Date;
}

/** By slug of the kern. */
export type Residents = ReadonlyMap<string, readonly Resident[]>;

/** An officer who can be owner of a team. */
export interface Owner {
  id: string;
  email: string;
  deputy: boolean;
}
