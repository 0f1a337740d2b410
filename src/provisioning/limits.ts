/** What Microsoft limits, and when that is told. Pure. */

export type LimitKind = "members" | "owners" | "channels" | "objects" | "teams";

/** How much of a limit is used. `kern`: a slug or "thema:…"; "*" for the whole tenant. */
export interface Use {
  what: LimitKind;
  kern: string;
  used: number;
  most: number;
}

/**
 * Per team and per tenant. Sources: Microsoft, "Limits and specifications for Microsoft Teams" (members, owners, channels including
 * those deleted in the last thirty days, teams) and "Microsoft Entra service limits" (objects: see `mostObjects`).
 */
const most = { members: 25_000, owners: 100, channels: 1000, teams: 500_000 };

/** 50,000 objects in a directory, 300,000 once the organisation has proved a domain of its own: then its people have addresses there. */
export function mostObjects(staff: readonly string[]): number {
  return staff.some((email) => !email.toLowerCase().endsWith(".onmicrosoft.com")) ? 300_000 : 50_000;
}

/** `channels`: all that were there in the last thirty days; null when they could not be read. */
export function usesOfTeam(kern: string, size: { members: number; owners: number; channels: number | null }): Use[] {
  const uses: Use[] = [
    { what: "members", kern, used: size.members, most: most.members },
    { what: "owners", kern, used: size.owners, most: most.owners },
  ];
  return size.channels === null ? uses : [...uses, { what: "channels", kern, used: size.channels, most: most.channels }];
}

export interface TenantSize {
  accounts: { present: number; deleted: number };
  teams: number;
}

/** Of the directory's objects Kernplein may see accounts and teams: it holds at least these. */
export function usesOfTenant({ accounts, teams }: TenantSize, staff: readonly string[]): Use[] {
  const objects = accounts.present + accounts.deleted + teams;
  return [
    { what: "objects", kern: "*", used: objects, most: mostObjects(staff) },
    { what: "teams", kern: "*", used: teams, most: most.teams },
  ];
}

/** Shares in percent at which it is told, each once. */
export const thresholds = [80, 90, 95, 100] as const;
/** So much must be free again before the same threshold is told anew: who comes and goes at the edge is no news. */
const slack = 5;

/** The highest threshold that is reached; one that was `told` holds until the use is well below it. */
export function thresholdOf({ used, most: limit }: Pick<Use, "used" | "most">, told: number): number {
  const share = (100 * used) / limit;
  const reached = thresholds.findLast((threshold) => share >= threshold) ?? 0;
  const held = thresholds.findLast((threshold) => threshold <= told && share > threshold - slack) ?? 0;
  return Math.max(reached, held);
}
