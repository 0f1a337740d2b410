/** What planning looks at: the record kept in the database, and what Microsoft says. */
import type { ResourceDetails, ResourceKind } from "./contract.ts";
import type { WorkplaceApp, WorkplaceChannel, WorkplacePerson, WorkplaceTab, WorkplaceTeam } from "./workplace.ts";

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
}

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
  hasApp: boolean;
  /** Null as long as the app is not installed: the right to read them comes with it. */
  channels: WorkplaceChannel[] | null;
  /** By channel id. */
  tabs: Map<string, WorkplaceTab[]>;
  owners: string[];
}

/** An officer who can be owner of a team. */
export interface Owner {
  id: string;
  email: string;
}
